import { KeyedLists } from './keyed-lists.ts'
import { sortedNumbers } from './sorted-numbers.ts'
import { SortedStrings } from './sorted-strings.ts'

/** Lists of numbers that come in order, without an array for each of many keys. */
export class ListBuilder {
  readonly #numbers = new Map<string, number>()
  readonly #keys: string[] = []
  readonly #of: number[] = []
  readonly #values: number[] = []

  add(key: string, value: number): void {
    let number = this.#numbers.get(key)
    if (number === undefined) {
      number = this.#keys.push(key) - 1
      this.#numbers.set(key, number)
    }
    // a word has few keys: one given twice is among the last
    for (let at = this.#of.length - 1; at >= 0 && this.#values[at] === value; at -= 1) if (this.#of[at] === number) return
    this.#of.push(number)
    this.#values.push(value)
  }

  *finish(): Generator<void, KeyedLists> {
    const order = yield* sortedNumbers(this.#keys)
    const places = new Uint32Array(order.length)
    for (let at = 0; at < order.length; at += 1) places[order[at] ?? 0] = at
    const starts = new Uint32Array(order.length + 1)
    for (const number of this.#of) {
      const behind = (places[number] ?? 0) + 1
      starts[behind] = (starts[behind] ?? 0) + 1
    }
    for (let at = 1; at < starts.length; at += 1) starts[at] = (starts[at] ?? 0) + (starts[at - 1] ?? 0)
    yield
    const ends = starts.slice()
    const values = new Uint32Array(this.#values.length)
    for (let at = 0; at < this.#values.length; at += 1) {
      const place = places[this.#of[at] ?? 0] ?? 0
      const end = ends[place] ?? 0
      values[end] = this.#values[at] ?? 0
      ends[place] = end + 1
    }
    yield
    return new KeyedLists(SortedStrings.of(Array.from(order, (number) => this.#keys[number] ?? '')), starts, values)
  }
}
