/** Strings in order of their code units, in one run of units: nothing is made of them until one is asked for. */
import type { TermList, TermRange } from './segment.ts'

export class SortedStrings implements TermList {
  readonly units: Uint16Array
  /** Where each begins, and behind the last. */
  readonly starts: Uint32Array

  constructor(units: Uint16Array, starts: Uint32Array) {
    this.units = units
    this.starts = starts
  }

  /** @param strings in order, each once */
  static of(strings: readonly string[]): SortedStrings {
    let length = 0
    for (const string of strings) length += string.length
    const units = new Uint16Array(length)
    const starts = new Uint32Array(strings.length + 1)
    let used = 0
    for (let number = 0; number < strings.length; number += 1) {
      const string = strings[number] as string
      for (let at = 0; at < string.length; at += 1) units[used++] = string.charCodeAt(at)
      starts[number + 1] = used
    }
    return new SortedStrings(units, starts)
  }

  get count(): number {
    return this.starts.length - 1
  }

  term(number: number): string {
    const from = this.starts[number] ?? 0
    const to = this.starts[number + 1] ?? from
    let string = ''
    // in pieces: a call takes so many arguments and no more
    for (let at = from; at < to; at += 4096) string += String.fromCharCode(...this.units.subarray(at, Math.min(to, at + 4096)))
    return string
  }

  find(term: string): number | undefined {
    const number = this.#firstFrom(term)
    return number < this.count && this.#compare(number, term, false) === 0 ? number : undefined
  }

  beginningWith(prefix: string): TermRange {
    const from = this.#firstFrom(prefix)
    let low = from
    let high = this.count
    while (low < high) {
      const middle = (low + high) >>> 1
      if (this.#compare(middle, prefix, true) <= 0) low = middle + 1
      else high = middle
    }
    return { from, to: low }
  }

  /** The first that is not before `term`. */
  #firstFrom(term: string): number {
    let low = 0
    let high = this.count
    while (low < high) {
      const middle = (low + high) >>> 1
      if (this.#compare(middle, term, false) < 0) low = middle + 1
      else high = middle
    }
    return low
  }

  /** Below 0 when the string comes before `other`. @param prefix one that begins with `other` is the same */
  #compare(number: number, other: string, prefix: boolean): number {
    const from = this.starts[number] ?? 0
    const length = (this.starts[number + 1] ?? from) - from
    const common = Math.min(length, other.length)
    for (let at = 0; at < common; at += 1) {
      const difference = (this.units[from + at] ?? 0) - other.charCodeAt(at)
      if (difference !== 0) return difference
    }
    return prefix && length >= other.length ? 0 : length - other.length
  }
}
