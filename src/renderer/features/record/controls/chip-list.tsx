import { Plus } from 'lucide-react'
import { useEffect, useRef, useState, type FocusEvent, type MouseEvent, type ReactNode, type RefObject } from 'react'
import { flushSync } from 'react-dom'
import { IconButton } from '../../../ui/icon-button.tsx'
import styles from './controls.module.css'

export interface ChipListProps {
  /** The list's name; the accessible name of the group. */
  readonly label: string
  readonly addLabel: string
  readonly chips: ReactNode
  readonly locked: boolean
  readonly error?: string | undefined
  /** The field that adds one; it is told when it has done so. */
  readonly renderAdder: () => ReactNode
}

/** Keeps the focus in the group when what had it goes away: at the next chip, else at the button that adds. */
function useFocusInGroup(group: RefObject<HTMLElement | null>) {
  const buttons = () => [...(group.current?.querySelectorAll<HTMLElement>('button') ?? [])]
  const toAdd = () => group.current?.querySelector<HTMLElement>('[data-add]')?.focus()
  const afterRemoval = ({ target }: MouseEvent) => {
    const at = buttons().indexOf((target as Element).closest('button') as HTMLElement)
    if (at < 0) return
    requestAnimationFrame(() => {
      if (document.activeElement !== document.body) return
      ;(buttons()[at] ?? buttons().at(-1))?.focus()
    })
  }
  return { toAdd, afterRemoval }
}

/** Whether a button of the pointer is down. */
function usePressed(): RefObject<boolean> {
  const pressed = useRef(false)
  useEffect(() => {
    const down = () => void (pressed.current = true)
    const up = () => void (pressed.current = false)
    addEventListener('pointerdown', down, true)
    addEventListener('pointerup', up, true)
    addEventListener('pointercancel', up, true)
    return () => {
      removeEventListener('pointerdown', down, true)
      removeEventListener('pointerup', up, true)
      removeEventListener('pointercancel', up, true)
    }
  }, [])
  return pressed
}

/** Several short values side by side, with a field that comes when one is to be added and goes when it is left. */
export function ChipList({ label, addLabel, chips, locked, error, renderAdder }: ChipListProps) {
  const [adding, setAdding] = useState(false)
  const group = useRef<HTMLSpanElement>(null)
  const field = useRef<HTMLSpanElement>(null)
  const refocus = useFocusInGroup(group)
  const pressed = usePressed()
  const leave = (event: FocusEvent) => {
    if (field.current?.contains(event.relatedTarget)) return
    // nothing may move under a pointer that is down: the click would miss what it was meant for
    if (!pressed.current) return setAdding(false)
    const fold = () => setTimeout(() => setAdding(false))
    addEventListener('pointerup', fold, { once: true })
  }
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions -- the chips' buttons are clicked, by key too; this follows the focus
    <span ref={group} role="group" aria-label={label} className={styles.chips} onClick={refocus.afterRemoval}>
      {chips}
      {!locked &&
        (adding ? (
          // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- Escape of the field inside
          <span
            ref={field}
            className={styles.adder}
            onBlur={leave}
            onKeyDown={(event) => {
              if (event.key !== 'Escape') return
              event.stopPropagation()
              flushSync(() => setAdding(false))
              refocus.toAdd()
            }}
          >
            {renderAdder()}
          </span>
        ) : (
          <IconButton size="small" label={addLabel} icon={<Plus />} data-add onClick={() => setAdding(true)} />
        ))}
      {error && (
        <span role="alert" className={styles.problem}>
          {error}
        </span>
      )}
    </span>
  )
}
