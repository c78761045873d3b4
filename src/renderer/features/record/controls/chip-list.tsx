import { Plus } from 'lucide-react'
import { useRef, useState, type FocusEvent, type ReactNode } from 'react'
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

/** Several short values side by side, with a field that comes when one is to be added and goes when it is left. */
export function ChipList({ label, addLabel, chips, locked, error, renderAdder }: ChipListProps) {
  const [adding, setAdding] = useState(false)
  const field = useRef<HTMLSpanElement>(null)
  const leave = (event: FocusEvent) => {
    if (!field.current?.contains(event.relatedTarget)) setAdding(false)
  }
  return (
    <span role="group" aria-label={label} className={styles.chips}>
      {chips}
      {!locked &&
        (adding ? (
          <span
            ref={field}
            className={styles.adder}
            onBlur={leave}
            onKeyDown={(event) => {
              if (event.key !== 'Escape') return
              event.stopPropagation()
              setAdding(false)
            }}
          >
            {renderAdder()}
          </span>
        ) : (
          <IconButton size="small" label={addLabel} icon={<Plus />} onClick={() => setAdding(true)} />
        ))}
      {error && (
        <span role="alert" className={styles.problem}>
          {error}
        </span>
      )}
    </span>
  )
}
