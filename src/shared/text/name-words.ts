/** The words that names are compared by: folded as search folds them, so that case, marks and unseen characters hide nothing. */
import { fold } from './fold.ts'
import { scriptOf, unmixed } from './look-alikes.ts'

/** A word of a text: its folded form and its UTF-16 place. */
export interface NameWord {
  readonly key: string
  readonly from: number
  readonly to: number
}

/** Modifier letters that stand for apostrophes; those part words here, so that a name is found before any ending. */
const MODIFIERS = /[\u02b9-\u02bf\u02c8]/gu
const WORD = /[\p{L}\p{N}\p{M}\p{Cf}]+/gu
// oxlint-disable-next-line no-control-regex -- all of ASCII
const ASCII = /^[\u0000-\u007f]*$/
const MAYBE_UNPARTED = /[\u0e00-\uffff]/
/** Written without spaces, or with particles behind the name: each letter is a word. */
const UNPARTED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

/** The words of a text in order. Apostrophes part words; a stray letter of the other alphabet counts as the one it looks like. */
export function* nameWords(text: string): Generator<NameWord> {
  const read = text.replace(MODIFIERS, "'")
  for (const match of read.matchAll(WORD)) {
    const [word] = match
    const from = match.index
    if (ASCII.test(word)) yield { key: word.toLowerCase(), from, to: from + word.length }
    else if (MAYBE_UNPARTED.test(word) && UNPARTED.test(word)) yield* letters(word, from)
    else {
      const key = keyOf(word)
      // direction marks alone are no word
      if (key !== '') yield { key, from, to: from + word.length }
    }
  }
}

function keyOf(word: string): string {
  const key = fold(word)
  return scriptOf(key) === 'mixed' ? unmixed(key) : key
}

function* letters(word: string, start: number): Generator<NameWord> {
  let at = start
  let other = ''
  for (const char of `${word}\n`) {
    const isLetter = UNPARTED.test(char)
    if ((isLetter || char === '\n') && other !== '') {
      const key = keyOf(other)
      if (key !== '') yield { key, from: at - other.length, to: at }
      other = ''
    }
    // a syllable may be written as one letter or as its parts
    if (isLetter) for (const part of fold(char).normalize('NFD')) yield { key: part, from: at, to: at + char.length }
    else other += char
    at += char.length
  }
}
