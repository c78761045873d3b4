/** Labelled e-mail addresses and telephone numbers. */
import { Mail, Phone } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Labelled } from '../../../../shared/model/common.ts'
import { Field } from '../../../ui/field.tsx'
import { TextCell, WordCell } from '../controls/cells.tsx'
import { RowEditor } from '../controls/row-editor.tsx'
import rows from '../controls/row-editor.module.css'
import { Part } from '../properties/part.tsx'
import { partOf, useField, type FieldHandle } from '../properties/use-field.ts'
import { Warning } from '../properties/warning.tsx'

const kinds = { emails: ['work', 'home', 'assistant', 'other'], phones: ['work', 'mobile', 'home', 'fax', 'assistant', 'other'] } as const

/** Something, an @ and a domain: enough to notice a slip, and never in the way of an unusual address. */
const looksLikeEmail = (text: string) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/u.test(text.trim())

function LabelledRow({ of, field }: { readonly of: 'emails' | 'phones'; readonly field: FieldHandle<Labelled[]> }) {
  const { t } = useTranslation(['record', 'fields'])
  const label = t(`fields:label.${of}`)
  const known: readonly string[] = kinds[of]
  const kindName = (kind: string) => (known.includes(kind) ? t(`fields:addressKind.${kind}`) : kind)
  return (
    <Field label={label} icon={of === 'emails' ? <Mail /> : <Phone />} wide>
      <RowEditor
        label={label}
        field={field}
        empty={{ label: 'work', value: '' }}
        addLabel={t('add', { what: t(`what.${of}`) })}
        nameOf={(row, index) => row.value || t('rows.number', { number: index + 1 })}
        renderRead={(row) => (
          <>
            {row.value} <small>{kindName(row.label)}</small>
          </>
        )}
      >
        {(row) => (
          <>
            <Part className={rows.wide}>
              <TextCell field={partOf(row, 'value')} label={t(of === 'emails' ? 'fields:part.email' : 'fields:part.phone')} />
            </Part>
            <Part label={t('fields:part.label').toLowerCase()}>
              <WordCell field={partOf(row, 'label')} label={t('fields:part.label')} words={known} group="addressKind" />
            </Part>
            {of === 'emails' && row.value.value !== '' && !looksLikeEmail(row.value.value) && (
              <Warning>{t('fields:warning.email')}</Warning>
            )}
          </>
        )}
      </RowEditor>
    </Field>
  )
}

export const EmailsRow = () => <LabelledRow of="emails" field={useField('contact', 'emails')} />
export const PhonesRow = () => <LabelledRow of="phones" field={useField('contact', 'phones')} />
