import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import styles from './field.module.css'

/** The rows of a record's properties, in two columns where there is room. */
export function FieldList({ columns = 2, children }: { readonly columns?: 1 | 2 | undefined; readonly children: ReactNode }) {
  return <dl className={classNames(styles.list, columns === 2 && styles.two)}>{children}</dl>
}

export interface FieldProps {
  readonly label: string
  readonly icon?: ReactNode
  /** Takes the whole width. */
  readonly wide?: boolean | undefined
  readonly children: ReactNode
}

/** One property: its icon and name, and its value. */
export function Field({ label, icon, wide, children }: FieldProps) {
  return (
    <div className={classNames(styles.field, wide && styles.wide)}>
      <dt className={styles.label}>
        {icon}
        {label}
      </dt>
      <dd className={styles.value}>{children}</dd>
    </div>
  )
}
