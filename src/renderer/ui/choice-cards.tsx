import { useId, type ReactNode } from 'react'
import styles from './choice-cards.module.css'

export interface ChoiceCardsProps<T extends string> {
  /** What is chosen here. */
  readonly label: string
  /** null: none of them. */
  readonly value: T | null
  readonly options: readonly { readonly value: T; readonly label: string; readonly detail: string; readonly icon?: ReactNode }[]
  readonly onChange: (value: T) => void
}

/** A few choices that need a sentence each, side by side. */
export function ChoiceCards<T extends string>({ label, value, options, onChange }: ChoiceCardsProps<T>) {
  const name = useId()
  return (
    <fieldset className={styles.cards}>
      <legend className={styles.label}>{label}</legend>
      {options.map((option) => (
        <div key={option.value} className={styles.card}>
          <span className={styles.choice}>
            <input
              id={`${name}-${option.value}`}
              type="radio"
              name={name}
              value={option.value}
              className={styles.radio}
              checked={option.value === value}
              aria-describedby={`${name}-${option.value}-detail`}
              onChange={() => onChange(option.value)}
            />
            {option.icon}
            <label htmlFor={`${name}-${option.value}`}>{option.label}</label>
          </span>
          <span id={`${name}-${option.value}-detail`} className={styles.detail}>
            {option.detail}
          </span>
        </div>
      ))}
    </fieldset>
  )
}
