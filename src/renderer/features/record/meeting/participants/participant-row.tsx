import type { MouseEvent, ReactNode } from 'react'
import type { Participant } from '../../../../../shared/model/meeting.ts'
import { classNames } from '../../../../ui/class-names.ts'
import { ParticipantCell } from './participant-cells.tsx'
import styles from './grid.module.css'
import { columns, type Column } from './columns.ts'

export interface ParticipantRowProps {
  /** Of the grid: a cell's id is made of it. */
  readonly id: string
  /** Its place in the list. */
  readonly row: number
  readonly rowIndex: number
  readonly participant: Participant
  /** The column in which the keyboard stands; null: it stands elsewhere. */
  readonly cursor: number | null
  /** The column that is written in. */
  readonly written: number | null
  readonly chosen: boolean
  readonly replaces: readonly string[]
  readonly problem: string | undefined
  readonly onFocusAsked: () => void
  readonly onClick: (event: MouseEvent, row: number, column: number) => void
  readonly onChoose: (row: number) => void
  /** The focus has gone from the cell that was written in. */
  readonly onLeft: () => void
  /** The control of the cell that is written in. */
  readonly children: (column: Column, at: number) => ReactNode
}

/** A click on a button or link in a cell is that control's. */
const isOfCell = ({ target }: MouseEvent) => target instanceof Element && target.closest('button, a') === null

/** One participant. */
export function ParticipantRow(props: ParticipantRowProps) {
  const { id, row, participant, cursor, written, chosen, replaces, problem } = props
  return (
    <div
      role="row"
      aria-rowindex={props.rowIndex}
      aria-selected={chosen}
      className={classNames(styles.cells, styles.row, chosen && styles.chosen)}
    >
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- the grid has the focus and the keys */}
      <div role="rowheader" className={styles.number} onClick={() => props.onChoose(row)}>
        {row + 1}
      </div>
      {columns.map((column, at) => {
        const isWritten = written === at
        return (
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- a cell; the grid has the focus and the keys
          <div
            key={column}
            id={`${id}-${row}-${at}`}
            role="gridcell"
            aria-colindex={at + 2}
            data-cursor={cursor === at || undefined}
            className={classNames(styles.cell, isWritten && styles.written)}
            onBlur={({ currentTarget, relatedTarget }) => {
              if (isWritten && relatedTarget && !currentTarget.contains(relatedTarget)) props.onLeft()
            }}
            onMouseDown={(event) => {
              if (isWritten || !isOfCell(event)) return
              // the focus stays with the grid, and Shift+click chooses rows, not text
              event.preventDefault()
              props.onFocusAsked()
            }}
            onClick={(event) => {
              if (!isWritten && isOfCell(event)) props.onClick(event, row, at)
            }}
          >
            {isWritten ? (
              props.children(column, at)
            ) : (
              <ParticipantCell
                column={column}
                participant={participant}
                replaces={replaces}
                problem={column === 'person' ? problem : undefined}
              />
            )}
          </div>
        )
      })}
    </div>
  )
}
