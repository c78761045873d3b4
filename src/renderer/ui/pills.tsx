import { classNames } from './class-names.ts'
import styles from './pills.module.css'

export interface PillsProps<T extends string> {
  /** What is chosen here. */
  readonly label: string
  readonly value: T | null
  readonly options: readonly { readonly value: T; readonly label: string; readonly count?: string | undefined }[]
  readonly onChange: (value: T) => void
}

/** A few views of one list, of which one is shown. */
export function Pills<T extends string>({ label, value, options, onChange }: PillsProps<T>) {
  return (
    <div role="group" aria-label={label} className={styles.pills}>
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          aria-pressed={option.value === value}
          className={classNames(styles.pill, option.value === value && styles.on)}
          onClick={() => onChange(option.value)}
        >
          {option.label}
          {option.count !== undefined && <span className={styles.count}>{option.count}</span>}
        </button>
      ))}
    </div>
  )
}
