import type { TFunction } from 'i18next'
import type { DecisionRow } from '../../../shared/contract/decisions.ts'
import { formatDate } from '../../i18n/dates.ts'
import type { PlainColumn } from '../../parts/rows/plain-table.tsx'
import styles from '../../parts/actions/actions.module.css'
import { plainLines, plainWords } from '../../parts/actions/plain-words.ts'

/** Its number, what was decided, when and at which meeting. */
export const decisionColumns = (t: TFunction<'actions'>): readonly PlainColumn<DecisionRow>[] => [
  {
    id: 'number',
    label: t('decisions.number'),
    width: 'minmax(var(--label), 0.5fr)',
    cell: (row) => <span className={styles.number}>{row.number}</span>,
  },
  {
    id: 'decision',
    label: t('decisions.decision'),
    width: 'minmax(0, 2.4fr)',
    cell: (row) => (
      <>
        <b>{plainWords(row.title)}</b>
        <div className={styles.text}>{plainLines(row.text)}</div>
      </>
    ),
  },
  {
    id: 'date',
    label: t('decisions.date'),
    width: 'minmax(var(--label), 0.5fr)',
    cell: (row) => <span className={styles.figure}>{formatDate(row.recordDate)}</span>,
  },
  { id: 'meeting', label: t('decisions.meeting'), width: 'minmax(0, 1.2fr)', cell: (row) => row.recordTitle },
]
