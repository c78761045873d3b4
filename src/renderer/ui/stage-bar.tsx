import { classNames } from './class-names.ts'
import styles from './stage-bar.module.css'

export interface StageBarProps<T extends string> {
  readonly label: string
  /** `skipped`: it was left out on the way and does not look like one that was passed. */
  readonly stages: readonly { readonly value: T; readonly label: string; readonly skipped?: boolean | undefined }[]
  readonly current: T
  /** Left out: the stage can be seen and not changed. */
  readonly onChange?: ((stage: T) => void) | undefined
  readonly disabled?: boolean | undefined
}

/** Where a text stands on its way: what is behind it, where it is, what comes. */
export function StageBar<T extends string>({ label, stages, current, onChange, disabled }: StageBarProps<T>) {
  const now = stages.findIndex((stage) => stage.value === current)
  return (
    <ol className={styles.stages} aria-label={label}>
      {stages.map((stage, index) => {
        const className = classNames(styles.stage, index < now && !stage.skipped && styles.done, index === now && styles.now)
        const step = index === now ? 'step' : undefined
        return (
          <li key={stage.value} className={styles.item}>
            {onChange ? (
              <button
                type="button"
                className={className}
                aria-current={step}
                disabled={disabled}
                onClick={() => index !== now && onChange(stage.value)}
              >
                {stage.label}
              </button>
            ) : (
              <span className={className} aria-current={step}>
                {stage.label}
              </span>
            )}
          </li>
        )
      })}
    </ol>
  )
}
