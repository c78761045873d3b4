/** Rows that only a person has. */
import { Award, Flag, Languages, MapPin, Signature, UserRound, UsersRound } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Value } from '../properties/value.tsx'
import { CountryCell, RecordCell, TextCell } from '../controls/cells.tsx'
import { CountryLabel } from '../controls/country-picker.tsx'
import { LinkChip } from '../controls/link-chip.tsx'
import { LanguagesRow } from '../properties/language-rows.tsx'
import { CountryRow, RecordRow } from '../properties/link-rows.tsx'
import { Part } from '../properties/part.tsx'
import { PartsRow } from '../properties/parts-row.tsx'
import { TextRow } from '../properties/text-rows.tsx'
import { partOf, useField } from '../properties/use-field.ts'
import styles from '../properties/properties-form.module.css'

export function RepresentsRow() {
  const { t } = useTranslation('fields')
  const field = useField('contact', 'represents')
  const { country, organisation } = field.value
  return (
    <PartsRow label={t('label.represents')} icon={<UsersRound />} wide>
      {field.locked ? (
        <>
          {country && <CountryLabel code={country} />}
          {organisation && <LinkChip name={organisation} />}
          {!country && !organisation && <Value>{''}</Value>}
        </>
      ) : (
        <>
          <Part>
            <CountryCell field={partOf(field, 'country')} label={t('part.country')} />
          </Part>
          <Part className={styles.grow} label={t('part.organisation').toLowerCase()}>
            <RecordCell
              field={partOf(field, 'organisation')}
              label={t('part.organisation')}
              wanted={{ kinds: ['contact'], contactTypes: ['organisation', 'body'] }}
              creates={{ kind: 'contact', contactType: 'organisation' }}
            />
          </Part>
        </>
      )}
    </PartsRow>
  )
}

export function DutyStationRow() {
  const { t } = useTranslation('fields')
  const field = useField('contact', 'dutyStation')
  const { place, country } = field.value
  return (
    <PartsRow label={t('label.dutyStation')} icon={<MapPin />} wide>
      {field.locked ? (
        <>
          <Value>{place || (country ? <CountryLabel code={country} /> : '')}</Value>
          {place && country && <CountryLabel code={country} />}
        </>
      ) : (
        <>
          <Part>
            <TextCell field={partOf(field, 'place')} label={t('part.city')} />
          </Part>
          <Part>
            <CountryCell field={partOf(field, 'country')} label={t('part.country')} />
          </Part>
        </>
      )}
    </PartsRow>
  )
}

export function NationalityRow() {
  const { t } = useTranslation('fields')
  return <CountryRow field={useField('contact', 'nationality')} label={t('label.nationality')} icon={<Flag />} />
}
export function HonorificRow() {
  const { t } = useTranslation('fields')
  return <TextRow field={useField('contact', 'honorific')} label={t('label.honorific')} icon={<Award />} />
}
export function GivenRow() {
  const { t } = useTranslation('fields')
  return <TextRow field={useField('contact', 'given')} label={t('label.given')} icon={<UserRound />} />
}
export function FamilyRow() {
  const { t } = useTranslation('fields')
  return <TextRow field={useField('contact', 'family')} label={t('label.family')} icon={<UserRound />} />
}
export function NativeNameRow() {
  const { t } = useTranslation('fields')
  return <TextRow field={useField('contact', 'nativeName')} label={t('label.nativeName')} icon={<Signature />} />
}
export function AssistantRow() {
  const { t } = useTranslation('fields')
  return (
    <RecordRow
      field={useField('contact', 'assistant')}
      label={t('label.assistant')}
      icon={<UserRound />}
      wanted={{ kinds: ['contact'], contactTypes: ['person'] }}
      creates={{ kind: 'contact', contactType: 'person' }}
    />
  )
}
export function SpokenLanguagesRow() {
  const { t } = useTranslation('fields')
  return <LanguagesRow field={useField('contact', 'languages')} label={t('label.languages')} icon={<Languages />} />
}
