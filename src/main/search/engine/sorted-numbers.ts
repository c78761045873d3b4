import { byUnits } from './keyed-lists.ts'

/** Some two milliseconds of sorting; below 2^16. */
const SORTED_AT_ONCE = 8192
const IS_LITTLE_ENDIAN = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1

/** Numbers of the strings in their order, sorted in pieces that are merged then, with stops between. */
export function* sortedNumbers(strings: readonly string[]): Generator<void, Uint32Array> {
  let order = new Uint32Array(strings.length)
  for (let from = 0; from < strings.length; from += SORTED_AT_ONCE) {
    const to = Math.min(from + SORTED_AT_ONCE, strings.length)
    sortSome(strings, from, order.subarray(from, to))
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
        const first =
          left < middle &&
          (right >= to || byUnits(strings[order[left] as number] as string, strings[order[right] as number] as string) <= 0)
        other[at] = (first ? order[left++] : order[right++]) ?? 0
        if (at % SORTED_AT_ONCE === SORTED_AT_ONCE - 1) yield
      }
    }
    ;[order, other] = [other, order]
  }
  return order
}

/** By the first three units as numbers, which are sorted many times faster than strings, then those that begin alike. */
function sortSome(strings: readonly string[], first: number, order: Uint32Array): void {
  // each is two units, the third, and the number of the string in the lowest bits
  const heads = new Uint32Array(order.length * 2)
  const [low, high] = IS_LITTLE_ENDIAN ? [0, 1] : [1, 0]
  for (let at = 0; at < order.length; at += 1) {
    const string = strings[first + at] as string
    heads[at * 2 + high] = ((string.charCodeAt(0) || 0) << 16) | (string.charCodeAt(1) || 0)
    heads[at * 2 + low] = ((string.charCodeAt(2) || 0) << 16) | at
  }
  new BigUint64Array(heads.buffer).sort()
  let alike = 0
  for (let at = 0; at < order.length; at += 1) {
    const isAlike =
      heads[at * 2 + high] === heads[alike * 2 + high] &&
      ((heads[at * 2 + low] as number) ^ (heads[alike * 2 + low] as number)) >>> 16 === 0
    if (!isAlike) {
      sortAlike(strings, order.subarray(alike, at))
      alike = at
    }
    order[at] = first + ((heads[at * 2 + low] as number) & 0xffff)
  }
  sortAlike(strings, order.subarray(alike))
}

function sortAlike(strings: readonly string[], order: Uint32Array): void {
  if (order.length > 1) order.sort((one, other) => byUnits(strings[one] as string, strings[other] as string))
}
