/** The words that names are compared by: folded as search folds them, so that case, marks and unseen characters hide nothing. */
import { fold } from './fold.ts'
import { scriptOf, unmixed } from './look-alikes.ts'

/** A word of a text: its folded form and its UTF-16 place. */
export interface NameWord {
  readonly key: string
  readonly from: number
  readonly to: number
}

/** Apostrophes and the letters that stand for them part words, so that a name is found before any ending. */
const IN_WORD = /(?![\u02b9-\u02bf\u02c8])[\p{L}\p{N}\p{M}\p{Cf}]/u
// oxlint-disable-next-line no-control-regex -- all of ASCII
const ASCII = /^[\u0000-\u007f]*$/
const MAYBE_UNPARTED = /[\u0e00-\uffff]/
/** Written without spaces, or with particles behind the name: each letter is a word. */
const UNPARTED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

const BETWEEN = 1
const WITHIN = 2
/** What each UTF-16 code unit is, 0 while nobody has asked: a text has millions of them. */
const kinds = new Uint8Array(0x1_0000)

function isWithin(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  let kind = kinds[code] ?? 0
  if (kind !== 0) return kind === WITHIN
  // half of a pair: which one, the whole says
  if (code >= 0xd800 && code <= 0xdfff)
    return IN_WORD.test(String.fromCodePoint(text.codePointAt(code >= 0xdc00 ? Math.max(0, at - 1) : at) ?? 0))
  kind = IN_WORD.test(text.charAt(at)) ? WITHIN : BETWEEN
  kinds[code] = kind
  return kind === WITHIN
}

/** Calls `visit` with the place of each run of letters and digits, in order. */
export function eachRun(text: string, visit: (from: number, to: number) => void): void {
  let from = -1
  for (let at = 0; at < text.length; at += 1) {
    if (isWithin(text, at)) {
      if (from === -1) from = at
    } else if (from !== -1) {
      visit(from, at)
      from = -1
    }
  }
  if (from !== -1) visit(from, text.length)
}

/** The words of a run; several where letters are words. A stray letter of the other alphabet counts as the one it looks like. */
export function wordsOfRun(run: string): NameWord[] {
  if (ASCII.test(run)) return [{ key: run.toLowerCase(), from: 0, to: run.length }]
  if (MAYBE_UNPARTED.test(run) && UNPARTED.test(run)) return letters(run)
  const key = keyOf(run)
  // direction marks alone are no word
  return key === '' ? [] : [{ key, from: 0, to: run.length }]
}

/** The words of a text in order. */
export function nameWords(text: string): NameWord[] {
  const words: NameWord[] = []
  eachRun(text, (start, end) => {
    for (const { key, from, to } of wordsOfRun(text.slice(start, end))) words.push({ key, from: start + from, to: start + to })
  })
  return words
}

function keyOf(word: string): string {
  const key = fold(word)
  return scriptOf(key) === 'mixed' ? unmixed(key) : key
}

function letters(run: string): NameWord[] {
  const words: NameWord[] = []
  let at = 0
  let other = ''
  const put = (key: string, from: number) => key !== '' && words.push({ key, from, to: at })
  for (const char of run) {
    if (UNPARTED.test(char)) {
      put(keyOf(other), at - other.length)
      other = ''
      at += char.length
      // a syllable may be written as one letter or as its parts
      for (const part of fold(char).normalize('NFD')) put(part, at - char.length)
    } else {
      other += char
      at += char.length
    }
  }
  put(keyOf(other), at - other.length)
  return words
}
