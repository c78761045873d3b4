/**
 * Which apostrophes belong to a word: those of names and romanisations (Ol'ga, O'Brien, Лук'янов, Aqto'be), not those of
 * English endings (Commission's, don't) nor of elisions (d'Ivoire, l'État), which part words.
 */
export const APOSTROPHE = /['’‘′]/u

/** Endings of English, which are no part of a name. */
const CLITICS = new Set(['s', 't', 'd', 'm', 'll', 're', 've'])
const LONGEST_CLITIC = 2
/** What French and Italian elide before a vowel or h. */
const ELIDED = new Set(['d', 'l', 'c', 'j', 'm', 'n', 's', 't', 'qu', 'un', 'all', 'dell', 'nell', 'sull', 'dall', 'quell', 'sant'])
const LONGEST_ELIDED = 5
const LETTER = /[\p{L}\p{M}]/u
const isLetter = (letter: string): boolean =>
  (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || (letter > '\u007f' && LETTER.test(letter))
const isApostrophe = (code: number): boolean => code === 0x27 || code === 0x2018 || code === 0x2019 || code === 0x2032
const plain = (run: string): string => run.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

/** The places of the apostrophes of a text that stand within a word. */
export function joiningApostrophes(text: string): ReadonlySet<number> {
  const joining = new Set<number>()
  if (!APOSTROPHE.test(text)) return joining
  // From the end, because a part that is longer for its own apostrophe is no ending.
  for (let at = text.length - 2; at > 0; at--) {
    if (!isApostrophe(text.charCodeAt(at)) || !isLetter(text.charAt(at - 1)) || !isLetter(text.charAt(at + 1))) continue
    if (!isClitic(text, at, joining) && !isElided(text, at)) joining.add(at)
  }
  return joining
}

function isClitic(text: string, at: number, joining: ReadonlySet<number>): boolean {
  let end = at + 1
  while (end - at <= LONGEST_CLITIC + 1 && isLetter(text.charAt(end))) end++
  return !joining.has(end) && CLITICS.has(plain(text.slice(at + 1, end)))
}

function isElided(text: string, at: number): boolean {
  let from = at
  while (at - from <= LONGEST_ELIDED && isLetter(text.charAt(from - 1))) from--
  if (!ELIDED.has(plain(text.slice(from, at)))) return false
  // A part behind another apostrophe may be the end of a word.
  if (APOSTROPHE.test(text.charAt(from - 1)) && isLetter(text.charAt(from - 2))) return false
  return 'aeiouh'.includes(plain(text.charAt(at + 1)).charAt(0))
}

/** A text without the apostrophes that stand within its words. */
export function withoutApostrophes(text: string): string {
  const joining = joiningApostrophes(text)
  if (joining.size === 0) return text
  let kept = ''
  for (let at = 0; at < text.length; at++) if (!joining.has(at)) kept += text.charAt(at)
  return kept
}
