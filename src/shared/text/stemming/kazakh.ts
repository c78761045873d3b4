/**
 * A light stemmer for Kazakh by a table of its inflections: case, possession and number stand behind a noun in the order
 * number, possession, case. Endings are taken off from the end until none is left, so that шешім, whose last letters look
 * like a possession, has the stem of шешімі. Source: the declension of nouns as
 * grammars of Kazakh give it, in the Cyrillic alphabet of 1940.
 */
/** Letters that endings take for voiceless; б в г д stand at the end of Russian words only. */
const VOICELESS = 'пткқсшщфхцчһбвгд'
const VOWELS = 'аәеиоөуұүыіэюяё'

const CASES = forms(
  'ның нің дың дің тың тің ға ге қа ке ны ні ды ді ты ті да де та те',
  'дан ден тан тен нан нен мен бен пен нда нде на не н',
)
const POSSESSIONS = forms('ымыз іміз мыз міз', 'ыңыз іңіз ңыз ңіз', 'ым ім ың ің', 'сы сі ы і')
const NUMBERS = forms('лар лер дар дер тар тер')
/** Behind a possession only: шешімінде, шешіміне, шешімін. */
const AFTER_POSSESSION = new Set(['нда', 'нде', 'на', 'не', 'н'])

function forms(...groups: readonly string[]): readonly string[] {
  return groups
    .join(' ')
    .split(' ')
    .toSorted((one, other) => other.length - one.length)
}

/** What is left has a vowel and at least as many letters; short endings ask for more. */
const SHORTEST = 3
const SHORTEST_BEFORE_SHORT = 4

/** The stem of a folded Kazakh word. */
export function stemKazakh(word: string): string {
  let text = word
  for (;;) {
    const shorter = withoutOne(withoutOne(withoutOne(text, CASES), POSSESSIONS), NUMBERS)
    if (shorter === text) return text
    text = shorter
  }
}

function withoutOne(word: string, from: readonly string[]): string {
  for (const ending of from) {
    const length = word.length - ending.length
    if (length < (ending.length < 3 ? SHORTEST_BEFORE_SHORT : SHORTEST) || !word.endsWith(ending)) continue
    if (AFTER_POSSESSION.has(ending) && !'ыі'.includes(word.charAt(length - 1))) continue
    if (fits(ending, word.charAt(length - 1)) && hasVowel(word, length)) return word.slice(0, length)
  }
  return word
}

/** Endings in т stand behind voiceless letters, those of дың and ды behind consonants: қызметті has one, қызметі has not. */
function fits(ending: string, before: string): boolean {
  if (ending.startsWith('т')) return VOICELESS.includes(before)
  if (ending.startsWith('ды') || ending.startsWith('ді')) return !VOWELS.includes(before)
  return true
}

function hasVowel(word: string, to: number): boolean {
  for (let at = 0; at < to; at++) if (VOWELS.includes(word.charAt(at))) return true
  return false
}
