import { useTranslation } from 'react-i18next'
import type { FieldChange } from '../../../shared/contract/history.ts'
import { useValueWords } from '../records/use-value-words.ts'
import { useFieldLabel } from './field-label.ts'
import { TextChanges } from './text-changes.tsx'
import { valuePieces } from './value-pieces.ts'
import css from './changes.module.css'

function Value({ change }: { readonly change: FieldChange }) {
  const { t } = useTranslation('history')
  const words = useValueWords()
  if (change.type === 'text') return <TextChanges pieces={change.pieces} />
  if (change.field === 'trashed') return t(change.after === null ? 'takenOut' : 'putIn')
  const said = { ...words, unchanged: (count: number) => t('unchangedEntries', { count }), reordered: t('reordered') }
  return <TextChanges pieces={valuePieces(change.field, change.before, change.after, said)} />
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
