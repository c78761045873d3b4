import { expandWord, weights } from './expand-word.ts'
import { FOUND, IS_NAMED, IS_TITLED, NO_TERM, type Found } from './found.ts'
import { bitOf, NAMES, TITLE, type WordNode, type WordProbe } from './probe.ts'
import type { Postings, Segment } from './segment.ts'

const OWNERS = bitOf('owners')
/** Documents are looked up in a list that is so many times longer; a shorter one is read from its beginning to its end. */
const MUCH_LONGER = 16

/**
 * The documents that have a word, in any of its spellings, put into `found`, which is empty. `whole`: words that only begin
 * with it do not count.
 */
export function matchWord(
  segment: Segment,
  found: Found,
  { word: probe, fields }: Pick<WordNode, 'word' | 'fields'>,
  within: Found | null,
  whole = false,
): Found {
  // what is kept ready does not count who answers for a record
  const mayBeReady = !whole && (fields & OWNERS) === 0
  const ready = mayBeReady ? segment.prefixPostings(probe.word) : undefined
  if (ready) collect(found, ready, NO_TERM, weights.prefix, fields, within)
  const prefixKeys = probe.prefixKeys.filter((key) => {
    const others = mayBeReady ? segment.nameKeyPrefixPostings(key) : undefined
    if (others) collect(found, others, NO_TERM, weights.variantPrefix, fields, within)
    return others === undefined
  })
  for (const { term, weight, fields: own } of expandWord(segment, probe, { whole, prefixes: ready === undefined, prefixKeys })) {
    if ((own & fields) !== 0) collect(found, segment.postings(term), term, weight, own & fields, within)
  }
  return found
}

/** How many postings a word reads, nearly; above several times all documents it does not matter how many more. */
export function costOfWord(segment: Segment, probe: WordProbe): number {
  const { from, to } = segment.terms.beginningWith(probe.word)
  const most = segment.documents * 4
  let cost = 0
  for (let term = from; term < to && cost < most; term++) cost += segment.documentsWith(term)
  return cost
}

/** Which of the names a word stands in, for bits of fields. */
export const flagsOf = (fields: number): number => ((fields & TITLE) === 0 ? ((fields & NAMES) === 0 ? 0 : IS_NAMED) : IS_NAMED | IS_TITLED)

const FLAGS = Uint8Array.from({ length: 256 }, (_, fields) => flagsOf(fields))

function collect(found: Found, postings: Postings, term: number, weight: number, mask: number, within: Found | null): void {
  if (within && within.count * MUCH_LONGER < postings.count) lookUp(found, postings, term, weight, mask, within)
  else read(found, postings, term, weight, mask, within)
}

function read(found: Found, postings: Postings, term: number, weight: number, mask: number, within: Found | null): void {
  const { count, documents: posted, impacts, fields } = postings
  if (within) {
    const { flags } = within
    for (let at = 0; at < count; at++) {
      const document = posted[at] as number
      if (flags[document] === 0) continue
      const where = (fields[at] as number) & mask
      if (where !== 0) found.meet(document, FOUND | (FLAGS[where] as number), (impacts[at] as number) * weight, term)
    }
    return
  }
  for (let at = 0; at < count; at++) {
    const where = (fields[at] as number) & mask
    if (where !== 0) found.meet(posted[at] as number, FOUND | (FLAGS[where] as number), (impacts[at] as number) * weight, term)
  }
}

/** Goes ahead in the list by steps that double, and back by halves. */
function lookUp(found: Found, postings: Postings, term: number, weight: number, mask: number, within: Found): void {
  const { count, documents: posted, impacts, fields } = postings
  within.sort()
  let low = 0
  for (let number = 0; number < within.count && low < count; number++) {
    const document = within.documents[number] as number
    let step = 1
    while (low + step < count && (posted[low + step] as number) < document) {
      low += step
      step *= 2
    }
    let high = Math.min(low + step, count)
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((posted[middle] as number) < document) low = middle + 1
      else high = middle
    }
    if (posted[low] !== document) continue
    const where = (fields[low] as number) & mask
    if (where !== 0) found.meet(document, FOUND | (FLAGS[where] as number), (impacts[low] as number) * weight, term)
  }
}
