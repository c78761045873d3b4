import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useId, useRef, type KeyboardEvent, type MouseEvent, type ReactNode, type Ref } from 'react'
import { classNames } from './class-names.ts'
import { listKeyTarget } from './list-keys.ts'
import styles from './virtual-list.module.css'

export interface VirtualListProps {
  /** The accessible name. */
  readonly label: string
  readonly count: number
  /** Height of a row in CSS pixels; the first guess when `measured`. */
  readonly rowHeight: number | ((index: number) => number)
  /** Rows are as high as what stands in them. */
  readonly measured?: boolean | undefined
  /** `grid`: rows hold cells (`role="gridcell"`, drawn by `renderRow`). */
  readonly role?: 'listbox' | 'grid' | undefined
  readonly columnCount?: number | undefined
  /** The row the keys act on; -1 for none. */
  readonly activeIndex: number
  readonly onActiveIndexChange: (index: number) => void
  /** Enter, or a click. `event` tells whether a second window is asked for. */
  readonly onOpen: (index: number, event: MouseEvent | KeyboardEvent) => void
  readonly isSelected?: ((index: number) => boolean) | undefined
  readonly renderRow: (index: number, state: { readonly active: boolean; readonly selected: boolean }) => ReactNode
  readonly rowKey?: ((index: number) => string | number) | undefined
  /** Rows that are a heading: skipped by the keys and not to be opened. */
  readonly isHeading?: ((index: number) => boolean) | undefined
  /** The rows on the screen, for loading the window of the list they lie in. */
  readonly onRangeChange?: ((from: number, to: number) => void) | undefined
  /** Stands above the rows and scrolls with them sideways: a table's head, `role="row"`. */
  readonly header?: ReactNode
  readonly onKeyDown?: ((event: KeyboardEvent<HTMLDivElement>) => void) | undefined
  readonly className?: string | undefined
  readonly ref?: Ref<HTMLDivElement> | undefined
}

/** A list of any length: only the rows on the screen exist. ↑ ↓ j k Home End PageUp PageDown move, Enter opens. */
export function VirtualList(props: VirtualListProps) {
  const { label, count, rowHeight, measured, role = 'listbox', activeIndex, isHeading, onRangeChange, header } = props
  const id = useId()
  const scroller = useRef<HTMLDivElement | null>(null)
  // oxlint-disable-next-line react/incompatible-library -- TanStack Virtual hands out functions; no compiler memoises here
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: typeof rowHeight === 'number' ? () => rowHeight : rowHeight,
    overscan: 8,
    ...(props.rowKey ? { getItemKey: props.rowKey } : {}),
  })
  const items = virtualizer.getVirtualItems()
  const from = items[0]?.index ?? 0
  const to = items.at(-1)?.index ?? 0

  useEffect(() => {
    if (count > 0) onRangeChange?.(from, to)
  }, [from, to, count, onRangeChange])
  useEffect(() => {
    if (activeIndex >= 0 && activeIndex < count) virtualizer.scrollToIndex(activeIndex, { align: 'auto' })
  }, [activeIndex, count, virtualizer])

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    props.onKeyDown?.(event)
    // keys pressed in a control inside a row are the control's
    if (event.defaultPrevented || event.target !== event.currentTarget) return
    if (event.key === 'Enter' && activeIndex >= 0 && activeIndex < count) {
      event.preventDefault()
      return props.onOpen(activeIndex, event)
    }
    const page = Math.max(1, to - from - 16)
    const next = listKeyTarget(event, { count, active: activeIndex, page, isHeading })
    if (next === undefined) return
    event.preventDefault()
    props.onActiveIndexChange(next)
  }

  return (
    <div
      ref={(element) => {
        scroller.current = element
        if (typeof props.ref === 'function') return props.ref(element)
        if (props.ref) props.ref.current = element
        return undefined
      }}
      role={role}
      aria-label={label}
      aria-activedescendant={activeIndex >= 0 && activeIndex < count ? `${id}-${activeIndex}` : undefined}
      aria-rowcount={role === 'grid' ? count + (header ? 1 : 0) : undefined}
      aria-colcount={role === 'grid' ? props.columnCount : undefined}
      tabIndex={0}
      className={classNames(styles.scroller, props.className)}
      onKeyDown={onKeyDown}
    >
      {header}
      <div role={role === 'grid' ? 'rowgroup' : 'presentation'} className={styles.rows} style={{ height: virtualizer.getTotalSize() }}>
        {items.map(({ key, index, start, size }) => {
          const active = index === activeIndex
          const heading = isHeading?.(index) ?? false
          const selected = props.isSelected?.(index) ?? active
          return (
            // oxlint-disable-next-line jsx-a11y/interactive-supports-focus, jsx-a11y/click-events-have-key-events -- the list has the focus and the keys
            <div
              key={key}
              id={`${id}-${index}`}
              ref={measured ? virtualizer.measureElement : undefined}
              data-index={index}
              data-active={active || undefined}
              role={heading ? 'presentation' : role === 'grid' ? 'row' : 'option'}
              aria-selected={heading ? undefined : selected}
              aria-rowindex={role === 'grid' ? index + (header ? 2 : 1) : undefined}
              aria-setsize={role === 'listbox' && !heading ? count : undefined}
              aria-posinset={role === 'listbox' && !heading ? index + 1 : undefined}
              className={styles.row}
              style={{ transform: `translateY(${start}px)`, ...(measured ? {} : { height: size }) }}
              onClick={(event) => {
                if (heading) return
                props.onActiveIndexChange(index)
                props.onOpen(index, event)
              }}
            >
              {props.renderRow(index, { active, selected })}
            </div>
          )
        })}
      </div>
    </div>
  )
}
