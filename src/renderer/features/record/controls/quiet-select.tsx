import { ChevronDown } from 'lucide-react'
import { classNames } from '../../../ui/class-names.ts'
import { Select, type SelectOption } from '../../../ui/select.tsx'
import styles from './controls.module.css'

export interface QuietSelectProps<T extends string> {
  readonly label: string
  readonly value: T
  readonly options: readonly SelectOption<T>[]
  readonly onChange: (value: T) => void
  readonly error?: string | undefined
  readonly className?: string | undefined
}

/** A choice that reads as its word, with a small mark that there are others. */
export function QuietSelect<T extends string>({ className, ...rest }: QuietSelectProps<T>) {
  return (
    <span className={classNames(styles.select, className)} data-empty={rest.value === '' || undefined}>
      <Select {...rest} hideLabel bare />
      <ChevronDown aria-hidden="true" />
    </span>
  )
}
