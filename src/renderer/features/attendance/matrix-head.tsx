import { ChevronDown, ChevronUp } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { AttendanceMeeting } from '../../../shared/contract/attendance.ts'
import { formatDate } from '../../i18n/dates.ts'
import styles from './matrix.module.css'
import { NAMES, SHARES, type GridPlace } from './grid-keys.ts'
import type { MatrixOrder } from './matrix-view.ts'

interface MatrixHeadProps {
  readonly by: 'country' | 'person'
  readonly meetings: readonly AttendanceMeeting[]
  /** In sight. */
  readonly columns: readonly number[]
  /** Where the first meeting stands, in CSS pixels. */
  readonly left: number
  readonly columnWidth: number
  /** The column in which the keys are; null: not in the head. */
  readonly cursor: number | null
  readonly cellId: (place: GridPlace) => string
  readonly order: MatrixOrder
  readonly onOrder: (order: MatrixOrder) => void
  readonly onOpen: (place: GridPlace) => void
}

/** "17 May 2023, Annual conference". */
export const meetingName = ({ title, start }: AttendanceMeeting): string => [formatDate(start), title].filter(Boolean).join(', ')

/** Day and month as far as they are known: "17 May", "May". */
function dayOf(start: string): string {
  return start.length === 4 ? '' : formatDate(start, { year: false, month: 'short' })
}

/** What the rows are called, and the meetings. */
export function MatrixHead(props: MatrixHeadProps) {
  const { by, meetings, columns, left, columnWidth, cursor, cellId, order, onOrder, onOpen } = props
  const { t } = useTranslation('attendance')
  const Arrow = order === 'name' ? ChevronUp : ChevronDown
  const sortable = (of: MatrixOrder, label: string) => (
    <button type="button" tabIndex={-1} className={styles.sort} onClick={() => onOrder(of)}>
      {label}
      {order === of && <Arrow aria-hidden="true" />}
    </button>
  )
  return (
    <div role="rowgroup" className={styles.head}>
      <div role="row" aria-rowindex={1} className={styles.headLine}>
        <div role="none" className={styles.side}>
          <div
            role="columnheader"
            id={cellId({ row: -1, column: NAMES })}
            aria-colindex={1}
            aria-sort={order === 'name' ? 'ascending' : 'none'}
            data-cursor={cursor === NAMES || undefined}
            className={styles.name}
          >
            {sortable('name', t(by))}
          </div>
          <div
            role="columnheader"
            id={cellId({ row: -1, column: SHARES })}
            aria-colindex={2}
            aria-sort={order === 'share' ? 'descending' : 'none'}
            data-cursor={cursor === SHARES || undefined}
            className={styles.share}
          >
            {sortable('share', t('share'))}
          </div>
        </div>
        {columns.map((column) => {
          const meeting = meetings[column]
          return (
            meeting && (
              // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- the grid has the focus and the keys
              <div
                key={meeting.id}
                id={cellId({ row: -1, column })}
                role="columnheader"
                aria-colindex={column + 3}
                aria-label={meetingName(meeting)}
                title={meetingName(meeting)}
                data-cursor={cursor === column || undefined}
                data-recorded={meeting.recorded}
                className={styles.meeting}
                style={{ left: left + column * columnWidth }}
                onClick={() => onOpen({ row: -1, column })}
              >
                <span className={styles.date}>{dayOf(meeting.start)}</span>
                <span className={styles.date}>{meeting.start.slice(0, 4)}</span>
                <span className={styles.symbol}>{meeting.symbol || meeting.title}</span>
              </div>
            )
          )
        })}
      </div>
    </div>
  )
}
