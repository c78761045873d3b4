import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import styles from './tag.module.css'

export type TagTone = 'neutral' | 'good' | 'warn' | 'bad' | 'note'

/** A short word of state. The tone never stands alone: the word or the icon says it too. */
export function Tag({
  tone = 'neutral',
  icon,
  children,
}: {
  readonly tone?: TagTone | undefined
  readonly icon?: ReactNode
  readonly children: ReactNode
}) {
  return (
    <span className={classNames(styles.tag, styles[tone])}>
      {icon}
      {children}
    </span>
  )
}
