/** The tables of a segment as named runs of bytes, and back. The runs begin at multiples of 8 of their buffers. */
import { daysBy } from './document-columns.ts'
import { IndexDamagedError } from './index-damaged-error.ts'
import { KeyedLists } from './keyed-lists.ts'
import { dayColumns } from './plan.ts'
import type { ReadyPrefixes, SegmentTables } from './segment-tables.ts'
import { SortedStrings } from './sorted-strings.ts'

type Numbers = Uint8Array | Uint16Array | Uint32Array | Float64Array
type Section = readonly [name: string, bytes: Uint8Array]

const bytesOf = ({ buffer, byteOffset, byteLength }: Numbers) => new Uint8Array(buffer, byteOffset, byteLength)

const strings = (name: string, { units, starts }: SortedStrings): Section[] => [
  [`${name}.units`, bytesOf(units)],
  [`${name}.starts`, bytesOf(starts)],
]
const lists = (name: string, { keys, starts, values }: KeyedLists): Section[] => [
  ...strings(name, keys),
  [`${name}.lists`, bytesOf(starts)],
  [`${name}.values`, bytesOf(values)],
]
const ready = (name: string, { prefixes, starts, counts }: ReadyPrefixes): Section[] => [
  ...strings(name, prefixes),
  [`${name}.places`, bytesOf(starts)],
  [`${name}.counts`, bytesOf(counts)],
]

export function sectionsOf(tables: SegmentTables): Section[] {
  const { columns, side } = tables
  return [
    ...strings('terms', tables.terms),
    ['terms.places', bytesOf(tables.lists.starts)],
    ['terms.counts', bytesOf(tables.lists.counts)],
    ...(side ? [...lists('nameKeys', side.nameKeys), ...lists('stems', side.stems)] : []),
    ...lists('keywords', tables.keywords),
    ...ready('prefixes', tables.prefixes),
    ...ready('nameKeyPrefixes', tables.nameKeyPrefixes),
    ['rows', bytesOf(columns.rows)],
    ['updatedAt', bytesOf(columns.updatedAt)],
    ['kinds', bytesOf(columns.kinds)],
    ...dayColumns.flatMap((column): Section[] => [
      [`${column}.from`, bytesOf(columns.days[column].from)],
      [`${column}.to`, bytesOf(columns.days[column].to)],
    ]),
  ]
}

/** @throws IndexDamagedError when one is missing */
export function tablesOf(sections: ReadonlyMap<string, Uint8Array>): SegmentTables {
  const bytes = (name: string): Uint8Array => {
    const found = sections.get(name)
    if (!found) throw new IndexDamagedError('A table of the index is missing.')
    return found
  }
  const whole = (name: string) => {
    const { buffer, byteOffset, length } = bytes(name)
    return new Uint32Array(buffer, byteOffset, length / 4)
  }
  const stringsOf = (name: string) => {
    const { buffer, byteOffset, length } = bytes(`${name}.units`)
    return new SortedStrings(new Uint16Array(buffer, byteOffset, length / 2), whole(`${name}.starts`))
  }
  const listsOf = (name: string) => new KeyedLists(stringsOf(name), whole(`${name}.lists`), whole(`${name}.values`))
  const readyOf = (name: string) => ({ prefixes: stringsOf(name), starts: whole(`${name}.places`), counts: whole(`${name}.counts`) })
  const updatedAt = bytes('updatedAt')
  return {
    terms: stringsOf('terms'),
    lists: { starts: whole('terms.places'), counts: whole('terms.counts') },
    side: { nameKeys: listsOf('nameKeys'), stems: listsOf('stems') },
    keywords: listsOf('keywords'),
    prefixes: readyOf('prefixes'),
    nameKeyPrefixes: readyOf('nameKeyPrefixes'),
    columns: {
      rows: whole('rows'),
      updatedAt: new Float64Array(updatedAt.buffer, updatedAt.byteOffset, updatedAt.length / 8),
      kinds: bytes('kinds'),
      days: daysBy((column) => ({ from: whole(`${column}.from`), to: whole(`${column}.to`) })),
    },
  }
}
