/** Sorted at once when so many have come together, or four times as many as are wanted. */
const GATHERED = 256

/** The first `count` of `items` that fit, in the order of `compare`, without sorting all of them. */
export function firstOf<T>(items: Iterable<T>, fits: (item: T) => boolean, count: number, compare: (a: T, b: T) => number): T[] {
  const limit = Math.max(GATHERED, count * 4)
  let gathered: T[] = []
  /** Nothing behind it is among the first. */
  let last: T | undefined
  for (const item of items) {
    if (!fits(item) || (last !== undefined && compare(item, last) >= 0)) continue
    gathered.push(item)
    if (gathered.length < limit) continue
    gathered = gathered.toSorted(compare).slice(0, count)
    last = gathered.at(-1)
  }
  return gathered.toSorted(compare).slice(0, count)
}
