/** Words that mix Latin and Cyrillic letters: nearly always a slip of the keyboard, and invisible to the eye. */
export interface MixedWord {
  readonly word: string
  /** The letters of the script that has fewer in this word, each once, in order. */
  readonly letters: readonly string[]
  /** The script of {@link letters}. */
  readonly script: 'Latin' | 'Cyrillic'
}

const WORD = /[\p{L}\p{M}]+/gu
const LATIN = /\p{Script=Latin}/u
const CYRILLIC = /\p{Script=Cyrillic}/u

/**
 * The words of a text in which Latin and Cyrillic letters stand together. The odd letters are those of the script with
 * fewer letters; when both have as many, those of the script that the word does not begin with.
 */
export function mixedWords(text: string): MixedWord[] {
  const found: MixedWord[] = []
  for (const [word] of text.normalize('NFC').matchAll(WORD)) {
    const latin: string[] = []
    const cyrillic: string[] = []
    for (const letter of word) {
      if (LATIN.test(letter)) latin.push(letter)
      else if (CYRILLIC.test(letter)) cyrillic.push(letter)
    }
    if (latin.length === 0 || cyrillic.length === 0) continue
    const cyrillicIsOdd = cyrillic.length < latin.length || (cyrillic.length === latin.length && LATIN.test(word[0] ?? ''))
    found.push({ word, letters: [...new Set(cyrillicIsOdd ? cyrillic : latin)], script: cyrillicIsOdd ? 'Cyrillic' : 'Latin' })
  }
  return found
}
