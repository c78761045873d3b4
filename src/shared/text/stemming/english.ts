/**
 * A light stemmer for English: plurals, -ed, -ing, -ly and the mute e, by the published rules of the first steps of Porter's
 * second algorithm (snowballstem.org, English). Derived words stay apart: reform and reformer are two words.
 */
const isVowel = (letter: string): boolean => letter !== '' && 'aeiouy'.includes(letter)

/** Words that end like an inflected one and are none. */
const UNCHANGED = new Set(
  (
    'news always perhaps during morning evening nothing anything everything something this thus was has his its yes early ' +
    'only daily family united proceed exceed succeed inning outing herring need seed indeed series species analysis basis ' +
    'crisis status canvas bias gas lens bus'
  ).split(' '),
)
const IRREGULAR: ReadonlyMap<string, string> = new Map([
  ['families', 'family'],
  ['analyses', 'analysis'],
  ['crises', 'crisis'],
  ['bases', 'base'],
  ['countries', 'countri'],
  ['men', 'man'],
  ['women', 'woman'],
  ['children', 'child'],
  ['chairmen', 'chairman'],
  ['criteria', 'criterion'],
])

/** What may stand before -ly where it makes an adverb: annually, entirely, recently; not supply, assembly. */
const BEFORE_LY = 'ledtgsnrh'

/** The stem of a word of lower-case letters a to z. */
export function stemEnglish(word: string): string {
  if (word.length < 4) return word
  if (UNCHANGED.has(word)) return word
  const known = IRREGULAR.get(word)
  if (known !== undefined) return known
  const text = withoutPast(withoutPlural(word))
  if (text.length > 6 && text.endsWith('ly') && BEFORE_LY.includes(text.charAt(text.length - 3))) return ending(text.slice(0, -2))
  return ending(text)
}

function withoutPlural(word: string): string {
  if (!word.endsWith('s')) return word
  if (word.endsWith('ies')) return word.slice(0, word.length > 4 ? -2 : -1)
  if (word.length > 4 && /(?:ss|x|zz|ch|sh)es$/u.test(word)) return word.slice(0, -2)
  if (word.endsWith('ss') || word.endsWith('us') || word.endsWith('is')) return word
  return word.slice(0, -1)
}

/** Without -ed or -ing, when a vowel stands before: a letter doubled for them is single again, a mute e is back. */
function withoutPast(word: string): string {
  const length = word.endsWith('ing') ? 3 : word.endsWith('ied') ? 1 : word.endsWith('ed') && !word.endsWith('eed') ? 2 : 0
  if (length === 0) return word
  const base = word.slice(0, -length)
  if (base.length < 2 || !hasVowel(base)) return word
  const last = base.charAt(base.length - 1)
  if (last === base.charAt(base.length - 2) && 'bdgmnprt'.includes(last)) return base.slice(0, -1)
  return length > 1 && isShort(base) ? `${base}e` : base
}

/** One form for the endings that change: a mute e falls unless it makes the word (care, not car), y behind a consonant is i. */
function ending(word: string): string {
  const last = word.charAt(word.length - 1)
  const rest = word.slice(0, -1)
  if (last === 'e' && word.length > 3 && !isShort(rest)) return rest
  if (last === 'y' && word.length > 2 && !isVowel(rest.charAt(rest.length - 1))) return `${rest}i`
  return word
}

/** One vowel with one consonant behind it, and consonants or nothing before: what a mute e follows. */
function isShort(word: string): boolean {
  const last = word.charAt(word.length - 1)
  if (word.length < 2 || isVowel(last) || 'wx'.includes(last) || !isVowel(word.charAt(word.length - 2))) return false
  for (let at = 0; at < word.length - 2; at++) if (isVowel(word.charAt(at))) return false
  return true
}

function hasVowel(word: string): boolean {
  for (let at = 0; at < word.length; at++) if (isVowel(word.charAt(at))) return true
  return false
}
