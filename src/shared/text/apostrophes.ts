/**
 * Which apostrophes belong to a word: those of names and romanisations (Ol'ga, O'Brien, Лук'янов, Aqto'be), not those of
 * English endings (Commission's, don't) nor of elisions (d'Ivoire, l'État), which part words.
 */
export const APOSTROPHE = /['’‘′]/u

/** Endings of English, which are no part of a name. */
const CLITICS = new Set(['s', 't', 'd', 'm', 'll', 're', 've'])
/** What French and Italian elide before a vowel or h. */
const ELIDED = new Set(['d', 'l', 'c', 'j', 'm', 'n', 's', 't', 'qu', 'un', 'all', 'dell', 'nell', 'sull', 'dall', 'quell', 'sant'])
const LONGEST_ELIDED = 5
const LETTER = /[\p{L}\p{M}]/u
const isLetter = (letter: string): boolean =>
  (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || (letter > '\u007f' && LETTER.test(letter))

/** Whether the apostrophe at a place of a text stands within a word. */
export function joinsWord(text: string, at: number): boolean {
  if (!isLetter(text.charAt(at - 1)) || !isLetter(text.charAt(at + 1))) return false
  let right = ''
  let end = at + 1
  for (; right.length < 3 && isLetter(text.charAt(end)); end++) right += text.charAt(end)
  if (right.length < 3 && CLITICS.has(right.toLowerCase()) && !APOSTROPHE.test(text.charAt(end))) return false
  let left = ''
  for (let from = at - 1; left.length <= LONGEST_ELIDED && isLetter(text.charAt(from)); from--) left = text.charAt(from) + left
  if (!ELIDED.has(left.toLowerCase())) return true
  const first = right.normalize('NFD').charAt(0).toLowerCase()
  return !'aeiouh'.includes(first)
}

/** A text without the apostrophes that stand within its words. */
export function withoutApostrophes(text: string): string {
  if (!APOSTROPHE.test(text)) return text
  let kept = ''
  let from = 0
  for (let at = 1; at < text.length - 1; at++) {
    if (!APOSTROPHE.test(text.charAt(at)) || !joinsWord(text, at)) continue
    kept += text.slice(from, at)
    from = at + 1
  }
  return kept + text.slice(from)
}
