/** Which fields of a record came back as something else. */
import { jsonEqual } from '../../../shared/json-equal.ts'
import { systemFields } from '../../../shared/model/common.ts'
import type { AnyRecord, NewRecord } from '../../../shared/model/record.ts'
import { systemKeys, propertiesOf, valueAt } from '../properties.ts'
import type { Json } from '../yaml-writer.ts'

type Fields = Readonly<Record<string, unknown>>

/** Compared by themselves, or not written: nobody has issued a corrigendum that is being prepared (docs/adopted-document.md). */
const APART: ReadonlySet<string> = new Set(['attachments', 'extra', 'draftCorrigendum', ...Object.keys(systemFields.shape)])

/**
 * Front matter keys, `kind`, `title` and `body`. Files of the record are compared elsewhere.
 * @param front what its file says, for what an import does not take back
 */
export function differences(expected: AnyRecord, found: NewRecord, front: ReadonlyMap<string, Json>): string[] {
  if (expected.kind !== found.kind) return ['kind']
  const fields: string[] = expected.title === found.title ? [] : ['title']
  const was: Fields = expected
  const is: Fields = found
  const named = new Set<string>()
  for (const { key, path } of propertiesOf[expected.kind]) {
    named.add(path[0])
    if (!jsonEqual(valueAt(expected, path), valueAt(found, path))) fields.push(key)
  }
  // the body, and what no property is known of
  for (const field of new Set([...Object.keys(was), ...Object.keys(is)]))
    if (!named.has(field) && !APART.has(field) && !jsonEqual(was[field], is[field])) fields.push(field)
  for (const key of new Set([...Object.keys(expected.extra), ...Object.keys(found.extra)]))
    if (!Object.hasOwn(found.extra, key) || !jsonEqual(expected.extra[key], found.extra[key])) fields.push(key)
  for (const key of systemKeys) if (!jsonEqual(front.get(key) ?? '', systemValue(expected, key))) fields.push(key)
  return fields
}

function systemValue(record: AnyRecord, key: (typeof systemKeys)[number]): Json {
  switch (key) {
    case 'revision':
      return record.rev
    case 'created':
      return record.createdAt
    case 'created-by':
      return record.createdBy.name
    case 'created-device':
      return record.createdBy.device
    case 'updated':
      return record.updatedAt
    case 'updated-by':
      return record.updatedBy.name
    case 'updated-device':
      return record.updatedBy.device
  }
}
