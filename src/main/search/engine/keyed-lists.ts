/** Strings in order, and for each a list of numbers in order: keys of names and their terms, keywords and their documents. */
import { SortedStrings } from './sorted-strings.ts'

export class KeyedLists {
  readonly keys: SortedStrings
  /** Where the list of each key begins in `values`, and behind the last. */
  readonly starts: Uint32Array
  readonly values: Uint32Array

  constructor(keys: SortedStrings, starts: Uint32Array, values: Uint32Array) {
    this.keys = keys
    this.starts = starts
    this.values = values
  }

  /** @param lists with their numbers in order, each once */
  static of(lists: ReadonlyMap<string, readonly number[]>): KeyedLists {
    const names = [...lists.keys()].toSorted(byUnits)
    const starts = new Uint32Array(names.length + 1)
    let total = 0
    for (const numbers of lists.values()) total += numbers.length
    const values = new Uint32Array(total)
    let used = 0
    for (const [number, name] of names.entries()) {
      const list = lists.get(name) ?? []
      values.set(list, used)
      used += list.length
      starts[number + 1] = used
    }
    return new KeyedLists(SortedStrings.of(names), starts, values)
  }

  list(key: number): Uint32Array {
    return this.values.subarray(this.starts[key] ?? 0, this.starts[key + 1] ?? 0)
  }
}

export const byUnits = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)
