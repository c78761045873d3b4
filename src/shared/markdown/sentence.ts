import { plainText } from './plain.ts'

/** How much of a long sentence is shown. */
const LONGEST = 240
/** How far a paragraph is read around the place. */
const REACH = 2_000
const BLOCK_START = /^[ \t>]*(?:[-+*][ \t]|\d{1,9}[.)][ \t]|#{1,6}[ \t]|\||\[!|```|~~~)/
const BLANK = /^[ \t>\r]*$/
const HEADING = /^[ \t>]*(?:#{1,6}[ \t]|\|)/
const SENTENCE_END = /(?<![.!?…])[.!?…]+["'»”’)\]]*\s+(?=["'«“‘([]*[\p{Lu}\p{N}])/gu
/** What ends with a full stop and does not end a sentence. */
const ABBREVIATION =
  /(?:^|[\s("«“])(?:\p{Lu}|Mr|Mrs|Ms|Dr|Prof|St|No|Nos|Art|Gen|Amb|Hon|H\.E|e\.g|i\.e|vs|cf|p|pp|vol|fig|г|гг|ул|стр|им|ст|проф|т\.е|т\.д|т\.п)\.\s$/u

/** Where the sentences of a plain text end, each with the white space behind it; the last one ends with the text. */
export function* sentenceStops(text: string): Generator<number> {
  for (const stop of text.matchAll(SENTENCE_END)) {
    const after = stop.index + stop[0].length
    if (!ABBREVIATION.test(text.slice(Math.max(0, after - 12), after))) yield after
  }
}

/**
 * The sentence around a place in a body as plain text, markup stripped, at most about 240 characters (`…` where it was
 * cut). `range` is the place in that text; empty when nothing of it is shown. Reads only what stands near the place.
 */
export function sentenceAround(body: string, from: number, to: number): { text: string; range: [number, number] } {
  const [start, end] = paragraphAround(body, from, Math.max(from, to))
  const plain = plainText(body, start, end)
  const [first, last] = plain.rangeOf(from, to)
  let sentenceFrom = 0
  let sentenceTo = plain.text.length
  for (const after of sentenceStops(plain.text)) {
    if (after <= first) sentenceFrom = after
    else if (after > last || (after === last && after > first)) {
      sentenceTo = after
      break
    }
  }
  return cut(plain.text.slice(0, sentenceTo).trimEnd(), sentenceFrom, first, last)
}

function paragraphAround(body: string, from: number, to: number): [number, number] {
  const floor = Math.max(0, from - REACH)
  const ceiling = Math.min(body.length, to + REACH)
  const lineFrom = (at: number) => Math.max(body.lastIndexOf('\n', at - 1) + 1, floor)
  const lineTo = (at: number) => {
    const lineBreak = body.slice(at, ceiling).indexOf('\n')
    return lineBreak === -1 ? ceiling : at + lineBreak
  }
  let start = from > floor ? lineFrom(from) : from
  while (start > floor && !BLOCK_START.test(body.slice(start, start + 40))) {
    const previous = start - 1 > floor ? lineFrom(start - 1) : floor
    const text = body.slice(previous, start - 1)
    if (BLANK.test(text) || HEADING.test(text)) break
    start = previous
  }
  let end = lineTo(to)
  if (HEADING.test(body.slice(start, start + 40))) return [start, end]
  while (end + 1 < ceiling) {
    const next = lineTo(end + 1)
    const text = body.slice(end + 1, next)
    if (BLANK.test(text) || BLOCK_START.test(text)) break
    end = next
  }
  return [start, end]
}

/** Shortens a text from both ends at white space, so that the range stays in it. */
function cut(text: string, from: number, first: number, last: number): { text: string; range: [number, number] } {
  let start = from
  if (text.length - start > LONGEST && first - start > LONGEST / 2) {
    const space = text.indexOf(' ', first - LONGEST / 3)
    start = space === -1 || space >= first ? first : space + 1
  }
  let end = text.length
  if (end - start > LONGEST) {
    const space = text.lastIndexOf(' ', start + LONGEST)
    end =
      space > Math.max(last, start + LONGEST / 2)
        ? space
        : wholeCharacter(text, Math.max(start + LONGEST, Math.min(last, start + 2 * LONGEST)))
  }
  const before = start > from ? '…' : ''
  const shift = before.length - start
  const inside = (at: number) => Math.min(Math.max(at, start), end) + shift
  return { text: before + text.slice(start, end) + (end < text.length ? '…' : ''), range: [inside(first), inside(last)] }
}

/** Never between the two halves of a surrogate pair. */
const wholeCharacter = (text: string, at: number) => {
  const code = text.charCodeAt(at)
  return code >= 0xdc00 && code <= 0xdfff ? at - 1 : at
}
