import { useTranslation } from 'react-i18next'
import type { FieldChange, TextPiece } from '../../../shared/contract/history.ts'
import { readableValue } from '../../parts/records/readable-value.ts'
import { useFieldLabel } from './field-label.ts'
import { TextChanges } from './text-changes.tsx'
import css from './version.module.css'

/** How an empty value reads; it neither came nor went. */
const NOTHING = '—'

function Value({ change }: { readonly change: FieldChange }) {
  const { t } = useTranslation(['history', 'fields'])
  const { t: words } = useTranslation('fields')
  if (change.type === 'text') return <TextChanges pieces={change.pieces} />
  if (change.field === 'trashed') return t(change.after === null ? 'history:takenOut' : 'history:putIn')
  const side = (change: TextPiece['change'], value: unknown): TextPiece[] => {
    const text = readableValue(value, words)
    return text === NOTHING ? [] : [{ change, text, lines: 0 }]
  }
  const [before, after] = [side('removed', change.before), side('added', change.after)]
  const between: TextPiece[] = before.length > 0 && after.length > 0 ? [{ change: 'same', text: '\n', lines: 0 }] : []
  return <TextChanges pieces={[...before, ...between, ...after]} />
}

/** The properties that differ, each with what it said before and after. */
export function FieldChanges({ fields }: { readonly fields: readonly FieldChange[] }) {
  const labelOf = useFieldLabel()
  if (fields.length === 0) return null
  return (
    <dl className={css['fields']}>
      {fields.map((change) => (
        <div key={change.field} className={css['field']}>
          <dt>{labelOf(change.field)}</dt>
          <dd>
            <Value change={change} />
          </dd>
        </div>
      ))}
    </dl>
  )
}
