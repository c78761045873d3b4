import {
  useEffect,
  useId,
  useImperativeHandle,
  useRef,
  type ClipboardEvent,
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
} from 'react'
import { useTranslation } from 'react-i18next'
import type { Participant } from '../../../../../shared/model/meeting.ts'
import { replacedBy } from '../../../../../shared/meetings/delegations.ts'
import { earlierRows } from '../../../../../shared/meetings/named-twice.ts'
import { useVirtualRows } from '../../../../parts/rows/use-virtual-rows.ts'
import type { FieldHandle } from '../../properties/use-field.ts'
import { CellEditor } from './cell-editor.tsx'
import { DelegationHeading } from './delegation-heading.tsx'
import { gridKey } from './grid-keys.ts'
import type { GridItem } from './grid-items.ts'
import { ParticipantRow } from './participant-row.tsx'
import styles from './grid.module.css'
import { runGridKey } from './run-grid-key.ts'
import { rowsAsText } from './rows-as-text.ts'
import { columns, marksPresence } from './columns.ts'
import type { Grid } from './use-grid.ts'
import { useChoosePerson } from './use-choose-person.ts'

const ROW = 34
const HEADER = 30

export interface ParticipantsGridProps {
  readonly field: FieldHandle<Participant[]>
  readonly items: readonly GridItem[]
  readonly grid: Grid
  /** A country's name in the language of the order. */
  readonly nameOf: (code: string) => string
  readonly day: string
  /** Gives the table the focus. */
  readonly handle: RefObject<{ focus: () => void } | null>
  readonly onAdd: () => void
  readonly onRemove: () => void
  readonly onNoCountry: (text: string) => void
}

/**
 * The participants as a grid: of any number of rows those in sight exist. The grid has the focus and
 * `aria-activedescendant` names the cell; a cell that is written in has the focus itself.
 */
export function ParticipantsGrid({ field, items, grid, nameOf, day, handle, onAdd, onRemove, onNoCountry }: ParticipantsGridProps) {
  const { t } = useTranslation(['participants', 'fields'])
  const id = useId()
  const { value: rows, locked } = field
  const scroller = useRef<HTMLDivElement>(null)
  const virtual = useVirtualRows(scroller, { count: items.length, rowHeight: ROW, above: HEADER, covered: 0 }, 0)
  const { scrollTo } = virtual
  const { from, to } = virtual.rows
  const { cursor, chosen, editing } = grid.state
  const choosePerson = useChoosePerson(grid, day)
  const earlier = earlierRows(rows, ({ person }) => person)
  const replaces = replacedBy(rows)
  const focus = () => scroller.current?.focus({ preventScroll: true })
  useImperativeHandle(handle, () => ({ focus }))

  const place = cursor ? items.findIndex((item) => item.type === 'row' && item.row === cursor.row) : -1
  useEffect(() => {
    if (place >= 0) scrollTo(place, 'nearest')
  }, [place, scrollTo])
  const hasEditor = editing !== null
  useEffect(() => {
    // back from the review of names the keys are the table's again
    const element = scroller.current
    if (element && !element.contains(document.activeElement)) element.focus({ preventScroll: true })
  }, [])

  const problemOf = (row: number) =>
    ['person', 'title', 'represents.organisation', 'replacedBy'].map((part) => field.problemAt(`${row}.${part}`)).find(Boolean) ??
    ((earlier[row] ?? -1) < 0 ? undefined : t('twice', { number: (earlier[row] ?? 0) + 1 }))

  /** Ends writing: the field hands over what it holds as it loses the focus. */
  const leave = (then: () => void) => {
    focus()
    grid.endEditing()
    then()
  }
  const onEntered = (column: number, text: string) =>
    leave(() => {
      const isLast = items.at(-1)?.type === 'row' && place === items.length - 1
      if (isLast && columns[column] === 'person' && text !== '') onAdd()
      else grid.goRows(1, false)
    })

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    // keys pressed in a cell that is written in are the cell's
    if (event.target !== event.currentTarget || event.nativeEvent.isComposing) return
    const key = gridKey(event, cursor !== null && chosen.size === 0 && !marksPresence(cursor.column))
    if (!key) return
    if (runGridKey(key, { grid, rows, locked, page: virtual.page, onAdd, onRemove })) event.preventDefault()
  }
  const onClick = (event: MouseEvent, row: number, column: number) => {
    if (event.shiftKey) grid.extendTo(row)
    else if (event.ctrlKey || event.metaKey) grid.toggle(row)
    else if (!locked && cursor?.row === row && cursor.column === column && chosen.size === 0) grid.edit({ row, column })
    else grid.goTo({ row, column })
  }
  const onCopy = (event: ClipboardEvent) => {
    const targets = grid.targets()
    if (hasEditor || targets.size === 0) return
    event.preventDefault()
    const shown = items.flatMap((item) => (item.type === 'row' && targets.has(item.row) ? (rows[item.row] ?? []) : []))
    event.clipboardData.setData('text/plain', rowsAsText(shown))
  }

  return (
    <div
      ref={scroller}
      role="grid"
      aria-label={t('title')}
      aria-rowcount={items.length + 1}
      aria-colcount={columns.length + 1}
      aria-multiselectable
      aria-readonly={locked || undefined}
      aria-activedescendant={cursor && !hasEditor ? `${id}-${cursor.row}-${cursor.column}` : undefined}
      tabIndex={0}
      className={styles.grid}
      onKeyDown={onKeyDown}
      onCopy={onCopy}
      onFocus={(event) => {
        if (event.target === event.currentTarget && !cursor && rows.length > 0) grid.goColumn(0)
      }}
    >
      <div role="rowgroup" className={styles.head}>
        <div role="row" aria-rowindex={1} className={styles.cells}>
          <div role="columnheader" className={styles.number}>
            <span className="visually-hidden">{t('number')}</span>
          </div>
          {columns.map((column) => (
            <div key={column} role="columnheader" className={styles.columnName}>
              {t(`fields:part.${column}`)}
            </div>
          ))}
        </div>
      </div>
      <div role="rowgroup" className={styles.rows} style={{ height: virtual.startOf(items.length) }}>
        {items.slice(from, to).map((item, offset) => {
          const position = from + offset
          const shared = {
            ref: (element: HTMLDivElement | null) => virtual.setRow(position, element),
            className: styles.item,
            style: { transform: `translateY(${virtual.startOf(position)}px)` },
          }
          if (item.type === 'heading') {
            return (
              <div key={`heading ${position}`} role="none" {...shared}>
                <DelegationHeading delegation={item.delegation} nameOf={nameOf} rowIndex={position + 2} span={columns.length + 1} />
              </div>
            )
          }
          const { row } = item
          const rowId = grid.idOf(row)
          const participant = rows[row]
          if (!participant) return null
          return (
            <div key={rowId} role="none" {...shared}>
              <ParticipantRow
                id={id}
                row={row}
                rowIndex={position + 2}
                participant={participant}
                cursor={cursor?.row === row && !hasEditor ? cursor.column : null}
                written={editing?.row === row ? editing.column : null}
                chosen={chosen.has(row)}
                replaces={replaces[row] ?? []}
                problem={problemOf(row)}
                onFocusAsked={focus}
                onClick={onClick}
                onChoose={grid.toggle}
                onLeft={grid.endEditing}
              >
                {(column, at) => (
                  <CellEditor
                    column={column}
                    participant={participant}
                    onChange={(part) => grid.change(rowId, part)}
                    onPerson={(person, contact) => choosePerson(rowId, person, contact)}
                    onNoCountry={onNoCountry}
                    onEnter={(text) => onEntered(at, text)}
                    onTab={(direction) => leave(() => void grid.goCells(direction, true))}
                  />
                )}
              </ParticipantRow>
            </div>
          )
        })}
      </div>
    </div>
  )
}
