import type { ComponentPropsWithRef } from 'react'
import { classNames } from './class-names.ts'
import control from './control.module.css'
import { FieldFrame, type FieldFrameProps } from './field-frame.tsx'
import styles from './text-area.module.css'

export interface TextAreaProps extends FieldFrameProps, Omit<ComponentPropsWithRef<'textarea'>, 'onChange' | 'value' | 'className'> {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly bare?: boolean | undefined
}

/** Text of several lines; it grows with what is written. */
export function TextArea({ label, hideLabel, hint, error, className, value, onChange, bare, id, rows = 3, ...rest }: TextAreaProps) {
  return (
    <FieldFrame label={label} hideLabel={hideLabel} hint={hint} error={error} className={className} id={id}>
      {(wiring) => (
        <textarea
          {...rest}
          {...wiring}
          rows={rows}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          className={classNames(control.control, styles.area, bare && control.bare)}
        />
      )}
    </FieldFrame>
  )
}
