/** A field's value as lines that a person can compare: never as it is stored. */
import type { TFunction } from 'i18next'
import { isPartialDate } from '../../../shared/model/partial-date.ts'
import { formatDate } from '../../i18n/dates.ts'
import { fileSize } from '../attachments/file-size.ts'
import { isCountryCode, partKey, vocabularyKeys } from './field-words.ts'

/** How an empty value reads. */
export const NOTHING = '—'

export interface ValueWords {
  /** Of the namespace `fields`. */
  readonly t: TFunction
  /** The name of a country; the code where names are not known. */
  readonly country: (code: string) => string
}

/** `place` is the field, or field and part with a full stop between them. */
function wordsOf(place: string, value: string, { t, country }: ValueWords): string {
  if (isCountryCode(place)) return country(value)
  const keys = vocabularyKeys(place, value)
  if (keys) return t([...keys], { defaultValue: value })
  return isPartialDate(value) ? formatDate(value) : value
}

const isEmpty = (value: unknown): boolean =>
  value === '' ||
  value === null ||
  value === undefined ||
  value === false ||
  (Array.isArray(value) && value.length === 0) ||
  (typeof value === 'object' && !Array.isArray(value) && Object.values(value).every(isEmpty))

/** One line for one entry or part: what it is first, then the rest by name. */
function lineOf(place: string, value: unknown, words: ValueWords): string {
  if (isEmpty(value)) return NOTHING
  if (value === true) return '✓'
  if (typeof value === 'string') return wordsOf(place, value, words)
  if (typeof value !== 'object' || value === null) return String(value)
  if (Array.isArray(value)) return value.map((part) => lineOf(place, part, words)).join(', ')
  if ('sha256' in value && 'name' in value && 'bytes' in value) return `${String(value.name)} (${fileSize(Number(value.bytes))})`
  const parts = Object.entries(value).filter(([, part]) => !isEmpty(part))
  return parts
    .map(([part, said], index) => {
      const line = lineOf(`${place}.${part}`, said, words)
      const name = words.t(partKey(place, part), { defaultValue: part })
      if (said === true) return name
      return index === 0 && typeof said === 'string' ? line : `${name}: ${line}`
    })
    .join(' · ')
}

/** An entry of a list field as one line. */
export const readableEntry = (field: string, entry: unknown, words: ValueWords): string => lineOf(field, entry, words)

/** The whole value: a line for each entry of a list and each part of what has parts. */
export function readableValue(field: string, value: unknown, words: ValueWords): string {
  if (isEmpty(value)) return NOTHING
  if (Array.isArray(value)) {
    const items = value.map((item) => lineOf(field, item, words))
    return items.every((item) => item.length < 30) && typeof value[0] === 'string' ? items.join(', ') : items.join('\n')
  }
  if (typeof value === 'object') {
    const parts = Object.entries(value as object).filter(([, part]) => !isEmpty(part))
    return parts
      .map(([part, said]) => `${words.t(partKey(field, part), { defaultValue: part })}: ${lineOf(`${field}.${part}`, said, words)}`)
      .join('\n')
  }
  return lineOf(field, value, words)
}
