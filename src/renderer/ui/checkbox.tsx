import { useEffect, useId, useRef, type ComponentPropsWithoutRef } from 'react'
import { classNames } from './class-names.ts'
import styles from './checkbox.module.css'

export interface CheckboxProps extends Omit<ComponentPropsWithoutRef<'input'>, 'onChange' | 'type' | 'checked'> {
  readonly label: string
  readonly hideLabel?: boolean | undefined
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
  /** Some of many are chosen. */
  readonly indeterminate?: boolean | undefined
}

export function Checkbox({ label, hideLabel, checked, onChange, indeterminate = false, className, id: givenId, ...rest }: CheckboxProps) {
  const ownId = useId()
  const id = givenId ?? ownId
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (input.current) input.current.indeterminate = indeterminate
  }, [indeterminate])
  return (
    <span className={classNames(styles.checkbox, className)}>
      <input
        {...rest}
        ref={input}
        id={id}
        type="checkbox"
        className={styles.box}
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
      />
      <label htmlFor={id} className={hideLabel ? 'visually-hidden' : undefined}>
        {label}
      </label>
    </span>
  )
}
