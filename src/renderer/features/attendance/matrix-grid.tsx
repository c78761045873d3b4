import { useEffect, useId, useState, type CSSProperties, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { AttendanceMeeting } from '../../../shared/contract/attendance.ts'
import { recordAddress, navigate } from '../../store/navigation.ts'
import styles from './matrix.module.css'
import { NAMES, placeAfter, SHARES, type GridPlace } from './grid-keys.ts'
import { markAt, markWords } from './mark-icon.tsx'
import { MatrixHead, meetingName } from './matrix-head.tsx'
import { MatrixLine } from './matrix-line.tsx'
import type { MatrixOrder, MatrixRow } from './matrix-view.ts'
import { useGridWindow } from './use-grid-window.ts'

const ROW_HEIGHT = 30
const COLUMN_WIDTHS = { least: 58, most: 160 }
const HEAD_HEIGHT = 52
const NAME_WIDTH = 190
const SHARE_WIDTH = 96
const SIDE_WIDTH = NAME_WIDTH + SHARE_WIDTH

interface MatrixGridProps {
  readonly by: 'country' | 'person'
  readonly meetings: readonly AttendanceMeeting[]
  readonly rows: readonly MatrixRow[]
  readonly order: MatrixOrder
  readonly onOrder: (order: MatrixOrder) => void
}

/**
 * Rows × meetings, of which only those in sight exist. The grid has the focus and `aria-activedescendant` names the cell, so
 * that scrolling cannot take the focus away.
 */
export function MatrixGrid({ by, meetings, rows, order, onOrder }: MatrixGridProps) {
  const { t } = useTranslation('attendance')
  const id = useId()
  const [place, setPlace] = useState<GridPlace>({ row: 0, column: NAMES })
  const { scroller, shown, show, page } = useGridWindow({
    rows: rows.length,
    columns: meetings.length,
    rowHeight: ROW_HEIGHT,
    columnWidths: COLUMN_WIDTHS,
    headHeight: HEAD_HEIGHT,
    sideWidth: SIDE_WIDTH,
  })
  const { columnWidth } = shown
  // others may be fewer
  const row = Math.min(place.row, rows.length - 1)
  const column = Math.min(place.column, meetings.length - 1)
  useEffect(() => {
    if (document.activeElement === document.body || document.activeElement?.id === 'content')
      scroller.current?.focus({ preventScroll: true })
  }, [scroller])

  const open = ({ row: at, column: of }: GridPlace) => {
    const meeting = meetings[of]
    const named = rows[at]
    if (meeting) navigate(recordAddress('meeting', meeting.id))
    else if (named?.id) navigate(recordAddress(by === 'country' ? 'country' : 'contact', named.id))
    else if (at === -1) onOrder(of === SHARES ? 'share' : 'name')
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget) return
    if (event.key === 'Enter') {
      event.preventDefault()
      return open({ row, column })
    }
    const next = placeAfter(event, { row, column }, { rows: rows.length, columns: meetings.length, page: page() })
    if (!next) return
    event.preventDefault()
    setPlace(next)
    show(next.row, next.column)
  }

  const cellId = (at: GridPlace) => `${id}-${at.row}-${at.column}`
  const columns = Array.from({ length: shown.columns.to - shown.columns.from }, (_, at) => shown.columns.from + at)
  const lines = Array.from({ length: shown.rows.to - shown.rows.from }, (_, at) => shown.rows.from + at)
  // where the keys are exists also when it was scrolled out of sight
  if (row >= 0 && !lines.includes(row)) lines.push(row)
  if (column >= 0 && !columns.includes(column)) columns.push(column)
  const said = rows[row] && meetings[column]
  const sizes = {
    '--name-width': `${NAME_WIDTH}px`,
    '--share-width': `${SHARE_WIDTH}px`,
    '--column-width': `${columnWidth}px`,
    '--line-height': `${ROW_HEIGHT}px`,
    '--head-height': `${HEAD_HEIGHT}px`,
  } as CSSProperties
  return (
    <div className={styles.frame}>
      <div
        ref={scroller}
        role="grid"
        aria-label={t('title')}
        aria-rowcount={rows.length + 1}
        aria-colcount={meetings.length + 2}
        aria-activedescendant={cellId({ row, column })}
        tabIndex={0}
        className={styles.scroller}
        style={sizes}
        onKeyDown={onKeyDown}
      >
        <div
          role="none"
          className={styles.canvas}
          style={{
            width: SIDE_WIDTH + meetings.length * columnWidth,
            height: HEAD_HEIGHT + rows.length * ROW_HEIGHT,
          }}
        >
          <MatrixHead
            by={by}
            meetings={meetings}
            columns={columns}
            left={SIDE_WIDTH}
            columnWidth={columnWidth}
            cursor={row === -1 ? column : null}
            cellId={cellId}
            order={order}
            onOrder={onOrder}
            onOpen={open}
          />
          <div role="rowgroup">
            {lines.map((at) => {
              const line = rows[at]
              return (
                line && (
                  <MatrixLine
                    key={line.key}
                    by={by}
                    row={line}
                    index={at}
                    top={HEAD_HEIGHT + at * ROW_HEIGHT}
                    left={SIDE_WIDTH}
                    columns={columns}
                    columnWidth={columnWidth}
                    cursor={row === at ? column : null}
                    cellId={cellId}
                    onOpen={open}
                  />
                )
              )
            })}
          </div>
        </div>
      </div>
      <p className={styles.said} aria-hidden="true">
        {said
          ? `${rows[row]?.shown} · ${meetingName(said)} · ${t(`mark.${markWords[markAt(rows[row]?.marks ?? '', column)]}`)}`
          : (meetings[column] && meetingName(meetings[column])) || ' '}
      </p>
    </div>
  )
}
