/** The postings of a run by term, its documents by row. */
import type { Run } from './run.ts'
import { sortedNumbers } from './sorted-numbers.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Postings from which on a table of the whole vocabulary costs less than a map of the words of the run. */
const MANY = 1 << 16

/** Numbers of the documents of the run by row; of those of one row the last. */
export function documentsInOrder(documents: readonly { readonly row: number }[]): number[] {
  const rowOf = (number: number) => documents[number]?.row ?? 0
  const order = documents.map((_, number) => number).toSorted((one, other) => rowOf(one) - rowOf(other) || one - other)
  return order.filter((number, at) => at + 1 === order.length || rowOf(number) !== rowOf(order[at + 1] ?? 0))
}

interface SortedPostings {
  /** In order. */
  readonly terms: readonly string[]
  /** The number of each in the vocabulary. */
  readonly numbers: readonly number[]
  /** Where the postings of each begin, and behind the last. */
  readonly starts: Uint32Array
  /** Where each posting lies in the bytes of the run. */
  readonly postings: Uint32Array
  /** The document of each. */
  readonly documents: Uint32Array
}

export function* postingsByTerm(run: Run, order: readonly number[], vocabulary: Vocabulary): Generator<void, SortedPostings> {
  const counts = new Map<number, number>()
  const firstOf = (number: number) => run.starts[number] ?? 0
  const endOf = (number: number) => run.starts[number + 1] ?? run.postings.count
  const large = run.postings.count > MANY
  // by term of the vocabulary: a table when the run is large, because the vocabulary may be larger than a small run
  const met = large ? new Uint32Array(vocabulary.terms.length) : undefined
  let total = 0
  for (const [at, number] of order.entries()) {
    for (let posting = firstOf(number); posting < endOf(number); posting += 1) {
      const term = run.postings.terms[posting] ?? 0
      if (met) met[term] = (met[term] ?? 0) + 1
      else counts.set(term, (counts.get(term) ?? 0) + 1)
    }
    total += endOf(number) - firstOf(number)
    if (at % 64 === 63) yield
  }
  const distinct: number[] = []
  if (met) {
    for (let term = 0; term < met.length; term += 1) if (met[term] !== 0) distinct.push(term)
  } else distinct.push(...counts.keys())
  const names = distinct.map((term) => vocabulary.terms[term] ?? '')
  const sorted = yield* sortedNumbers(names)
  const starts = new Uint32Array(distinct.length + 1)
  let used = 0
  for (let at = 0; at < sorted.length; at += 1) {
    const term = distinct[sorted[at] ?? 0] ?? 0
    starts[at] = used
    const count = (met ? met[term] : counts.get(term)) ?? 0
    // from now on where the next posting of the term goes to
    if (met) met[term] = used
    else counts.set(term, used)
    used += count
  }
  starts[distinct.length] = used
  const postings = new Uint32Array(total)
  const documents = new Uint32Array(total)
  for (const [document, number] of order.entries()) {
    for (let posting = firstOf(number); posting < endOf(number); posting += 1) {
      const term = run.postings.terms[posting] ?? 0
      const place = (met ? met[term] : counts.get(term)) ?? 0
      if (met) met[term] = place + 1
      else counts.set(term, place + 1)
      postings[place] = run.postings.starts[posting] ?? 0
      documents[place] = document
    }
    if (document % 64 === 63) yield
  }
  return {
    terms: Array.from(sorted, (at) => names[at] ?? ''),
    numbers: Array.from(sorted, (at) => distinct[at] ?? 0),
    starts,
    postings,
    documents,
  }
}
