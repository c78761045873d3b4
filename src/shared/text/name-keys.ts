/**
 * Keys by which the spellings of a name are found: two words are the same name when they share a key. A Cyrillic word has
 * one key; a Latin word has up to four, because a Latin spelling can be read in several ways. Which spellings meet and
 * which do not is said in docs/search.md and held by tests/unit/shared/text/name-pairs.ts.
 */
import { APOSTROPHE } from './apostrophes.ts'
import { fold } from './fold.ts'
import { scriptOf, unmixed } from './look-alikes.ts'
import { APOSTROPHES, LATIN_APOSTROPHES, LATIN_MARKS, SOFT_E } from './transliteration/latin-marks.ts'
import { readCyrillic } from './transliteration/read-cyrillic.ts'
import { readLatin } from './transliteration/read-latin.ts'
import type { Reading } from './transliteration/reading.ts'

const MOST_KEYS = 4
const CONSONANT = /[b-df-hj-np-tv-xz]/u
const EVERY_APOSTROPHE = new RegExp(APOSTROPHE, 'gu')

/**
 * The keys of a word, the likeliest first: of a folded word (fold.ts), or of a word in lower case as it is written, whose
 * marks then count (`šiškin` is Шишкин, `siskin` is not). Never empty for a word that is not.
 */
export function nameKeys(word: string): readonly string[] {
  if (word === '') return []
  const { text, script } = prepared(word)
  if (script === 'cyrillic') return [readCyrillic(text).key]
  if (script === 'other') return [text]
  return readings(text).map((reading) => reading.key)
}

/**
 * The beginnings of keys that a word being typed may still become: a name is found when one of its keys begins with one
 * of these. No letter typed on the way to a spelling of a name loses it, from the second letter on.
 */
export function namePrefixKeys(word: string): readonly string[] {
  if (word === '') return []
  const { text, script } = prepared(word)
  if (script === 'other') return [text]
  const found = new Set<string>()
  const continuations = script === 'cyrillic' ? CYRILLIC_CONTINUATIONS : latinContinuations(text)
  for (const more of continuations) {
    const supposed = text + more
    const read = script === 'cyrillic' ? [readCyrillic(supposed, text.length)] : readings(supposed, text.length)
    for (const { key, cut } of read) found.add(more === '' ? key : key.slice(0, cut))
  }
  found.delete('')
  const all = [...found]
  const long = text.length < 3 ? all : all.filter((prefix) => prefix.length > 1)
  // A prefix of one letter (sch as in Bosch) would stand for too much where there are longer ones.
  return shortest(long.length > 0 ? long : all)
}

/** What may follow a Cyrillic letter and changes how it is read. */
const CYRILLIC_CONTINUATIONS = ['', 'а', 'е', 'и', 'о', 'ж', 'н']

/** What may follow a Latin word and changes how its last letters are read. */
function latinContinuations(word: string): readonly string[] {
  switch (word.at(-1)) {
    case 's':
      return ['', 'a', 'h', 'cha', 'chn', 'hcha', 'sa', 'n']
    case 'c':
      return ['', 'a', 'e', 'h', 'ha', 'hn', 'k', 'n']
    case 'h':
      return word.endsWith('sch') ? ['', 'a', 'l', 'm', 'n', 'r', 't', 'v', 'w'] : ['', 'a', 'n', 'ch', 'cha']
    case 'k':
    case 'z':
    case 'g':
      return ['', 'h', 'a']
    case 't':
      return ['', 'z', 'a']
    case 'd':
      return ['', 'zh', 'j', 'a']
    case 'e':
      return ['', 'v', 'n']
    default:
      return ['', 'a', 'e', 'i', 'o', 'u', 'yn', 'n', 'v']
  }
}

interface Prepared {
  readonly text: string
  readonly script: 'latin' | 'cyrillic' | 'other'
}

/** A word in one script and without marks, its marked Latin letters as latin-marks.ts says. */
function prepared(word: string): Prepared {
  const script = scriptOf(word)
  if (script === 'cyrillic') return { text: bare(fold(word)), script }
  if (script === 'latin') return { text: plain(word), script }
  const text = fold(word)
  if (script === 'other') return { text, script }
  const whole = unmixed(bare(text))
  const now = scriptOf(whole)
  return { text: whole, script: now === 'mixed' ? 'latin' : now }
}

/** Without the apostrophes that fold leaves at the end of a word being typed. */
const bare = (text: string): string => (APOSTROPHE.test(text) ? text.replace(EVERY_APOSTROPHE, '') : text)

// oxlint-disable-next-line no-control-regex -- all of ASCII but the apostrophes
const PLAIN = /^[\u0000-\u0026\u0028-\u005f\u0061-\u007f]*$/

/** A Latin word in lower-case letters and the capitals that its marks become. */
function plain(word: string): string {
  if (PLAIN.test(word)) return word
  let text = ''
  let rest = ''
  const mean = (meaning: string): void => {
    text += fold(rest) + meaning
    rest = ''
  }
  const composed = word.normalize('NFC')
  for (let at = 0; at < composed.length; at++) {
    const letter = composed.charAt(at)
    const next = composed.charAt(at + 1)
    if (APOSTROPHES.includes(letter)) {
      if (next === 'e' && rest !== '' && CONSONANT.test(composed.charAt(at - 1))) mean(SOFT_E)
      continue
    }
    const meaning = next !== '' && APOSTROPHES.includes(next) ? (LATIN_APOSTROPHES[letter] ?? LATIN_MARKS[letter]) : LATIN_MARKS[letter]
    if (meaning === undefined) rest += letter
    else mean(meaning)
  }
  return text + fold(rest)
}

/** The readings of a Latin word with different keys: the first, those that differ in one choice, then in two. */
function readings(word: string, end?: number): Reading[] {
  const first = readLatin(word, 0, end)
  if (first.choices === 0) return [first]
  const found = [first]
  const offered: number[] = []
  for (let bit = 1; bit <= first.choices; bit <<= 1) if ((first.choices & bit) !== 0) offered.push(bit)
  const add = (chosen: number): void => {
    if (found.length >= MOST_KEYS) return
    const reading = readLatin(word, chosen, end)
    // A choice may open another: jo as ё is only offered once j is й.
    for (let bit = 1; bit <= reading.choices; bit <<= 1) {
      if ((reading.choices & bit) !== 0 && !offered.includes(bit)) offered.push(bit)
    }
    if (!found.some(({ key }) => key === reading.key)) found.push(reading)
  }
  for (let one = 0; one < offered.length; one++) add(offered[one] ?? 0)
  for (let one = 0; one < offered.length; one++) {
    for (let other = one + 1; other < offered.length; other++) add((offered[one] ?? 0) | (offered[other] ?? 0))
  }
  return found
}

/** Prefixes without those that begin with another of them, in order. */
function shortest(prefixes: readonly string[]): string[] {
  const sorted = prefixes.toSorted()
  const kept: string[] = []
  for (const prefix of sorted) {
    const last = kept.at(-1)
    if (last === undefined || !prefix.startsWith(last)) kept.push(prefix)
  }
  return kept
}
