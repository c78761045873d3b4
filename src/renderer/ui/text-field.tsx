import type { ComponentPropsWithRef } from 'react'
import { classNames } from './class-names.ts'
import control from './control.module.css'
import { FieldFrame, type FieldFrameProps } from './field-frame.tsx'

export interface TextFieldProps extends FieldFrameProps, Omit<ComponentPropsWithRef<'input'>, 'onChange' | 'value' | 'className'> {
  readonly value: string
  readonly onChange: (value: string) => void
  /** Without outline until it is pointed at: for tables and rows of properties. */
  readonly bare?: boolean | undefined
}

export function TextField({ label, hideLabel, hint, error, className, value, onChange, bare, id, type = 'text', ...rest }: TextFieldProps) {
  return (
    <FieldFrame label={label} hideLabel={hideLabel} hint={hint} error={error} className={className} id={id}>
      {(wiring) => (
        <input
          {...rest}
          {...wiring}
          type={type}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          className={classNames(control.control, bare && control.bare)}
        />
      )}
    </FieldFrame>
  )
}
