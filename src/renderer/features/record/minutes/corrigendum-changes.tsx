import { useTranslation } from 'react-i18next'
import type { Comparison } from '../../../../shared/contract/history.ts'
import { adoptedHeading } from '../../../../shared/model/vocabulary.ts'
import { formatNumber } from '../../../i18n/dates.ts'
import { FieldChanges } from '../../../parts/changes/field-changes.tsx'
import { TextChanges } from '../../../parts/changes/text-changes.tsx'
import styles from './minutes.module.css'

/** What a corrigendum can change; the rest of a version is how it is filed. */
const CORRECTED: ReadonlySet<string> = new Set([...adoptedHeading, 'participants'])

export type Changes = Pick<Comparison, 'fields' | 'added' | 'removed' | 'coarse'>

/** The words of an adopted text that a corrigendum changes, where they stand. */
export function CorrigendumChanges({ changes: { fields, added, removed, coarse } }: { readonly changes: Changes }) {
  const { t } = useTranslation(['history', 'fields'])
  const body = fields.find(({ field }) => field === 'body')
  const words = [
    added > 0 && t('added', { count: added, formatted: formatNumber(added) }),
    removed > 0 && t('removed', { count: removed, formatted: formatNumber(removed) }),
  ].filter(Boolean)
  return (
    <div className={styles.changes}>
      {words.length > 0 && <p className={styles.said}>{words.join(', ')}</p>}
      {coarse && <p className={styles.said}>{t('coarse')}</p>}
      <FieldChanges fields={fields.filter(({ field }) => CORRECTED.has(field))} />
      {body?.type === 'text' && (
        <div className={styles.changedText}>
          <TextChanges pieces={body.pieces} />
        </div>
      )}
    </div>
  )
}
