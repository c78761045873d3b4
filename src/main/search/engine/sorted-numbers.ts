import { byUnits } from './keyed-lists.ts'

/** Some three milliseconds of sorting. */
const SORTED_AT_ONCE = 8192

/** Numbers of the strings in their order, sorted in pieces that are merged then, with stops between. */
export function* sortedNumbers(strings: readonly string[]): Generator<void, Uint32Array> {
  const heads = Float64Array.from(strings, headOf)
  const compare = (one: number, other: number) =>
    (heads[one] as number) - (heads[other] as number) || byUnits(strings[one] ?? '', strings[other] ?? '')
  let order = new Uint32Array(strings.length)
  for (let from = 0; from < strings.length; from += SORTED_AT_ONCE) {
    const to = Math.min(from + SORTED_AT_ONCE, strings.length)
    order.set(Array.from({ length: to - from }, (_, at) => from + at).toSorted(compare), from)
    if (to < strings.length) yield
  }
  let other = new Uint32Array(strings.length)
  for (let width = SORTED_AT_ONCE; width < strings.length; width *= 2) {
    for (let from = 0; from < strings.length; from += 2 * width) {
      const middle = Math.min(from + width, strings.length)
      const to = Math.min(from + 2 * width, strings.length)
      let left = from
      let right = middle
      for (let at = from; at < to; at += 1) {
        const first = left < middle && (right >= to || compare(order[left] ?? 0, order[right] ?? 0) <= 0)
        other[at] = (first ? order[left++] : order[right++]) ?? 0
        if (at % SORTED_AT_ONCE === SORTED_AT_ONCE - 1) yield
      }
    }
    ;[order, other] = [other, order]
  }
  return order
}

/** The first three units as a number, which is compared sooner than strings are. */
const headOf = (string: string): number =>
  ((string.charCodeAt(0) || 0) * 0x1_0000 + (string.charCodeAt(1) || 0)) * 0x1_0000 + (string.charCodeAt(2) || 0)
