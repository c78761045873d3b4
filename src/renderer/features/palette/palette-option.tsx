import { useId, type ReactNode } from 'react'
import { classNames } from '../../ui/class-names.ts'
import styles from './palette.module.css'

/** The list, by which the field names what it goes through. */
export const LIST_ID = 'palette-list'

/** One palette at a time stands in a window. */
export const optionId = (value: string): string => `palette-option-${value}`

interface PaletteOptionProps {
  /** What Enter or a click on it means. */
  readonly value: string
  readonly selected: boolean
  readonly apart?: boolean | undefined
  readonly children: ReactNode
}

/** One entry. The field keeps the keys, and the list hears the pointer for all of them. */
export function PaletteOption({ value, selected, apart = false, children }: PaletteOptionProps) {
  return (
    <div
      id={optionId(value)}
      role="option"
      aria-selected={selected}
      data-value={value}
      className={classNames(styles.hit, apart && styles.apart)}
    >
      {children}
    </div>
  )
}

/** The entry that an event of the list came from. */
export const valueAt = (target: EventTarget): string | undefined =>
  target instanceof Element ? target.closest<HTMLElement>('[data-value]')?.dataset['value'] : undefined

/** Entries of one sort, under its name. */
export function PaletteGroup({ heading, children }: { readonly heading: ReactNode; readonly children: ReactNode }) {
  const headingId = useId()
  return (
    <div role="group" aria-labelledby={headingId}>
      <div id={headingId} aria-hidden="true" className={styles.heading}>
        {heading}
      </div>
      {children}
    </div>
  )
}

/** Brings an entry into sight, the first of a group with its heading. */
export function showOption(value: string): void {
  const option = document.getElementById(optionId(value))
  const before = option?.previousElementSibling
  if (before?.getAttribute('role') !== 'option') before?.scrollIntoView({ block: 'nearest' })
  option?.scrollIntoView({ block: 'nearest' })
}
