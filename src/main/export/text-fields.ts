/** Which fields of a record hold text that may say anything: read off the schemas, so that no field is ever forgotten. */
import { WITHHELD } from '../../shared/markdown/withhold.ts'
import type { Kind } from '../../shared/model/common.ts'
import { fieldsOf } from '../../shared/model/record.ts'
import { z } from '../../shared/model/zod.ts'

/**
 * `text` takes `[withheld]`; `form` is text of a certain form that does not, such as a tag, a code or a hash, and `empty` says whether
 * it may be empty; `fixed` is no text, or one of a few words.
 */
export type Field =
  | { readonly type: 'text' | 'json' | 'fixed' }
  | { readonly type: 'form'; readonly empty: boolean }
  | { readonly type: 'list'; readonly item: Field }
  | { readonly type: 'object'; readonly fields: Readonly<Record<string, Field>> }

const known = new Map<Kind, Extract<Field, { type: 'object' }>>()

/** The fields that a person edits, by kind. */
export function textFields(kind: Kind): Extract<Field, { type: 'object' }> {
  let fields = known.get(kind)
  if (!fields) {
    fields = objectOf(fieldsOf[kind])
    known.set(kind, fields)
  }
  return fields
}

const objectOf = ({ shape }: z.ZodObject) => ({
  type: 'object' as const,
  fields: Object.fromEntries(Object.entries(shape).map(([key, schema]) => [key, fieldOf(schema as z.ZodType)])),
})

function fieldOf(schema: z.ZodType): Field {
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodOptional || schema instanceof z.ZodNullable)
    return fieldOf(schema.unwrap() as z.ZodType)
  if (schema instanceof z.ZodObject) return objectOf(schema)
  if (schema instanceof z.ZodArray) return { type: 'list', item: fieldOf(schema.element as z.ZodType) }
  if (schema instanceof z.ZodRecord) return { type: 'json' }
  if (schema instanceof z.ZodEnum || schema instanceof z.ZodNumber || schema instanceof z.ZodBoolean) return { type: 'fixed' }
  if (schema.safeParse(WITHHELD).success) return { type: 'text' }
  return { type: 'form', empty: schema.safeParse('').success }
}
