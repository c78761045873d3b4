/** The postings of a run by term, its documents by row. */
import type { Run } from './run.ts'
import { sortedNumbers } from './sorted-numbers.ts'
import type { Vocabulary } from './vocabulary.ts'

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
  const { terms: termOf, starts: placeOf } = run.postings
  const firstOf = (number: number) => run.starts[number] ?? 0
  const endOf = (number: number) => run.starts[number + 1] ?? run.postings.count
  // how many postings a term has, then where its next one goes to
  const table = run.termTable(vocabulary.terms.length)
  const found: number[] = []
  const names: string[] = []
  let total = 0
  for (const [at, number] of order.entries()) {
    const end = endOf(number)
    for (let posting = firstOf(number); posting < end; posting += 1) {
      const term = termOf[posting] as number
      if (table[term] === 0) {
        found.push(term)
        names.push(vocabulary.terms[term] as string)
      }
      table[term] = (table[term] as number) + 1
    }
    total += end - firstOf(number)
    if (at % 64 === 63) yield
  }
  const sorted = yield* sortedNumbers(names)
  const terms: string[] = []
  const numbers: number[] = []
  const starts = new Uint32Array(found.length + 1)
  let used = 0
  for (let at = 0; at < sorted.length; at += 1) {
    const from = sorted[at] as number
    const term = found[from] as number
    terms.push(names[from] as string)
    numbers.push(term)
    starts[at] = used
    const count = table[term] as number
    table[term] = used
    used += count
  }
  starts[found.length] = used
  const postings = new Uint32Array(total)
  const documents = new Uint32Array(total)
  for (const [document, number] of order.entries()) {
    const end = endOf(number)
    for (let posting = firstOf(number); posting < end; posting += 1) {
      const term = termOf[posting] as number
      const place = table[term] as number
      table[term] = place + 1
      postings[place] = placeOf[posting] as number
      documents[place] = document
    }
    if (document % 64 === 63) yield
  }
  for (const term of found) table[term] = 0
  return { terms, numbers, starts, postings, documents }
}
