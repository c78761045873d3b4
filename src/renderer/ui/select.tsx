import type { ComponentPropsWithRef } from 'react'
import { classNames } from './class-names.ts'
import control from './control.module.css'
import { FieldFrame, type FieldFrameProps } from './field-frame.tsx'
import styles from './select.module.css'

export interface SelectOption<T extends string> {
  readonly value: T
  readonly label: string
}

export interface SelectProps<T extends string>
  extends FieldFrameProps, Omit<ComponentPropsWithRef<'select'>, 'onChange' | 'value' | 'className' | 'children'> {
  readonly value: T
  readonly options: readonly SelectOption<T>[]
  readonly onChange: (value: T) => void
  readonly bare?: boolean | undefined
}

/** The system's own list: Radix Select needs inline styles that the content policy forbids. */
export function Select<T extends string>({
  label,
  hideLabel,
  hint,
  error,
  className,
  value,
  options,
  onChange,
  bare,
  id,
  ...rest
}: SelectProps<T>) {
  return (
    <FieldFrame label={label} hideLabel={hideLabel} hint={hint} error={error} className={className} id={id}>
      {(wiring) => (
        <select
          {...rest}
          {...wiring}
          value={value}
          onChange={(event) => {
            const chosen = options.find((option) => option.value === event.target.value)
            if (chosen) onChange(chosen.value)
          }}
          className={classNames(control.control, styles.select, bare && control.bare)}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </FieldFrame>
  )
}
