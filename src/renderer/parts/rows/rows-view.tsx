import { useEffect, useId, useRef, type DragEvent, type FocusEvent, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react'
import { classNames } from '../../ui/class-names.ts'
import { listKey, movedIndex } from './list-keys.ts'
import type { PagedRows } from './paged-rows.ts'
import { extendTo, moveTo, rangeTo, settle, toggle, type Selection, type Target } from './selection.ts'
import styles from './rows-view.module.css'
import { useVirtualRows } from './use-virtual-rows.ts'

/** Where a menu is asked for, from the top left corner of the window. */
export interface MenuPlace {
  readonly x: number
  readonly y: number
}

export interface RowsViewProps<Row> {
  /** The accessible name. */
  readonly label: string
  readonly layout: 'list' | 'table'
  /** Loaded far enough to know its total. */
  readonly rows: PagedRows<Row>
  readonly targetOf: (row: Row) => Target
  readonly rowHeight: number
  readonly renderRow: (row: Row, state: { readonly index: number; readonly chosen: boolean }) => ReactNode
  readonly placeholder: ReactNode
  readonly selection: Selection
  readonly onSelection: (change: (selection: Selection) => Selection) => void
  /** Left out: rows cannot be chosen together. */
  readonly onChooseAll?: (() => void) | undefined
  /** The record that is open beside the list. */
  readonly openId?: string | null | undefined
  readonly onOpen: (row: Row) => void
  /** false: a click only goes to the row; it is opened by key. */
  readonly opensOnClick?: boolean | undefined
  /** Its menu is asked for: by the keys of menus, or by the other mouse button. */
  readonly onMenu?: ((row: Row, place: MenuPlace) => void) | undefined
  readonly onTrash?: (() => void) | undefined
  /** Rows can be dragged: `ready` is called when the pointer goes down on one. */
  readonly drag?: { readonly ready: (row: Row) => void; readonly start: (row: Row, event: DragEvent) => void } | undefined
  /** F2. */
  readonly onEdit?: ((row: Row) => void) | undefined
  /** Space, where rows are not chosen together. */
  readonly onMark?: ((row: Row) => void) | undefined
  readonly onEscape?: (() => void) | undefined
  /** Letters that are typed go to the filter; null asks for the filter only. */
  readonly onType?: ((text: string | null) => void) | undefined
  /** The first row to show, and where it stands later on. */
  readonly top: number
  readonly onTop?: ((top: number) => void) | undefined
  /** A new object brings this row into sight. */
  readonly reveal?: { readonly index: number } | null | undefined
  /** What stands over a row; the group of the first row stays in sight. */
  readonly headingOver?: ((index: number) => string | undefined) | undefined
  readonly groupAt?: ((index: number) => string | undefined) | undefined
  /** A table's head, one row high, and its columns. */
  readonly header?: ReactNode
  readonly columnCount?: number | undefined
}

const HEADING = 25
const HEADER = 30
/** Behind the beginning of the row whose menu is asked for by key. */
const MENU_INSET = 24

/**
 * Rows of any number of which only those in sight exist. The view has the focus and `aria-activedescendant` names the
 * row, so that neither scrolling nor new data can take the focus away.
 */
export function RowsView<Row>(props: RowsViewProps<Row>) {
  const { rows, layout, targetOf, selection, onSelection, headingOver, groupAt, header, onTop, reveal, openId } = props
  const id = useId()
  const scroller = useRef<HTMLDivElement | null>(null)
  const total = rows.total ?? 0
  const virtual = useVirtualRows(
    scroller,
    { count: total, rowHeight: props.rowHeight, above: header ? HEADER : 0, covered: groupAt ? HEADING : 0 },
    Math.min(props.top, Math.max(0, total - 1)),
  )
  const { scrollTo } = virtual
  const { from, to, top } = virtual.rows
  const multiple = props.onChooseAll !== undefined

  const latestOpenId = useRef(openId)
  // who goes to a section by a key goes on in its rows; a focus that is somewhere stays there
  useEffect(() => {
    const { activeElement } = document
    const waiting = activeElement === document.body || (activeElement?.id === 'content' && !latestOpenId.current)
    if (waiting) scroller.current?.focus({ preventScroll: true })
  }, [])
  useEffect(() => {
    rows.show(from, to)
  })
  useEffect(() => {
    onTop?.(top)
  }, [top, onTop])
  useEffect(() => {
    if (reveal) scrollTo(reveal.index, 'sight')
  }, [reveal, scrollTo])
  useEffect(() => {
    const indexOf = (wanted: string) => rows.find((row) => targetOf(row).id === wanted)
    const idAt = (index: number) => {
      const row = rows.row(index)
      return row === undefined ? undefined : targetOf(row).id
    }
    onSelection((now) => (now.cursor && idAt(now.cursor.index) === now.cursor.id ? now : settle(now, total, indexOf, idAt)))
  })

  const placeOf = (index: number) => {
    const row = rows.row(index)
    return row === undefined ? undefined : { place: { index, id: targetOf(row).id }, row }
  }
  const extend = async (index: number) => {
    const range = rangeTo(selection, index)
    const found = await rows.collect(range.from, range.to + 1)
    const last = found[index === range.from ? 0 : found.length - 1]
    if (last !== undefined) onSelection((now) => extendTo(now, { index, id: targetOf(last).id }, found.map(targetOf)))
  }
  const go = async (index: number, extending: boolean) => {
    scrollTo(index, 'nearest')
    if (extending && multiple) return extend(index)
    const [row] = await rows.collect(index, index + 1)
    if (row !== undefined) onSelection(() => moveTo({ index, id: targetOf(row).id }))
  }
  const toggleAt = (index: number) => {
    const at = placeOf(index)
    if (at) onSelection((now) => toggle(now, at.place, targetOf(at.row).rev))
  }

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    // keys pressed in a control inside a row are the control's
    if (event.defaultPrevented || event.target !== event.currentTarget) return
    const pressed = listKey(event, layout)
    const cursor = selection.cursor?.index ?? null
    if (!pressed || total === 0) return
    switch (pressed.type) {
      case 'move':
        void go(movedIndex(cursor, pressed, total, virtual.page), pressed.extend)
        break
      case 'open': {
        const at = cursor === null ? undefined : placeOf(cursor)
        if (at) props.onOpen(at.row)
        break
      }
      case 'menu': {
        const at = cursor === null ? undefined : placeOf(cursor)
        if (!props.onMenu || !at) return
        const rect = (document.getElementById(`${id}-${at.place.index}`) ?? event.currentTarget).getBoundingClientRect()
        props.onMenu(at.row, { x: rect.left + MENU_INSET, y: rect.top + MENU_INSET })
        break
      }
      case 'edit':
      case 'toggle': {
        const act = pressed.type === 'edit' ? props.onEdit : props.onMark
        const at = cursor === null ? undefined : placeOf(cursor)
        if (act && at) act(at.row)
        else if (pressed.type === 'toggle' && multiple && cursor !== null) toggleAt(cursor)
        else if (!act && (pressed.type === 'edit' || !multiple)) return
        break
      }
      case 'all':
        if (!props.onChooseAll) return
        props.onChooseAll()
        break
      case 'trash':
        if (!props.onTrash) return
        props.onTrash()
        break
      case 'escape':
        if (!props.onEscape) return
        props.onEscape()
        break
      case 'filter':
      case 'type':
        if (!props.onType) return
        props.onType(pressed.type === 'type' ? pressed.text : null)
        break
    }
    event.preventDefault()
  }

  /** Who comes with the Tab key sees where the keys will go: at the open record, else at the first row in sight. */
  const onFocus = (event: FocusEvent<HTMLDivElement>) => {
    if (event.target !== event.currentTarget || selection.cursor || !event.target.matches(':focus-visible')) return
    const open = rows.find((row) => targetOf(row).id === openId)
    const at = placeOf(open ?? top)
    if (at) onSelection(() => moveTo(at.place))
  }

  const onClick = (index: number, event: MouseEvent) => {
    const at = placeOf(index)
    if (!at) return
    if (multiple && event.shiftKey) return void extend(index)
    if (multiple && (event.ctrlKey || event.metaKey)) return toggleAt(index)
    onSelection(() => moveTo(at.place))
    if (props.opensOnClick !== false) props.onOpen(at.row)
  }

  const onContextMenu = (index: number, event: MouseEvent) => {
    const at = placeOf(index)
    if (!props.onMenu || !at) return
    event.preventDefault()
    // of one that is chosen it is the menu of all that are
    onSelection((now) => (now.chosen.has(at.place.id) ? now : moveTo(at.place)))
    props.onMenu(at.row, { x: event.clientX, y: event.clientY })
  }

  const cursorIndex = selection.cursor && selection.cursor.index < total ? selection.cursor.index : undefined
  const group = groupAt?.(top)
  return (
    <div className={styles.frame}>
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- a listbox or a grid, by layout */}
      <div
        ref={scroller}
        data-rows
        role={layout === 'list' ? 'listbox' : 'grid'}
        aria-label={props.label}
        aria-multiselectable={multiple || undefined}
        aria-activedescendant={cursorIndex === undefined ? undefined : `${id}-${cursorIndex}`}
        aria-rowcount={layout === 'table' ? total + (header ? 1 : 0) : undefined}
        aria-colcount={layout === 'table' ? props.columnCount : undefined}
        tabIndex={0}
        className={classNames(styles.scroller, layout === 'table' && styles.table)}
        onKeyDown={onKeyDown}
        onFocus={onFocus}
        onContextMenu={(event) => {
          // by key it comes to what has the focus, and the row's own menu is open already
          if (props.onMenu && event.target === event.currentTarget) event.preventDefault()
        }}
      >
        {header}
        <div role={layout === 'table' ? 'rowgroup' : 'none'} className={styles.rows} style={{ height: virtual.startOf(total) }}>
          {Array.from({ length: Math.max(0, to - from) }, (_, place) => {
            const index = from + place
            const row = rows.row(index)
            const target = row === undefined ? undefined : targetOf(row)
            const chosen = target !== undefined && selection.chosen.has(target.id)
            const open = target !== undefined && target.id === openId
            // what is open is among the chosen ones only when it was chosen: a command on these leaves it alone
            const on = chosen || (open && selection.chosen.size === 0)
            const heading = headingOver?.(index)
            return (
              <div
                key={index}
                ref={(element) => virtual.setRow(index, element)}
                role="none"
                className={styles.item}
                style={{ transform: `translateY(${virtual.startOf(index)}px)` }}
              >
                {heading !== undefined && (
                  <div className={styles.heading} aria-hidden="true">
                    {heading}
                  </div>
                )}
                {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions, jsx-a11y/click-events-have-key-events -- an option or a row; the view has the focus and the keys */}
                <div
                  id={`${id}-${index}`}
                  role={layout === 'list' ? 'option' : 'row'}
                  aria-selected={on}
                  aria-busy={row === undefined || undefined}
                  aria-rowindex={layout === 'table' ? index + (header ? 2 : 1) : undefined}
                  aria-setsize={layout === 'list' ? total : undefined}
                  aria-posinset={layout === 'list' ? index + 1 : undefined}
                  data-cursor={index === cursorIndex || undefined}
                  className={classNames(styles.row, on && styles.on, open && styles.open)}
                  onMouseDown={(event) => {
                    // Shift+click chooses rows, not text
                    if (event.shiftKey) event.preventDefault()
                    // who uses a control of a row goes on from that row
                    if (!multiple && event.button === 0 && target !== undefined) onSelection(() => moveTo({ index, id: target.id }))
                  }}
                  draggable={(props.drag && row !== undefined) || undefined}
                  onPointerDown={() => row !== undefined && props.drag?.ready(row)}
                  onDragStart={(event) => row !== undefined && props.drag?.start(row, event)}
                  onClick={(event) => onClick(index, event)}
                  onContextMenu={(event) => onContextMenu(index, event)}
                >
                  {row === undefined ? props.placeholder : props.renderRow(row, { index: index, chosen })}
                </div>
              </div>
            )
          })}
        </div>
      </div>
      {group !== undefined && total > 0 && (
        <div className={classNames(styles.heading, styles.sticky, header !== undefined && styles.underHead)} aria-hidden="true">
          {group}
        </div>
      )}
    </div>
  )
}
