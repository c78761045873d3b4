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
import { Part } from '../properties/part.tsx'
import { partOf, useField, type FieldHandle } from '../properties/use-field.ts'
import { Warning } from '../properties/warning.tsx'
import { endsBeforeStart } from '../../../../shared/model/partial-date.ts'
import { Value } from '../properties/value.tsx'

/** From when to when somebody sits there. */
function Period<T extends { readonly from: string; readonly to: string }>({ row }: { readonly row: FieldHandle<T> }) {
  const { t } = useTranslation('fields')
  return (
    <>
      <Part label={t('part.from').toLowerCase()}>
        <DateCell field={partOf(row, 'from') as FieldHandle<string>} label={t('part.from')} />
      </Part>
      <Part label={t('part.to').toLowerCase()}>
        <DateCell field={partOf(row, 'to') as FieldHandle<string>} label={t('part.to')} />
      </Part>
      {endsBeforeStart(row.value.from, row.value.to) && <Warning>{t('warning.period')}</Warning>}
    </>
  )
}

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
          // the flag says what the first value is
          <span className={rows.inline}>
            <Part>
              <CountryCell field={partOf(row, 'country')} label={t('fields:part.country')} />
            </Part>
            <Part label={t('fields:part.member').toLowerCase()}>
              <RecordCell
                field={partOf(row, 'member')}
                label={t('fields:part.member')}
                wanted={{ kinds: ['contact'] }}
                creates={{ kind: 'contact', contactType: 'organisation' }}
              />
            </Part>
            <span className={rows.inline}>
              <Period row={row} />
            </span>
          </span>
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
            <Part className={`${rows.whole} ${rows.strong}`}>
              <RecordCell
                field={partOf(row, 'person')}
                label={t('fields:part.person')}
                wanted={{ kinds: ['contact'], contactTypes: ['person'] }}
                creates={{ kind: 'contact', contactType: 'person' }}
              />
            </Part>
            <span className={rows.inline}>
              <Part label={t('fields:part.role').toLowerCase()}>
                <TextCell field={partOf(row, 'role')} label={t('fields:part.role')} />
              </Part>
              <Period row={row} />
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
          <Part label={t('part.quorum').toLowerCase()}>
            <TextCell field={partOf(field, 'quorum')} label={t('part.quorum')} />
          </Part>
          <Part label={t('part.adoptionRule').toLowerCase()}>
            <ChoiceCell field={partOf(field, 'adoption')} label={t('part.adoptionRule')} values={adoptionRules} group="adoptionRule" />
          </Part>
        </>
      )}
    </PartsRow>
  )
}
