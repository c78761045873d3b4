/** The first `count` of `items` that fit, in the order of `compare`, without sorting all of them. */
export function firstOf<T>(items: Iterable<T>, fits: (item: T) => boolean, count: number, compare: (a: T, b: T) => number): T[] {
  let best: T[] = []
  for (const item of items) {
    if (!fits(item)) continue
    const last = best.at(-1)
    if (best.length >= count && last !== undefined && compare(item, last) >= 0) continue
    let at = best.length
    while (at > 0 && compare(item, best[at - 1] as T) < 0) at -= 1
    best.splice(at, 0, item)
    if (best.length > count) best = best.slice(0, count)
  }
  return count === 0 ? [] : best
}
