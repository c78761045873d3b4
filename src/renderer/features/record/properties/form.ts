/** A form as rows that know which fields they show: what is always seen, and what is folded away. */
import type { ReactElement } from 'react'

export interface FormRow {
  /** The row's name in `fields:label`. */
  readonly label: string
  /** The fields it shows and edits. */
  readonly fields: readonly string[]
  readonly row: ReactElement
}

/** True when a person has put something there. */
export function isFilled(value: unknown): boolean {
  if (value === null || value === undefined || value === false || value === '') return false
  if (Array.isArray(value)) return value.length > 0
  if (typeof value === 'object') return Object.values(value).some(isFilled)
  return true
}
