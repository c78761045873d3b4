/** Lines that stand once in either text and in the same order: what lies between two of them can be compared by itself. Pure. */

/** Where a line stands; -1 when it stands there more than once. */
function places(lines: readonly string[]): Map<string, number> {
  const found = new Map<string, number>()
  for (const [index, line] of lines.entries()) found.set(line, found.has(line) ? -1 : index)
  return found
}

/** @returns pairs of indices, both rising: the longest such series (patience sorting) */
export function sharedLines(before: readonly string[], after: readonly string[]): [number, number][] {
  const others = places(after)
  const pairs: { readonly at: readonly [number, number]; readonly previous: number }[] = []
  /** For each length the pair that ends a series of it lowest in `after`. */
  const ends: number[] = []
  for (const [line, index] of places(before)) {
    const other = others.get(line) ?? -1
    if (index < 0 || other < 0) continue
    let [low, high] = [0, ends.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((pairs[ends[middle] ?? 0]?.at[1] ?? 0) < other) low = middle + 1
      else high = middle
    }
    pairs.push({ at: [index, other], previous: low > 0 ? (ends[low - 1] ?? -1) : -1 })
    ends[low] = pairs.length - 1
  }
  const series: [number, number][] = []
  for (let at = ends.at(-1) ?? -1; at >= 0;) {
    const pair = pairs[at]
    if (!pair) break
    series.push([pair.at[0], pair.at[1]])
    at = pair.previous
  }
  return series.toReversed()
}
