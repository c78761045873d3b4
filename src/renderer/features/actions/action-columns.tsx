import type { TFunction } from 'i18next'
import type { ActionRow } from '../../../shared/contract/actions.ts'
import { formatDate } from '../../i18n/dates.ts'
import type { PlainColumn } from '../../parts/rows/plain-table.tsx'
import { ActionState } from '../../parts/actions/action-state.tsx'
import styles from '../../parts/actions/actions.module.css'
import { DueWords } from '../../parts/actions/due-words.tsx'
import { plainWords } from '../../parts/actions/plain-words.ts'

/** What is to be done, by whom, until when, and where that was agreed. `today` is a full date. */
export const actionColumns = (t: TFunction<'actions'>, today: string): readonly PlainColumn<ActionRow>[] => [
  { id: 'state', label: t('column.state'), hideLabel: true, width: 'var(--s-40)', cell: (row) => <ActionState state={row.state} /> },
  {
    id: 'text',
    label: t('column.text'),
    width: 'minmax(0, 2fr)',
    cell: (row) => <span className={row.state === 'open' ? undefined : styles.ended}>{plainWords(row.text)}</span>,
  },
  { id: 'responsible', label: t('column.responsible'), width: 'minmax(0, 1fr)', cell: (row) => row.responsible.join(', ') },
  {
    id: 'due',
    label: t('column.due'),
    width: 'minmax(calc(var(--label) + var(--s-20)), 0.7fr)',
    cell: (row) =>
      row.state === 'open' ? (
        <DueWords due={row.due} today={today} long />
      ) : (
        <span className={styles.ended}>{row.done ? t('doneOn', { date: formatDate(row.done) }) : t(`state.${row.state}`)}</span>
      ),
  },
  {
    id: 'from',
    label: t('column.from'),
    width: 'minmax(0, 1.2fr)',
    cell: (row) => (
      <>
        {row.recordTitle}
        {row.recordDate && <small className={styles.recordDate}>{formatDate(row.recordDate)}</small>}
      </>
    ),
  },
]
