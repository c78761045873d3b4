import { CYRILLIC_LETTERS } from './cyrillic-letters.ts'
import { KeyWriter } from './key-writer.ts'
import { type Reading, finished } from './reading.ts'

const VOWELS = 'aeiouy'
/** The key letter of the vowel that a Cyrillic letter begins or is; glides of я, ю and ї are written apart. */
const VOWEL_OF: Readonly<Record<string, string>> = {
  а: 'a',
  ә: 'a',
  е: 'e',
  є: 'e',
  э: 'e',
  и: 'i',
  і: 'i',
  ї: 'i',
  о: 'o',
  ө: 'o',
  у: 'u',
  ұ: 'u',
  ү: 'u',
  ы: 'y',
  ю: 'u',
  я: 'a',
}

/**
 * Reads a Cyrillic word in lower case: there is one way. `end` says how many letters were typed where what follows is
 * only supposed (name-keys.ts).
 */
export function readCyrillic(word: string, end: number = word.length): Reading {
  const writer = new KeyWriter()
  let cut = -1
  let at = 0
  while (at < word.length) {
    if (cut < 0 && at >= end && !writer.needsNext) cut = writer.key.length
    at += readLetter(word, at, writer)
  }
  if (cut < 0) cut = writer.key.length
  return { key: finished(writer.key), cut, choices: 0 }
}

/** Reads the letter at a place; answers how many letters it took. */
function readLetter(word: string, at: number, writer: KeyWriter): number {
  const letter = word.charAt(at)
  const next = word.charAt(at + 1)
  switch (letter) {
    case 'и':
    case 'і':
      readI(writer, at, next)
      return 1
    case 'ы':
      if (!writer.afterI) writer.vowel('y')
      return 1
    case 'й':
    case 'ј':
      writer.glide(VOWEL_OF[next] ?? '')
      return 1
    case 'я':
    case 'ю':
    case 'ї': {
      const vowel = VOWEL_OF[letter] ?? ''
      writer.glide(vowel)
      if (vowel !== 'i' || !writer.afterI) writer.vowel(vowel)
      return 1
    }
    case 'ь':
    case 'ъ':
      // Васильев, бульон, Ильич: the vowel after it has a glide; я, ю write their own.
      if ('еэєоиі'.includes(next) && next !== '') writer.glide(VOWEL_OF[next] ?? '')
      return 1
    case 'д':
      if (next === 'ж') {
        writer.consonant('Z')
        return 2
      }
      break
    case 'с':
      // One с between vowels, as Kazakh names are written with one or two: Касымов, Kassymov.
      if (next === 'с' && writer.started && !writer.afterConsonant && word.charAt(at + 2) in VOWEL_OF) {
        writer.consonant('s')
        return 2
      }
      break
  }
  const sound = CYRILLIC_LETTERS[letter] ?? letter
  if (VOWELS.includes(sound)) writer.vowel(sound)
  else writer.consonant(sound)
  return 1
}

function readI(writer: KeyWriter, at: number, next: string): void {
  if (at === 0) {
    const vowel = VOWEL_OF[next] ?? ''
    if (vowel === 'e') writer.needsNext = true
    else writer.vowel('aou'.includes(vowel) && vowel !== '' ? 'j' : 'i')
  } else if (!writer.afterI) writer.vowel('i')
}
