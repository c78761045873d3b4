/**
 * A record's columns without their keys: a JSON array of the values in the order of the schema's keys, words of fixed
 * lists as numbers, instants as milliseconds, and no id, because the index of ids has it: about half of the bytes.
 */
import type { RecordHead } from '../../../shared/model/head.ts'
import { recordHead } from '../../../shared/model/head.ts'
import { z } from '../../../shared/model/zod.ts'
import { deepFreeze } from '../stored-record.ts'

/** How one value is packed: whole, as a word's number, or as the values of its fields. */
type Form = { readonly words: readonly string[] } | { readonly fields: readonly Field[] } | 'instant' | null
interface Field {
  readonly key: string
  readonly form: Form
}

const instants: ReadonlySet<string> = new Set(['createdAt', 'updatedAt', 'trashedAt'])
const impliedKeys: ReadonlySet<string> = new Set(['kind', 'id'])

function formOf(key: string, schema: z.core.$ZodType): Form {
  if (instants.has(key)) return 'instant'
  if (schema instanceof z.ZodEnum) return { words: schema.options.map(String) }
  if (schema instanceof z.ZodObject) return { fields: fieldsOf(schema) }
  return null
}

const fieldsOf = (schema: z.ZodObject): Field[] =>
  Object.entries(schema.shape)
    .filter(([key]) => !impliedKeys.has(key))
    .map(([key, part]) => ({ key, form: formOf(key, part) }))

const layouts = recordHead.options.map((schema) => ({ kind: schema.shape.kind.value, fields: fieldsOf(schema) }))
const numberOfKind = new Map(layouts.map(({ kind }, index) => [kind, index]))

/** Changes with the schema: what was packed with another one cannot be unpacked. */
export const headLayout: string = JSON.stringify(layouts)

export function packHead(head: RecordHead): Buffer {
  const number = numberOfKind.get(head.kind) ?? -1
  return Buffer.from(JSON.stringify([number, ...packFields(layouts[number]?.fields ?? [], head)]))
}

/** Frozen, because many readers share it. @throws RangeError when these are not the columns of any kind */
export function unpackHead(id: string, bytes: Buffer): RecordHead {
  const packed = JSON.parse(bytes.toString()) as unknown[]
  const layout = layouts[packed[0] as number]
  if (!layout) throw new RangeError('The columns of a record are of no kind.')
  return unpackFields({ kind: layout.kind, id }, layout.fields, packed, 1) as unknown as RecordHead
}

const packFields = (fields: readonly Field[], from: object): unknown[] =>
  fields.map(({ key, form }) => pack(form, (from as Readonly<Record<string, unknown>>)[key]))

function pack(form: Form, value: unknown): unknown {
  if (form === null) return value
  if (form === 'instant') return packInstant(value)
  return 'words' in form ? form.words.indexOf(value as string) : packFields(form.fields, value as object)
}

/** @param from where the values begin */
function unpackFields(into: Record<string, unknown>, fields: readonly Field[], values: readonly unknown[], from: number): object {
  if (values.length !== fields.length + from) throw new RangeError('The columns of a record do not fit its kind.')
  for (const [index, { key, form }] of fields.entries()) into[key] = unpack(form, values[index + from])
  return Object.freeze(into)
}

function unpack(form: Form, value: unknown): unknown {
  if (form === null) return typeof value === 'object' ? deepFreeze(value) : value
  if (form === 'instant') return typeof value === 'number' ? new Date(value).toISOString() : value
  return 'words' in form ? form.words[value as number] : unpackFields({}, form.fields, value as unknown[], 0)
}

/** Milliseconds, where they give the same text back. */
function packInstant(text: unknown): unknown {
  const time = typeof text === 'string' && text !== '' ? Date.parse(text) : Number.NaN
  return Number.isNaN(time) || new Date(time).toISOString() !== text ? text : time
}
