import styles from './progress-bar.module.css'

export interface ProgressBarProps {
  readonly label: string
  /** null: how much there is to do is not known yet. */
  readonly value: number | null
  readonly max: number
}

export function ProgressBar({ label, value, max }: ProgressBarProps) {
  return <progress className={styles.progress} aria-label={label} max={Math.max(max, 1)} {...(value === null ? {} : { value })} />
}
