import type { ReactNode } from 'react'
import { classNames } from '../../../ui/class-names.ts'
import styles from './part.module.css'

export interface PartProps {
  /** What the value is; left out where the first value of a row speaks for itself. */
  readonly label?: string | undefined
  readonly className?: string | undefined
  readonly children: ReactNode
}

/**
 * One of several values in a row. A filled one has a quiet word before it that says what it is; an empty one shows that
 * word in its place. The control inside names itself for who does not see the word.
 */
export function Part({ label, className, children }: PartProps) {
  return (
    <span className={classNames(styles.part, className)}>
      {label && (
        <small aria-hidden="true" className={styles.what}>
          {label}
        </small>
      )}
      {children}
    </span>
  )
}
