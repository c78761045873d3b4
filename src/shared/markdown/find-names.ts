/**
 * Where names stand in a markdown text, however they are written: with emphasis inside, as entities, percent-encoded, with the
 * address of a link between their words. Pure and linear.
 */
import { merged, type NameMatcher, type Stretch } from '../text/name-matcher.ts'

/** A text made of another one, of which some parts were left out or replaced. */
interface Reading {
  readonly text: string
  /** Where each kept piece begins here and in the source, in order. */
  readonly pieces: readonly (readonly [here: number, there: number])[]
}

/** Of links the addresses, tags, footnote marks, marks of emphasis, escapes: what a reader does not see between letters. */
const UNSEEN =
  /\]\([^()\n]{0,2000}(?:\([^()\n]{0,2000}\)[^()\n]{0,2000})?\)|\]\[[^[\]\n]{0,1000}\]|\[\^[^[\]\n]{0,1000}\]|\[\[[^[\]|\n]{1,2000}\||<!--[^<>]{0,1000}-->|<\/?[A-Za-z][^<>]{0,1000}>|[*_~=`\\[\]]+/gu
/** Of these only the marks: an attribute, an address or a title may hold some too. */
const MARKS = /[*_~=`\\]+/gu
const ENCODED =
  /(?:%[\da-f]{2})+|&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]{1,2}(?:acute|grave|uml|circ|tilde|cedil|ring|slash|caron|lig)|nbsp|ensp|emsp|thinsp|shy|zwj|zwnj|lrm|rlm|apos|rsquo|lsquo|ndash|mdash|amp);/giu
const LIKELY_ENCODED = /%[\da-f]{2}|&[#a-z]/iu
/** `%2520` is `%20` is a space. */
const DECODED_AT_MOST = 3
const BLANK_LINE = /\n[ \t>]*\r?\n/u

const ACCENTS: Readonly<Record<string, string>> = {
  acute: '\u0301',
  grave: '\u0300',
  uml: '\u0308',
  circ: '\u0302',
  tilde: '\u0303',
  cedil: '\u0327',
  ring: '\u030a',
  caron: '\u030c',
}
const NAMED: Readonly<Record<string, string>> = { shy: '\u00ad', zwj: '\u200d', zwnj: '\u200c', lrm: '', rlm: '', amp: '&' }

/** Where names stand in `markdown`: in order, those that overlap put together. */
export function findNames(markdown: string, names: NameMatcher): Stretch[] {
  if (names.isEmpty || markdown === '') return []
  const found = names.find(markdown, parted(markdown))
  const decoded = decodedReading(markdown)
  const without = (pattern: RegExp) => {
    const reading = replaced(decoded?.text ?? markdown, pattern, () => '')
    return reading && decoded ? joined(reading, decoded) : reading
  }
  for (const reading of [decoded, without(UNSEEN), without(MARKS)]) {
    if (!reading) continue
    const place = placeIn(reading)
    const inSource = ({ from, to }: Stretch) => ({ from: place(from), to: place(to - 1) + 1 })
    const isParted = parted(markdown)
    found.push(...names.find(reading.text, (from, to) => isParted(place(from - 1), place(to))).map(inSource))
  }
  return merged(found)
}

const parted = (text: string) => (from: number, to: number) => BLANK_LINE.test(text.slice(from, to))

/** Undefined when nothing is encoded. */
function decodedReading(source: string): Reading | undefined {
  let reading: Reading | undefined
  for (let time = 0; time < DECODED_AT_MOST; time += 1) {
    const text: string = reading?.text ?? source
    const next: Reading | undefined = LIKELY_ENCODED.test(text) ? replaced(text, ENCODED, decoded) : undefined
    if (!next) break
    reading = reading ? joined(next, reading) : next
  }
  return reading
}

function decoded(encoded: string): string {
  if (encoded.startsWith('%')) return percentDecoded(encoded)
  const body = encoded.slice(1, -1)
  if (body.startsWith('#')) {
    const code = /^#x/iu.test(body) ? Number.parseInt(body.slice(2), 16) : Number.parseInt(body.slice(1), 10)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ' '
  }
  const known = NAMED[body.toLowerCase()]
  if (known !== undefined) return known
  const [, letters = '', ending = ''] = /^(..?)(acute|grave|uml|circ|tilde|cedil|ring|slash|caron|lig)$/iu.exec(body) ?? []
  if (ending === '') return ' '
  if (ending === 'slash') return letters === 'O' ? 'Ø' : 'ø'
  return letters + (ACCENTS[ending] ?? '')
}

function percentDecoded(encoded: string): string {
  try {
    return decodeURIComponent(encoded)
  } catch {
    // not UTF-8: what is ASCII of it
    return encoded.replace(/%([\da-f]{2})/giu, (_, hex: string) => {
      const code = Number.parseInt(hex, 16)
      return code < 0x80 ? String.fromCodePoint(code) : ' '
    })
  }
}

/** Undefined when nothing was replaced. */
function replaced(source: string, pattern: RegExp, by: (match: string) => string): Reading | undefined {
  let text = ''
  let copied = 0
  const pieces: [number, number][] = [[0, 0]]
  for (const match of source.matchAll(pattern)) {
    text += source.slice(copied, match.index)
    pieces.push([text.length, match.index])
    text += by(match[0])
    copied = match.index + match[0].length
    pieces.push([text.length, copied])
  }
  return copied === 0 ? undefined : { text: text + source.slice(copied), pieces }
}

/** `second` was made of what `first` reads: as one reading of the source of `first`. */
function joined(second: Reading, first: Reading): Reading {
  const place = placeIn(first)
  const pieces: [number, number][] = second.pieces.map(([here, there]) => [here, place(there)])
  // where pieces of the first begin within one of the second
  const back = placeIn({ text: '', pieces: second.pieces.map(([here, there]) => [there, here]) })
  for (const [here, there] of first.pieces) pieces.push([back(here), there])
  return { text: second.text, pieces: pieces.toSorted((a, b) => a[0] - b[0] || a[1] - b[1]) }
}

/** Place in the source of a place in the reading: exact where it was copied, near where it was replaced. */
function placeIn({ pieces }: Reading): (at: number) => number {
  return (at) => {
    let low = 0
    let high = pieces.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((pieces[middle]?.[0] ?? 0) <= at) low = middle + 1
      else high = middle
    }
    const [here, there] = pieces[low - 1] ?? [0, 0]
    const limit = pieces[low]?.[1] ?? Infinity
    return Math.min(there + at - here, Math.max(there, limit - 1))
  }
}
