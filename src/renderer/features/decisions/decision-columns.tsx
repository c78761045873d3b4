import type { TFunction } from 'i18next'
import type { ReactNode } from 'react'
import type { DecisionRow } from '../../../shared/contract/decisions.ts'
import { formatDate, formatNumber } from '../../i18n/dates.ts'
import { plainLines, plainWords } from '../../parts/actions/plain-words.ts'
import { ClashNote } from '../../parts/decisions/clash-note.tsx'
import type { DecisionQuestion } from '../../parts/decisions/decision-menu.tsx'
import { NamedDecisions } from '../../parts/decisions/named-decisions.tsx'
import { LevelMark } from '../../parts/records/level-mark.tsx'
import type { PlainColumn } from '../../parts/rows/plain-table.tsx'
import styles from './decisions-page.module.css'
import { StatusCell } from './status-cell.tsx'

interface RowCommands {
  readonly onAsk: (row: DecisionRow, question: DecisionQuestion) => void
  /** The row whose menu is open. */
  readonly isMenuOpen: (row: DecisionRow) => boolean
  readonly onMenu: (row: DecisionRow | null) => void
}

/** What stands in a row and is clicked for itself: the row is not opened by it. */
function Own({ children }: { readonly children: ReactNode }) {
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions -- the buttons inside have the keys; a click beside them must not open the row
    <span className={styles.own} onClick={(event) => event.stopPropagation()} onContextMenu={(event) => event.stopPropagation()}>
      {children}
    </span>
  )
}

/** Its number, what was decided, at which meeting, how it was taken, and what became of it. */
export const decisionColumns = (t: TFunction<'decisions'>, commands: RowCommands): readonly PlainColumn<DecisionRow>[] => [
  {
    id: 'number',
    label: t('column.number'),
    width: 'minmax(var(--label-narrow), 0.5fr)',
    cell: (row) => <span className={styles.number}>{row.number}</span>,
  },
  {
    id: 'decision',
    label: t('column.decision'),
    width: 'minmax(0, 2.4fr)',
    cell: (row) => (
      <>
        <b>{plainWords(row.title) || (row.text === '' && t('untitled'))}</b>
        <span className={styles.text}>{plainLines(row.text)}</span>
        {row.actions > 0 && (
          <span className={styles.linked}>{t('actions', { count: row.actions, formatted: formatNumber(row.actions) })}</span>
        )}
        {row.supersedes.length > 0 && (
          <span className={styles.linked}>
            {t('inPlaceOf')}{' '}
            <Own>
              <NamedDecisions names={row.supersedes} />
            </Own>
          </span>
        )}
        {row.clashes.length > 0 && (
          <Own>
            <ClashNote decision={row} onRenumber={() => commands.onAsk(row, 'number')} />
          </Own>
        )}
      </>
    ),
  },
  {
    id: 'meeting',
    label: t('column.meeting'),
    width: 'minmax(0, 1.1fr)',
    cell: (row) => (
      <>
        {row.recordTitle}
        <small className={styles.date}>{formatDate(row.recordDate)}</small>
        <LevelMark level={row.classification} />
      </>
    ),
  },
  {
    id: 'taken',
    label: t('column.taken'),
    width: 'minmax(var(--label-narrow), 0.5fr)',
    cell: (row) => (row.taken === '' ? <span className={styles.unsaid}>{t('taken.unsaid')}</span> : t(`taken.${row.taken}`)),
  },
  {
    id: 'status',
    label: t('column.status'),
    width: 'minmax(calc(var(--label) + var(--s-20)), 0.8fr)',
    cell: (row) => (
      <Own>
        <StatusCell
          row={row}
          open={commands.isMenuOpen(row)}
          onOpenChange={(open) => commands.onMenu(open ? row : null)}
          onAsk={(question) => commands.onAsk(row, question)}
        />
      </Own>
    ),
  },
]
