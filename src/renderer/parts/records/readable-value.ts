/** A field's value as lines that a person can compare. */
import type { TFunction } from 'i18next'
import { isPartialDate } from '../../../shared/model/partial-date.ts'
import { formatDate } from '../../i18n/dates.ts'

/** `t` of the namespace `fields`. */
export function readableValue(value: unknown, t: TFunction): string {
  if (value === '' || value === null || value === undefined) return '—'
  if (value === true) return '✓'
  if (typeof value === 'string') return isPartialDate(value) ? formatDate(value) : value
  if (Array.isArray(value)) {
    const items = value.map((item) => readableValue(item, t).replaceAll('\n', ' · '))
    return items.length === 0
      ? '—'
      : items.every((item) => item.length < 30) && typeof value[0] === 'string'
        ? items.join(', ')
        : items.join('\n')
  }
  if (typeof value === 'object') {
    const parts = Object.entries(value).filter(([, part]) => part !== '' && part !== false && part !== null)
    return parts.map(([key, part]) => `${t(`part.${key}`, { defaultValue: key })}: ${readableValue(part, t)}`).join('\n') || '—'
  }
  return String(value)
}
