import type { ReactNode } from 'react'
import { classNames } from '../../../ui/class-names.ts'
import { Field } from '../../../ui/field.tsx'
import styles from './properties-form.module.css'

export interface PartsRowProps {
  readonly label: string
  readonly icon?: ReactNode
  readonly wide?: boolean | undefined
  /** Many small values, close together. */
  readonly tight?: boolean | undefined
  readonly children: ReactNode
}

/** Several short values that are read as one. */
export function PartsRow({ label, icon, wide, tight, children }: PartsRowProps) {
  return (
    <Field label={label} icon={icon} wide={wide}>
      <div role="group" aria-label={label} className={classNames(styles.parts, tight && styles.tight)}>
        {children}
      </div>
    </Field>
  )
}
