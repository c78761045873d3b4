/** Rows that only a body has: who is entitled to sit in it, its officers, its rules. */
import { Armchair, Scale, UserRoundCheck } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { adoptionRules } from '../../../../shared/model/vocabulary.ts'
import { formatDateRange } from '../../../i18n/dates.ts'
import { Field } from '../../../ui/field.tsx'
import { ChoiceCell, CountryCell, DateCell, RecordCell, TextCell } from '../controls/cells.tsx'
import { CountryLabel } from '../controls/country-picker.tsx'
import { RowEditor } from '../controls/row-editor.tsx'
import rows from '../controls/row-editor.module.css'
import { PartsRow } from '../properties/parts-row.tsx'
import styles from '../properties/properties-form.module.css'
import { partOf, useField } from '../properties/use-field.ts'
import { Value } from '../properties/value.tsx'

export function CompositionRow() {
  const { t } = useTranslation(['record', 'fields'])
  const label = t('fields:label.composition')
  return (
    <Field label={label} icon={<Armchair />} wide>
      <RowEditor
        label={label}
        field={useField('contact', 'composition')}
        empty={{ country: '', member: '', from: '', to: '' }}
        addLabel={t('add', { what: t('what.member') })}
        nameOf={(row, index) => row.member || row.country || t('rows.number', { number: index + 1 })}
        renderRead={(row) => (
          <>
            {row.country && <CountryLabel code={row.country} />} {row.member} <small>{formatDateRange(row.from, row.to)}</small>
          </>
        )}
      >
        {(row) => (
          <>
            <CountryCell field={partOf(row, 'country')} label={t('fields:part.country')} />
            <RecordCell
              field={partOf(row, 'member')}
              label={t('fields:part.member')}
              wanted={{ kinds: ['contact'] }}
              creates={{ kind: 'contact', contactType: 'organisation' }}
            />
            <span className={rows.inline}>
              <DateCell named field={partOf(row, 'from')} label={t('fields:part.from')} />
              <DateCell named field={partOf(row, 'to')} label={t('fields:part.to')} />
            </span>
          </>
        )}
      </RowEditor>
    </Field>
  )
}

export function OfficersRow() {
  const { t } = useTranslation(['record', 'fields'])
  const label = t('fields:label.officers')
  return (
    <Field label={label} icon={<UserRoundCheck />} wide>
      <RowEditor
        label={label}
        field={useField('contact', 'officers')}
        empty={{ person: '', role: '', from: '', to: '' }}
        addLabel={t('add', { what: t('what.officer') })}
        nameOf={(row, index) => row.person || t('rows.number', { number: index + 1 })}
        renderRead={(row) => (
          <>
            {[row.person, row.role].filter(Boolean).join(', ')} <small>{formatDateRange(row.from, row.to)}</small>
          </>
        )}
      >
        {(row) => (
          <>
            <span className={rows.wide}>
              <RecordCell
                field={partOf(row, 'person')}
                label={t('fields:part.person')}
                wanted={{ kinds: ['contact'], contactTypes: ['person'] }}
                creates={{ kind: 'contact', contactType: 'person' }}
              />
            </span>
            <span className={rows.inline}>
              <TextCell field={partOf(row, 'role')} label={t('fields:part.role')} />
              <DateCell named field={partOf(row, 'from')} label={t('fields:part.from')} />
              <DateCell named field={partOf(row, 'to')} label={t('fields:part.to')} />
            </span>
          </>
        )}
      </RowEditor>
    </Field>
  )
}

export function RulesRow() {
  const { t } = useTranslation('fields')
  const field = useField('contact', 'rules')
  const { quorum, adoption } = field.value
  return (
    <PartsRow label={t('label.rules')} icon={<Scale />} wide>
      {field.locked ? (
        <Value>{[quorum && `${t('part.quorum')} ${quorum}`, adoption && t(`adoptionRule.${adoption}`)].filter(Boolean).join(' · ')}</Value>
      ) : (
        <>
          <TextCell className={styles.part} field={partOf(field, 'quorum')} label={t('part.quorum')} />
          <ChoiceCell
            className={styles.part}
            field={partOf(field, 'adoption')}
            label={t('part.adoptionRule')}
            values={adoptionRules}
            group="adoptionRule"
          />
        </>
      )}
    </PartsRow>
  )
}
