/** Terms a letter or two away from a word, out of a dictionary of hundreds of thousands. */
import type { TermList } from './segment.ts'

/** How many letters may be wrong in a word of that length. */
export const allowance = (length: number): number => (length < 4 ? 0 : length < 8 ? 1 : 2)

/** What every term of a list is made of, so that nearly all can be ruled out without reading them. */
interface Shapes {
  readonly lengths: Uint8Array
  /** One bit for each letter, modulo 32: the letters of an alphabet lie side by side. */
  readonly letters: Uint32Array
}

const LONGEST = 255
const shapesOf = new WeakMap<TermList, Shapes>()

const lettersOf = (term: string): number => {
  let letters = 0
  for (let at = 0; at < term.length; at++) letters |= 1 << (term.charCodeAt(at) & 31)
  return letters >>> 0
}

/** Parts of the index do not change, so it is found out once for each, when it is first asked for. */
function shapes(list: TermList): Shapes {
  const known = shapesOf.get(list)
  if (known) return known
  const { count, units, starts } = list
  const made = { lengths: new Uint8Array(count), letters: new Uint32Array(count) }
  for (let number = 0; number < count; number++) {
    const from = starts[number] as number
    const to = starts[number + 1] as number
    let letters = 0
    for (let at = from; at < to; at++) letters |= 1 << ((units[at] as number) & 31)
    made.lengths[number] = Math.min(to - from, LONGEST)
    made.letters[number] = letters
  }
  shapesOf.set(list, made)
  return made
}

function bitsIn(mask: number): number {
  let rest = mask - ((mask >>> 1) & 0x5555_5555)
  rest = (rest & 0x3333_3333) + ((rest >>> 2) & 0x3333_3333)
  return (((rest + (rest >>> 4)) & 0x0f0f_0f0f) * 0x0101_0101) >>> 24
}

/** The terms of a list from 1 to `most` mistakes away from `word`, and how many. */
export function nearTerms(list: TermList, word: string, most: number): Map<number, number> {
  const near = new Map<number, number>()
  if (most === 0 || word.length > LONGEST) return near
  const { lengths, letters } = shapes(list)
  const own = lettersOf(word)
  for (let number = 0; number < list.count; number++) {
    if (Math.abs((lengths[number] as number) - word.length) > most) continue
    const other = letters[number] as number
    if (other !== own && (bitsIn(own & ~other) > most || bitsIn(other & ~own) > most)) continue
    const distance = mistakes(word, list.term(number), most)
    if (distance > 0 && distance <= most) near.set(number, distance)
  }
  return near
}

/**
 * Letters that are wrong, missing, too many, or two that are swapped (optimal string alignment: no letter is mended
 * twice), in UTF-16 code units; anything above `most` when there are more.
 */
export function mistakes(a: string, b: string, most: number): number {
  const width = b.length
  if (Math.abs(a.length - width) > most) return most + 1
  if (rows[0].length < width + 2) rows = newRows(2 * width)
  let [before, row, next] = rows
  for (let j = 0; j <= width; j++) row[j] = j
  for (let i = 1; i <= a.length; i++) {
    // farther from the middle there are more mistakes than that in any case
    const from = Math.max(1, i - most)
    const to = Math.min(width, i + most)
    const unit = a.charCodeAt(i - 1)
    const unitBefore = i > 1 ? a.charCodeAt(i - 2) : -1
    next[from - 1] = from === 1 ? i : most + 1
    if (i + most <= width) row[i + most] = most + 1
    let least = most + 1
    for (let j = from; j <= to; j++) {
      const other = b.charCodeAt(j - 1)
      let cost = Math.min((row[j - 1] as number) + (unit === other ? 0 : 1), (row[j] as number) + 1, (next[j - 1] as number) + 1)
      const isSwapped = j > 1 && unit === b.charCodeAt(j - 2) && unitBefore === other
      if (isSwapped) cost = Math.min(cost, (before[j - 2] as number) + 1)
      next[j] = cost
      if (cost < least) least = cost
    }
    // swapping reaches back over one row, for the price of one
    if (least > most && i > 1 && leastOf(row, from, to) >= most) return most + 1
    ;[before, row, next] = [row, next, before]
  }
  return Math.min(row[width] as number, most + 1)
}

type Rows = [Int32Array, Int32Array, Int32Array]
const newRows = (width: number): Rows => [new Int32Array(width + 2), new Int32Array(width + 2), new Int32Array(width + 2)]
/** Used again from one pair of words to the next. */
let rows = newRows(64)

function leastOf(row: Int32Array, from: number, to: number): number {
  let least = Infinity
  for (let at = from - 1; at <= to; at++) least = Math.min(least, row[at] as number)
  return least
}
