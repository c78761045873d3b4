/** Where the links of the files lead, once files hold other records than were written into them. */
import { findLinks } from '../../../shared/markdown/links.ts'
import type { AnyRecord, NewRecord } from '../../../shared/model/record.ts'
import { propertiesOf, valueAt } from '../properties.ts'

/** The id of the record that a name means; undefined for none. */
export type Resolve = (name: string) => string | undefined

interface Named {
  readonly field: string
  readonly name: string
}

/**
 * The fields with a link that leads to another record than before.
 * @param isLost of records that are named as lost already: nothing can lead to them
 */
export function misledLinks(
  expected: { readonly record: AnyRecord; readonly resolve: Resolve },
  found: { readonly record: NewRecord; readonly resolve: Resolve },
  isLost: (id: string) => boolean,
): string[] {
  const was = namesIn(expected.record)
  const is = namesIn(found.record)
  const fields = new Set<string>()
  for (const [index, { field, name }] of was.entries()) {
    const before = expected.resolve(name)
    const now = is[index]
    // where a field has other links than before, that has been said of the field
    if (now?.field !== field || before === undefined) continue
    const after = found.resolve(now.name)
    if (after !== before && (after !== undefined || !isLost(before))) fields.add(field)
  }
  return [...fields]
}

/** Every name of another record, field by field. */
function namesIn(record: AnyRecord | NewRecord): Named[] {
  const names: Named[] = []
  for (const { key, path, type, columns } of propertiesOf[record.kind]) {
    const value = valueAt(record, path)
    if (type === 'link') names.push({ field: key, name: String(value) })
    else if (type === 'links') names.push(...(value as readonly string[]).map((name) => ({ field: key, name })))
    else if (type === 'rows')
      for (const row of value as readonly object[])
        for (const column of columns) if (column.type === 'link') names.push({ field: key, name: String(valueAt(row, column.path)) })
  }
  names.push(...findLinks(record.body).map(({ target }) => ({ field: 'body', name: target })))
  return names
}
