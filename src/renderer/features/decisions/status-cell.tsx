import { useTranslation } from 'react-i18next'
import type { DecisionRow } from '../../../shared/contract/decisions.ts'
import { formatDate } from '../../i18n/dates.ts'
import { DecisionMenu, type DecisionQuestion } from '../../parts/decisions/decision-menu.tsx'
import { NamedDecisions } from '../../parts/decisions/named-decisions.tsx'
import { hasLog } from '../../parts/decisions/shown-decision.ts'
import styles from './decisions-page.module.css'

interface StatusCellProps {
  readonly row: DecisionRow
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
  readonly onAsk: (question: DecisionQuestion) => void
}

/** What became of a decision, since when, and what stands in its place; or why nothing is recorded. */
export function StatusCell({ row, open, onOpenChange, onAsk }: StatusCellProps) {
  const { t } = useTranslation('decisions')
  return (
    <>
      <DecisionMenu decision={row} open={open} onOpenChange={onOpenChange} onAsk={onAsk} inList />
      {row.supersededBy !== '' && (
        <small className={styles.date}>
          {t('by')} <NamedDecisions names={[row.supersededBy]} />
        </small>
      )}
      {row.statusOn !== '' && <small className={styles.date}>{formatDate(row.statusOn)}</small>}
      {!hasLog(row) && <small className={styles.date}>{t(`noLog.${row.recordKind}`)}</small>}
    </>
  )
}
