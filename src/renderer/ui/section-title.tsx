import type { ReactNode } from 'react'
import styles from './section-title.module.css'

export interface SectionTitleProps {
  readonly children: ReactNode
  /** A number or a few words beside it. */
  readonly count?: ReactNode
  /** A button at its end. */
  readonly action?: ReactNode
  readonly level?: 2 | 3 | 4 | undefined
}

/** The small heading over a group of rows. */
export function SectionTitle({ children, count, action, level = 2 }: SectionTitleProps) {
  const Heading = `h${level}` as const
  return (
    <div className={styles.row}>
      <Heading className={styles.title}>{children}</Heading>
      {count !== undefined && count !== null && <span className={styles.count}>{count}</span>}
      {action}
    </div>
  )
}
