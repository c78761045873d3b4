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

/** The stem of a word of lower-case letters a to z. */
export function stemEnglish(word: string): string {
  if (word.length < 4) return word
  if (UNCHANGED.has(word)) return word
  const known = IRREGULAR.get(word)
  if (known !== undefined) return known
  const text = withoutPast(withoutPlural(word))
  if (text.length > 5 && text.endsWith('ly') && !isVowel(text.charAt(text.length - 3))) return ending(text.slice(0, -2))
  return ending(text)
}

function withoutPlural(word: string): string {
  if (!word.endsWith('s')) return word
  if (word.endsWith('sses')) return word.slice(0, -2)
  if (word.endsWith('ies')) return word.length > 4 ? word.slice(0, -2) : word.slice(0, -1)
  if (/(?:[sxz]|ch|sh)es$/u.test(word)) return word.length > 4 ? word.slice(0, -2) : word
  if (word.endsWith('ss') || word.endsWith('us') || word.endsWith('is')) return word
  return word.slice(0, -1)
}

/** Without -ed or -ing, when a vowel stands before; a doubled letter that they brought is single again. */
function withoutPast(word: string): string {
  const length = word.endsWith('ing') ? 3 : word.endsWith('ied') ? 1 : word.endsWith('ed') && !word.endsWith('eed') ? 2 : 0
  if (length === 0) return word
  const base = word.slice(0, -length)
  if (base.length < 3 || !hasVowel(base)) return word
  const last = base.charAt(base.length - 1)
  if (last === base.charAt(base.length - 2) && 'bdgmnprt'.includes(last)) return base.slice(0, -1)
  return base
}

/** One form for the endings that change: a mute e falls, y behind a consonant is i. */
function ending(word: string): string {
  const last = word.charAt(word.length - 1)
  if (last === 'e' && word.length > 3 && !isVowel(word.charAt(word.length - 2))) return word.slice(0, -1)
  if (last === 'e' && word.length > 4) return word.slice(0, -1)
  if (last === 'y' && word.length > 2 && !isVowel(word.charAt(word.length - 2))) return `${word.slice(0, -1)}i`
  return word
}

function hasVowel(word: string): boolean {
  for (let at = 0; at < word.length; at++) if (isVowel(word.charAt(at))) return true
  return false
}
