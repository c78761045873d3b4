/** What is not saved, as plain text that a person can take elsewhere. */
import type { OpenRecord } from './records/open-record.ts'

/** How a field is called, and its value put into words. */
export interface FieldWords {
  readonly label: (field: string) => string
  readonly value: (value: unknown, field: string) => string
}

/** The text of a record is given as it was typed; it comes last. */
function fieldText([field, value]: readonly [string, unknown], words: FieldWords): string {
  const text = field === 'body' && typeof value === 'string' ? value : words.value(value, field)
  const label = words.label(field)
  return field === 'body' || text.includes('\n') ? `${label}:\n${text}` : `${label}: ${text}`
}

/** Every draft under the saved title of its record; empty when nothing is unsaved. */
export function unsavedText(records: Readonly<Record<string, OpenRecord>>, words: FieldWords): string {
  return Object.values(records)
    .filter(({ draft }) => Object.keys(draft).length > 0)
    .map(({ id, record, draft }) => {
      const fields = Object.entries(draft).toSorted(([a], [b]) => Number(a === 'body') - Number(b === 'body'))
      return [record?.title ?? id, '', ...fields.map((field) => fieldText(field, words)), ''].join('\n')
    })
    .join('\n\n')
}
