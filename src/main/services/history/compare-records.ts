/** What differs between two versions of a record, field by field. */
import { z } from '../../../shared/model/zod.ts'
import type { FieldChange } from '../../../shared/contract/history.ts'
import { jsonEqual } from '../../../shared/json-equal.ts'
import type { AnyRecord } from '../../../shared/model/record.ts'
import { skipUnchanged } from './skip-unchanged.ts'
import { countWords, diffTexts } from './text-diff.ts'

type Json = z.core.util.JSONType
type Fields = Readonly<Record<string, Json | undefined>>

/** Kept by the datastore, what a record is for good, and a corrigendum that nobody has issued yet. */
const OF_THE_VERSION: ReadonlySet<string> = new Set([
  'id',
  'kind',
  'rev',
  'createdAt',
  'createdBy',
  'updatedAt',
  'updatedBy',
  'draftCorrigendum',
])
/** Read as texts however short they are. */
const TEXTS: ReadonlySet<string> = new Set(['title', 'body', 'abstract', 'address'])
/** A longer line is worth telling its words apart. */
const SHORT = 60

/** What differs between two versions of a record. */
export interface RecordDiff {
  readonly fields: readonly FieldChange[]
  readonly added: number
  readonly removed: number
  readonly coarse: boolean
}

/** The fields whose values differ, in the record's order, the title first and the text last. */
export function differingFields(before: AnyRecord | null, after: AnyRecord): string[] {
  const [old, now] = [(before ?? {}) as unknown as Fields, after as unknown as Fields]
  const fields = [...new Set([...Object.keys(now), ...Object.keys(old)])].filter(
    (field) => !OF_THE_VERSION.has(field) && field !== 'title' && field !== 'body',
  )
  return ['title', ...fields, 'body'].filter(
    (field) => !jsonEqual(old[field] ?? emptyLike(now[field]), now[field] ?? emptyLike(old[field])),
  )
}

/** What a field said before there was a version: the same that it says when nothing was entered. */
function emptyLike(value: Json | undefined): Json {
  if (typeof value === 'string') return ''
  if (Array.isArray(value)) return []
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, emptyLike(part)]))
  return value === undefined ? null : typeof value === 'boolean' ? false : null
}

const isText = (field: string, before: Json, after: Json): boolean =>
  typeof before === 'string' && typeof after === 'string' && (TEXTS.has(field) || before.length > SHORT || after.length > SHORT)

/** @param before null when nothing older is kept. @param whole with all of the text, also when it is the same */
export async function compareRecords(before: AnyRecord | null, after: AnyRecord, whole: boolean): Promise<RecordDiff> {
  const [old, now] = [(before ?? {}) as unknown as Fields, after as unknown as Fields]
  const differing = differingFields(before, after)
  const shown = whole && after.body !== '' && !differing.includes('body') ? [...differing, 'body'] : differing
  const fields: FieldChange[] = []
  const words = { added: 0, removed: 0 }
  let coarse = false
  for (const field of shown) {
    const was = old[field] ?? emptyLike(now[field])
    const is = now[field] ?? emptyLike(old[field])
    if (!isText(field, was, is)) {
      fields.push({ type: 'value', field, before: was, after: is })
      continue
    }
    const text = await compareTexts(field, String(was), String(is), whole)
    words.added += text.added
    words.removed += text.removed
    coarse ||= text.coarse
    fields.push(text.change)
  }
  return { fields, ...words, coarse }
}

/** @param whole with all of the text */
export async function compareTexts(
  field: string,
  before: string,
  after: string,
  whole: boolean,
): Promise<Omit<RecordDiff, 'fields'> & { readonly change: FieldChange }> {
  const { pieces, coarse } = await diffTexts(before, after)
  return { change: { type: 'text', field, pieces: whole ? [...pieces] : skipUnchanged(pieces) }, ...countWords(pieces), coarse }
}
