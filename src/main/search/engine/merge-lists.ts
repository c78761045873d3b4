/** Keyed lists of several segments made one, their numbers changed to the new ones. */
import { grown } from './growing.ts'
import { KeyedLists } from './keyed-lists.ts'
import { NONE } from './merge-documents.ts'
import { MergedStrings } from './merge-strings.ts'
import { StringsWriter } from './strings-writer.ts'

/** Numbers between two places where the work may be interrupted. */
const SLICE = 1 << 15

/** @param numbers for each of the lists the new numbers of its values, in the same order; keys without any left are left out */
export function* mergeLists(lists: readonly KeyedLists[], numbers: readonly Uint32Array[]): Generator<void, KeyedLists> {
  const walk = new MergedStrings(lists.map(({ keys }) => keys))
  const keys = new StringsWriter()
  let starts = new Uint32Array(256)
  let values = new Uint32Array(1024)
  let used = 0
  let work = 0
  while (walk.next()) {
    const found: number[] = []
    for (const part of walk.having) {
      const renumbered = numbers[part]
      for (const value of lists[part]?.list(walk.at[part] ?? 0) ?? []) {
        const number = renumbered?.[value] ?? NONE
        if (number !== NONE) found.push(number)
      }
    }
    work += found.length + 4
    if (found.length > 0) {
      if (walk.having.length > 1) found.sort((one, other) => one - other)
      values = grown(values, used + found.length)
      const from = used
      for (const number of found) {
        if (used > from && values[used - 1] === number) continue
        values[used] = number
        used += 1
      }
      walk.copyTo(keys)
      starts = grown(starts, keys.count + 1)
      starts[keys.count] = used
    }
    if (work > SLICE) {
      yield
      work = 0
    }
  }
  return new KeyedLists(keys.finish(), starts.slice(0, keys.count + 1), values.slice(0, used))
}
