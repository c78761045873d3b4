import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import styles from './entry.module.css'

export interface EntryProps {
  readonly icon?: ReactNode
  /** What it is, usually a link. */
  readonly children: ReactNode
  /** Words below it, set apart by dots; empty ones are left out. */
  readonly detail?: readonly ReactNode[] | undefined
  /** It is behind us. */
  readonly done?: boolean | undefined
  /** Stands out among its neighbours. */
  readonly strong?: boolean | undefined
}

const isGiven = (part: ReactNode) => part !== '' && part !== null && part !== undefined && part !== false

/** One item of a short list on a page: a drawing, a line, and a quieter one below. */
export function Entry({ icon, children, detail, done, strong }: EntryProps) {
  const parts = detail?.filter(isGiven) ?? []
  return (
    <div className={classNames(styles.entry, done && styles.done)}>
      {icon && <span className={styles.icon}>{icon}</span>}
      <div className={styles.text}>
        <div className={strong ? styles.strong : undefined}>{children}</div>
        {parts.length > 0 && (
          <small className={styles.detail}>
            {parts.map((part, index) => (
              // oxlint-disable-next-line react/no-array-index-key -- the parts of one line have no identity but their place
              <span key={index}>
                {index > 0 && ' · '}
                {part}
              </span>
            ))}
          </small>
        )}
      </div>
    </div>
  )
}
