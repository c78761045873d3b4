/**
 * Folding for search: what a person need not type exactly. Case, Latin and Greek diacritics, ligatures and width fold;
 * ё is е; й stays й, because it is a letter of its own. Apostrophes within names fall away (apostrophes.ts). Titles are compared by link-key.ts instead.
 */

import { joiningApostrophes, withoutApostrophes } from './apostrophes.ts'

/** Latin letters that do not decompose, and others that Unicode keeps apart. Lower case. */
const LETTERS: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ŧ: 't',
  ı: 'i',
  ĸ: 'k',
  ŋ: 'n',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ς: 'σ',
}
const SPECIAL = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'gu')
// oxlint-disable-next-line no-control-regex -- all of ASCII
const ASCII = /^[\u0000-\u007f]*$/
/** ASCII and Cyrillic letters that are written as one character each. */
// oxlint-disable-next-line no-control-regex -- all of ASCII
const CYRILLIC = /^[\u0000-\u007f\u0400-\u0482\u048a-\u052f«»–—]*$/
const MARKED_LATIN = /([\p{Script=Latin}\p{Script=Greek}])\p{M}{1,1000}/gu
/** Stress marks over vowels; ѓ and ќ are letters and keep theirs. */
const STRESS = /([аеёиоуыэюяєії])[\u0300\u0301]{1,1000}/gu
/** Characters that stand inside words and are not seen: soft hyphen, joiners, direction marks; and modifier apostrophes. */
const UNSEEN = /[\p{Cf}\u02b9-\u02bf\u02c8]/gu

/** The folded form of a text. Its length may differ from the text's. Idempotent. */
export function fold(text: string): string {
  if (ASCII.test(text)) return withoutApostrophes(text.toLowerCase())
  if (CYRILLIC.test(text)) return withoutApostrophes(text.toLowerCase().replace(/[ёѐ]/gu, 'е').replace(/ѝ/gu, 'и'))
  return withoutApostrophes(decomposed(text))
}

function decomposed(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(UNSEEN, '')
    .replace(SPECIAL, (letter) => LETTERS[letter] ?? letter)
    .replace(MARKED_LATIN, '$1')
    .replace(/е\u0308/gu, 'е')
    .replace(STRESS, '$1')
    .normalize('NFC')
}

/** A word and where it stands, as UTF-16 offsets. */
export interface Word {
  readonly from: number
  readonly to: number
}

/** A longer run of letters is no word of any language, and is taken in pieces of so many. */
export const LONGEST_WORD = 100
/** Letters, digits and what belongs to them; unseen characters do not part a word. */
const WORD = new RegExp(`[\\p{L}\\p{N}\\p{M}\\p{Cf}]{1,${LONGEST_WORD}}`, 'gu')
const FOLDED_WORD = new RegExp(`[\\p{L}\\p{N}\\p{M}]{1,${LONGEST_WORD}}`, 'gu')

/** The folded words of a text in order: runs of letters and digits of any script. */
export function words(text: string): string[] {
  return fold(text).match(FOLDED_WORD) ?? []
}

/** Where the words of a text stand in its own spelling. */
export function* wordSpans(text: string): Generator<Word> {
  const joining = joiningApostrophes(text)
  let word: { from: number; to: number } | undefined
  for (const match of text.matchAll(WORD)) {
    const from = match.index
    const to = from + match[0].length
    if (word !== undefined && from === word.to + 1 && joining.has(word.to)) {
      word = { from: word.from, to }
      continue
    }
    if (word !== undefined) yield word
    word = { from, to }
  }
  if (word !== undefined) yield word
}
