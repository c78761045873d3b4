/** Takes strings in order, out of other lists. */
import { grown } from './growing.ts'
import { SortedStrings } from './sorted-strings.ts'

export class StringsWriter {
  #units = new Uint16Array(1024)
  #starts = new Uint32Array(256)
  #count = 0
  #used = 0

  get count(): number {
    return this.#count
  }

  add(list: SortedStrings, number: number): void {
    const from = list.starts[number] ?? 0
    const to = list.starts[number + 1] ?? from
    this.#units = grown(this.#units, this.#used + to - from)
    for (let at = from; at < to; at += 1) {
      this.#units[this.#used] = list.units[at] ?? 0
      this.#used += 1
    }
    this.#count += 1
    this.#starts = grown(this.#starts, this.#count + 1)
    this.#starts[this.#count] = this.#used
  }

  finish(): SortedStrings {
    return new SortedStrings(this.#units.slice(0, this.#used), this.#starts.slice(0, this.#count + 1))
  }
}
