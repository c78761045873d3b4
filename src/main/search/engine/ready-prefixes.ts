/**
 * Lists of documents that are kept ready for what people type first: beginnings of words whose documents are many and
 * spread over many words. Which ones depends on the content alone, so that merging gives the same as building anew.
 */
import { OWNERS } from './impact.ts'
import { SortedStrings } from './sorted-strings.ts'
import type { DataWindow, ReadyPrefixes } from './segment-tables.ts'
import type { TermDataWriter } from './term-data.ts'

/** Postings that a query unites itself without being felt: about a third of a millisecond. */
const CHEAP = 1 << 16
/** Finding the postings of one more term takes as long as reading so many. */
const TERM = 32
/** Postings between two places where the work may be interrupted: some two milliseconds. */
const SLICE = 1 << 19

export interface PrefixSource {
  readonly strings: SortedStrings
  /** Terms of a string. */
  termsOf(string: number): ArrayLike<number>
  documentsWith(term: number): number
  window(term: number): DataWindow
  readonly documents: number
}

interface Range {
  readonly from: number
  readonly to: number
  readonly length: number
  readonly number: number
  readonly inner: Range[]
}

/** Greatest impact and all fields of each document so far. */
interface Union {
  readonly impacts: Uint8Array
  readonly fields: Uint8Array
}

export function* readyPrefixes(source: PrefixSource, writer: TermDataWriter, cheap: number = CHEAP): Generator<void, ReadyPrefixes> {
  const { strings, documents } = source
  const costs = costsOf(source)
  const prefixes: string[] = []
  const top = costly(0, strings.count, 0)
  const starts = new Uint32Array(prefixes.length)
  const counts = new Uint32Array(prefixes.length)
  const unions: Union[] = []
  let work = 0
  if (top) for (const range of top.inner) yield* write(range, 0)
  return { prefixes: SortedStrings.of(prefixes), starts, counts }

  /** The beginnings within a range that are worth a list, from the shortest on. */
  function costly(from: number, to: number, length: number): Range | undefined {
    let sum = 0
    let most = 0
    for (let string = from; string < to; string += 1) {
      const cost = costs[string] ?? 0
      sum += cost
      if (cost > most) most = cost
    }
    // one long list has to be read in any case
    if (sum - most <= cheap) return undefined
    const range = { from, to, length, number: prefixes.length - 1, inner: [] as Range[] }
    let start = from
    while (start < to) {
      const first = strings.starts[start] ?? 0
      if ((strings.starts[start + 1] ?? 0) - first <= length) {
        start += 1
        continue
      }
      const unit = strings.units[first + length]
      let end = start + 1
      while (end < to && strings.units[(strings.starts[end] ?? 0) + length] === unit) end += 1
      const place = prefixes.push(strings.term(start).slice(0, length + 1)) - 1
      const inner = costly(start, end, length + 1)
      if (inner) range.inner.push(inner)
      else prefixes.splice(place)
      start = end
    }
    return range
  }

  function* write(range: Range, depth: number): Generator<void> {
    const union = (unions[depth] ??= { impacts: new Uint8Array(documents), fields: new Uint8Array(documents) })
    union.impacts.fill(0)
    union.fields.fill(0)
    let string = range.from
    for (const inner of range.inner) {
      yield* unite(union, string, inner.from)
      yield* write(inner, depth + 1)
      const below = unions[depth + 1]
      if (below) add(union, below)
      string = inner.to
    }
    yield* unite(union, string, range.to)
    let count = 0
    for (let document = 0; document < documents; document += 1) if (union.impacts[document] !== 0) count += 1
    starts[range.number] = writer.position
    counts[range.number] = count
    writer.begin(count, false)
    for (let document = 0; document < documents; document += 1) {
      const impact = union.impacts[document] ?? 0
      if (impact !== 0) writer.add(document, impact, union.fields[document] ?? 0)
    }
    writer.end()
    work += documents
    if (work > SLICE) {
      yield
      work = 0
    }
  }

  function* unite(union: Union, from: number, to: number): Generator<void> {
    for (let string = from; string < to; string += 1) {
      const terms = source.termsOf(string)
      for (let at = 0; at < terms.length; at += 1) {
        const term = terms[at] ?? 0
        const { bytes, numbers, from: start } = source.window(term)
        const count = source.documentsWith(term)
        for (let entry = 0; entry < count; entry += 1) {
          const asked = (bytes[start + count * 5 + entry] as number) & ~(1 << OWNERS)
          if (asked === 0) continue
          const document = numbers[start / 4 + entry] as number
          const impact = bytes[start + count * 4 + entry] as number
          if (impact > (union.impacts[document] ?? 0)) union.impacts[document] = impact
          union.fields[document] = (union.fields[document] ?? 0) | asked
        }
        work += count + 16
      }
      if (work > SLICE) {
        yield
        work = 0
      }
    }
  }
}

function add(union: Union, below: Union): void {
  for (let document = 0; document < union.impacts.length; document += 1) {
    const impact = below.impacts[document] ?? 0
    if (impact > (union.impacts[document] ?? 0)) union.impacts[document] = impact
    union.fields[document] = (union.fields[document] ?? 0) | (below.fields[document] ?? 0)
  }
}

function costsOf({ strings, termsOf, documentsWith }: PrefixSource): Uint32Array {
  const costs = new Uint32Array(strings.count)
  for (let string = 0; string < strings.count; string += 1) {
    const terms = termsOf(string)
    let cost = 0
    for (let at = 0; at < terms.length; at += 1) cost += documentsWith(terms[at] ?? 0) + TERM
    costs[string] = cost
  }
  return costs
}
