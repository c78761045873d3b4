/** Which action or decision of a text is which of another state of it, as far as that is certain. */

/** An item as it is recognised, from what says most of it to what says least; an empty word recognises nothing. */
export interface PairedItem {
  /** Words that recognise it wherever it stands, the surest first. */
  readonly anywhere: readonly string[]
  /** Words that recognise it between the same neighbours. */
  readonly inPlace: readonly string[]
  /** What a change of some letters or words leaves alike; those of different numbers never are. */
  readonly words: string
  readonly number: string
}

/** Two texts of a line are alike when they share half of their letters at both ends, or half of their words. */
const ALIKE = 0.5
/** By how much the best must be better than the next to be certain. */
const CLEARLY = 0.1
/** More unpaired items in one place than somebody changes at once are not compared with each other. */
const MOST_COMPARED = 60

/**
 * The place in `after` of each item of `before`. Equal items are the same ones: those that are there once, or as often as before
 * in their order; then, between the same neighbours, those that are recognised or alike. What is not certain has no place.
 */
export function pairItems(before: readonly PairedItem[], after: readonly PairedItem[]): ReadonlyMap<number, number> {
  const pairs = new Map<number, number>()
  const taken = new Set<number>()
  const pair = (from: number, to: number) => {
    pairs.set(from, to)
    taken.add(to)
  }
  const all = () => ({
    from: [...before.keys()].filter((at) => !pairs.has(at)),
    to: [...after.keys()].filter((at) => !taken.has(at)),
  })
  const levels = (of: 'anywhere' | 'inPlace') => Math.max(0, ...[...before, ...after].map((item) => item[of].length))
  for (let level = 0; level < levels('anywhere'); level++) {
    const wordOf = (item: PairedItem | undefined) => item?.anywhere[level] ?? ''
    pairEqual(all(), before, after, wordOf, pair)
    for (const gap of gapsOf(before.length, after.length, pairs)) pairEqual(gap, before, after, wordOf, pair)
  }
  for (let level = 0; level < levels('inPlace'); level++)
    for (const gap of gapsOf(before.length, after.length, pairs)) pairEqual(gap, before, after, (item) => item?.inPlace[level] ?? '', pair)
  for (const gap of gapsOf(before.length, after.length, pairs)) pairAlike(gap, before, after, pair)
  return pairs
}

/** Unpaired items that stand between the same neighbours. */
interface Gap {
  readonly from: readonly number[]
  readonly to: readonly number[]
}

type Pair = (from: number, to: number) => void
type Items = readonly PairedItem[]

function pairEqual({ from, to }: Gap, before: Items, after: Items, wordOf: (item: PairedItem | undefined) => string, pair: Pair): void {
  const wanted = byWord(to, (at) => wordOf(after[at]))
  for (const [word, places] of byWord(from, (at) => wordOf(before[at]))) {
    const found = wanted.get(word)
    if (word === '' || found?.length !== places.length) continue
    for (const [nth, at] of places.entries()) pair(at, found[nth] ?? 0)
  }
}

function byWord(places: readonly number[], wordOf: (at: number) => string): Map<string, number[]> {
  const found = new Map<string, number[]>()
  for (const at of places) {
    const same = found.get(wordOf(at))
    if (same) same.push(at)
    else found.set(wordOf(at), [at])
  }
  return found
}

function gapsOf(before: number, after: number, pairs: ReadonlyMap<number, number>): Gap[] {
  const partner = new Map([...pairs].map(([from, to]) => [to, from]))
  const gaps: Gap[] = []
  for (let start = 0; start < before; start++) {
    if (pairs.has(start)) continue
    let end = start
    while (end < before && !pairs.has(end)) end++
    const first = start === 0 ? 0 : (pairs.get(start - 1) ?? 0) + 1
    const to: number[] = []
    for (let at = first; at < after && !partner.has(at); at++) to.push(at)
    // the neighbour below is the same one too
    const next = first + to.length
    if (end === before ? next === after : partner.get(next) === end)
      gaps.push({ from: Array.from({ length: end - start }, (_, nth) => start + nth), to })
    start = end
  }
  return gaps
}

function pairAlike({ from, to }: Gap, before: Items, after: Items, pair: Pair): void {
  if (from.length > MOST_COMPARED || to.length > MOST_COMPARED) return
  const likeness = from.map((one) => to.map((other) => alike(before[one], after[other])))
  const isBest = (row: readonly number[], at: number) => row.every((value, other) => other === at || value + CLEARLY <= (row[at] ?? 0))
  const column = (at: number) => likeness.map((row) => row[at] ?? 0)
  const certain = likeness.flatMap((row, nth) => {
    const at = row.findIndex((value, place) => value >= ALIKE && isBest(row, place))
    return at >= 0 && isBest(column(at), nth) ? [[nth, at] as const] : []
  })
  for (const [nth, at] of certain) pair(from[nth] ?? 0, to[at] ?? 0)
}

/** From 0, nothing in common, to 1. */
function alike(before: PairedItem | undefined, after: PairedItem | undefined): number {
  if (!before || !after || (before.number !== '' && after.number !== '' && before.number !== after.number)) return 0
  const [one, other] = [before.words, after.words]
  const longest = Math.max(one.length, other.length)
  const shortest = Math.min(one.length, other.length)
  if (shortest === 0) return 0
  let head = 0
  while (head < shortest && one[head] === other[head]) head++
  let tail = 0
  while (tail < shortest - head && one.at(-1 - tail) === other.at(-1 - tail)) tail++
  return Math.max((head + tail) / longest, sharedWords(one, other))
}

function sharedWords(one: string, other: string): number {
  const words = one.split(/\s+/u)
  const left = other.split(/\s+/u)
  const total = words.length + left.length
  let shared = 0
  for (const word of words) {
    const at = left.indexOf(word)
    if (at < 0) continue
    left.splice(at, 1)
    shared += 1
  }
  return (2 * shared) / total
}
