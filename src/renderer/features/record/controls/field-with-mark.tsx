import { useState, type ReactNode } from 'react'
import { LinkMark } from './link-mark.tsx'
import type { Creatable } from './create-linked.ts'
import styles from './cells.module.css'

export interface FieldWithMarkProps {
  /** What the field holds. */
  readonly name: string
  readonly creates?: Creatable | undefined
  readonly children: ReactNode
}

/**
 * A field with the mark of what it names. From the field Tab goes on to the next field: what is typed in a row must not
 * end in a button. From the next field the mark is one Shift+Tab away.
 */
export function FieldWithMark({ name, creates, children }: FieldWithMarkProps) {
  const [writing, setWriting] = useState(false)
  return (
    <span className={styles.record}>
      <span className={styles.field} onFocus={() => setWriting(true)} onBlur={() => setWriting(false)}>
        {children}
      </span>
      <LinkMark name={name} creates={creates} skipped={writing} />
    </span>
  )
}
