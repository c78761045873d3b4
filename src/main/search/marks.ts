/** Where the words of a query stand in a text, in the text's own spelling. */
import { fold, wordSpans } from '../../shared/text/fold.ts'

export type Range = [number, number]

/** A longer beginning than this is marked to the end of its word. */
const LONGEST_PREFIX = 64

/** The ranges in `text` of words that begin with one of `wanted`: the part that was typed, marks over its letters included. */
export function markWords(text: string, wanted: readonly string[]): Range[] {
  const ranges: Range[] = []
  for (const { from, to } of wordSpans(text)) {
    const prefix = prefixOf(fold(text.slice(from, to)), wanted)
    if (prefix !== undefined) ranges.push([from, endOf(text, from, to, prefix.length)])
  }
  return ranges
}

/** The first word of `text` that begins with one of `wanted`. */
export function firstMark(text: string, wanted: readonly string[]): Range | undefined {
  for (const { from, to } of wordSpans(text)) {
    if (prefixOf(fold(text.slice(from, to)), wanted) !== undefined) return [from, to]
  }
  return undefined
}

function prefixOf(word: string, wanted: readonly string[]): string | undefined {
  let longest: string | undefined
  for (const prefix of wanted) if (word.startsWith(prefix) && prefix.length > (longest?.length ?? 0)) longest = prefix
  return longest
}

/** Folding may change the length of a text, so the end of a prefix is found letter by letter. */
function endOf(text: string, from: number, to: number, length: number): number {
  if (length > LONGEST_PREFIX) return to
  let end = from
  while (end < to && fold(text.slice(from, end)).length < length) end += String.fromCodePoint(text.codePointAt(end) ?? 0).length
  while (end < to && /[\p{M}\p{Cf}]/u.test(text.charAt(end))) end++
  return end
}
