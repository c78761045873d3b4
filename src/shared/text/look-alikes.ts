/**
 * Letters of Latin and Cyrillic that look alike, in capitals or in small letters; words here are folded, so both count.
 * Source: the confusables of Unicode Technical Standard 39, as far as they lie between the two alphabets.
 */
const PAIRS: readonly (readonly [cyrillic: string, latin: string])[] = [
  ['а', 'a'],
  ['в', 'b'],
  ['с', 'c'],
  ['е', 'e'],
  ['н', 'h'],
  ['һ', 'h'],
  ['і', 'i'],
  ['ј', 'j'],
  ['к', 'k'],
  ['м', 'm'],
  ['о', 'o'],
  ['р', 'p'],
  ['ԛ', 'q'],
  ['ѕ', 's'],
  ['т', 't'],
  ['ԝ', 'w'],
  ['х', 'x'],
  ['у', 'y'],
  ['ү', 'y'],
]
const TO_LATIN = new Map(PAIRS)
// The first pair of a Latin letter counts: h is a capital Н sooner than the rare һ.
const TO_CYRILLIC = new Map(PAIRS.toReversed().map(([cyrillic, latin]) => [latin, cyrillic]))

/** What the letters of a word are. */
export type WordScript = 'latin' | 'cyrillic' | 'mixed' | 'other'

/** The script of a lower-case word; `other` when it has neither Latin nor Cyrillic letters. */
export function scriptOf(word: string): WordScript {
  let latin = false
  let cyrillic = false
  for (let at = 0; at < word.length; at++) {
    const code = word.charCodeAt(at)
    if (isLatin(code)) latin = true
    else if (isCyrillic(code)) cyrillic = true
  }
  if (latin) return cyrillic ? 'mixed' : 'latin'
  return cyrillic ? 'cyrillic' : 'other'
}

const isLatin = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 0xdf && code <= 0x24f && code !== 0xf7)
const isCyrillic = (code: number): boolean => code >= 0x400 && code <= 0x52f

/**
 * A folded word of mixed letters in one script, where each odd letter has its look-alike: in the script with more
 * letters, at a tie that of the first letter, or in the other one if only that can be. A word that is neither (VIPов) is
 * given back as it is.
 */
export function unmixed(word: string): string {
  let balance = 0
  for (let at = 0; at < word.length; at++) {
    const code = word.charCodeAt(at)
    if (isLatin(code)) balance += 1
    else if (isCyrillic(code)) balance -= 1
  }
  const latinFirst = balance > 0 || (balance === 0 && isLatin(word.charCodeAt(0)))
  return latinFirst ? (inLatin(word) ?? inCyrillic(word) ?? word) : (inCyrillic(word) ?? inLatin(word) ?? word)
}

function inLatin(word: string): string | undefined {
  let text = ''
  for (const letter of word) {
    const latin = isCyrillic(letter.charCodeAt(0)) ? TO_LATIN.get(letter) : letter
    if (latin === undefined) return undefined
    text += latin
  }
  return text
}

function inCyrillic(word: string): string | undefined {
  let text = ''
  for (const letter of word) {
    const cyrillic = isLatin(letter.charCodeAt(0)) ? TO_CYRILLIC.get(letter) : letter
    if (cyrillic === undefined) return undefined
    text += cyrillic
  }
  return text
}
