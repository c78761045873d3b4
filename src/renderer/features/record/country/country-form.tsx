import { Flag, Hash, Languages, Layers, Users, UserRoundCheck } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { participationStatuses } from '../../../../shared/model/vocabulary.ts'
import { formatDate } from '../../../i18n/dates.ts'
import { ChoiceCell, DateCell, TextCell } from '../controls/cells.tsx'
import { ClassificationRow } from '../properties/classification-row.tsx'
import type { FormRow } from '../properties/form.ts'
import { Part } from '../properties/part.tsx'
import { LanguagesRow } from '../properties/language-rows.tsx'
import { CountriesRow } from '../properties/link-rows.tsx'
import { PartsRow } from '../properties/parts-row.tsx'
import { PropertiesForm } from '../properties/properties-form.tsx'
import styles from '../properties/properties-form.module.css'
import { TagsRow } from '../properties/tags-row.tsx'
import { TextRow } from '../properties/text-rows.tsx'
import { partOf, useField } from '../properties/use-field.ts'
import { Value } from '../properties/value.tsx'
import { Warning } from '../properties/warning.tsx'
import { endsBeforeStart } from '../../../../shared/model/partial-date.ts'
import { FocalPointsRow } from './focal-points-row.tsx'

function NamesRow({ of }: { readonly of: 'shortNames' | 'formalNames' }) {
  const { t } = useTranslation('fields')
  const field = useField('country', of)
  return (
    <PartsRow label={t(`label.${of}`)} icon={<Flag />} wide>
      {(['en', 'ru', 'kk'] as const).map((language) =>
        field.locked ? (
          <span key={language} className={styles.name}>
            <small>{t(`language.${language}`)}</small> <Value>{field.value[language]}</Value>
          </span>
        ) : (
          <Part key={language} className={styles.name} label={t(`language.${language}`)}>
            <TextCell field={partOf(field, language)} label={t(`part.${language}`)} />
          </Part>
        ),
      )}
    </PartsRow>
  )
}

function ParticipationRow() {
  const { t } = useTranslation('fields')
  const field = useField('country', 'participation')
  const { status, since, until } = field.value
  const read = [
    t(`participationStatus.${status || 'unset'}`),
    since && `${t('part.since').toLowerCase()} ${formatDate(since)}`,
    until && `${t('part.until').toLowerCase()} ${formatDate(until)}`,
  ].filter(Boolean)
  return (
    <PartsRow label={t('label.participation')} icon={<Users />} wide>
      {field.locked ? (
        <Value>{read.join(' · ')}</Value>
      ) : (
        <>
          <ChoiceCell
            className={styles.part}
            field={partOf(field, 'status')}
            label={t('part.status')}
            values={participationStatuses}
            group="participationStatus"
          />
          <Part label={t('part.since').toLowerCase()}>
            <DateCell field={partOf(field, 'since')} label={t('part.since')} />
          </Part>
          <Part label={t('part.until').toLowerCase()}>
            <DateCell field={partOf(field, 'until')} label={t('part.until')} />
          </Part>
          {endsBeforeStart(since, until) && <Warning>{t('warning.participation')}</Warning>}
        </>
      )}
    </PartsRow>
  )
}

/** ISO 3166-1 alpha-3, in capitals whatever is typed. */
function CodeRow() {
  const { t } = useTranslation('fields')
  const field = useField('country', 'code')
  const upper = { ...field, set: (code: string) => field.set(code.trim().toUpperCase()) }
  return <TextRow field={upper} label={t('label.code')} icon={<Hash />} />
}
function GroupRow() {
  const { t } = useTranslation('fields')
  return <TextRow field={useField('country', 'group')} label={t('label.group')} icon={<Layers />} />
}
function OfficialLanguagesRow() {
  const { t } = useTranslation('fields')
  return <LanguagesRow field={useField('country', 'officialLanguages')} label={t('label.officialLanguages')} icon={<Languages />} wide />
}
function OtherCountriesRow() {
  const { t } = useTranslation('fields')
  return <CountriesRow field={useField('country', 'countries')} label={t('label.countries')} icon={<Flag />} wide />
}

const primary: readonly FormRow[] = [
  { label: 'shortNames', fields: ['shortNames'], row: <NamesRow of="shortNames" /> },
  { label: 'formalNames', fields: ['formalNames'], row: <NamesRow of="formalNames" /> },
  { label: 'participation', fields: ['participation'], row: <ParticipationRow /> },
  { label: 'focalPoints', fields: ['focalPoints'], row: <FocalPointsRow icon={<UserRoundCheck />} /> },
  { label: 'group', fields: ['group'], row: <GroupRow /> },
  { label: 'code', fields: ['code'], row: <CodeRow /> },
  { label: 'officialLanguages', fields: ['officialLanguages'], row: <OfficialLanguagesRow /> },
  { label: 'classification', fields: [], row: <ClassificationRow /> },
  { label: 'tags', fields: ['tags'], row: <TagsRow /> },
]
const more: readonly FormRow[] = [{ label: 'countries', fields: ['countries'], row: <OtherCountriesRow /> }]

export const CountryForm = () => <PropertiesForm primary={primary} more={more} />
