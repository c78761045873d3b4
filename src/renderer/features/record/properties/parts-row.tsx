import type { ReactNode } from 'react'
import { Field } from '../../../ui/field.tsx'
import styles from './properties-form.module.css'

export interface PartsRowProps {
  readonly label: string
  readonly icon?: ReactNode
  readonly wide?: boolean | undefined
  readonly children: ReactNode
}

/** Several short values that are read as one. */
export function PartsRow({ label, icon, wide, children }: PartsRowProps) {
  return (
    <Field label={label} icon={icon} wide={wide}>
      <div role="group" aria-label={label} className={styles.parts}>
        {children}
      </div>
    </Field>
  )
}
