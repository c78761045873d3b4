import { stemEnglish } from './stemming/english.ts'
import { stemKazakh } from './stemming/kazakh.ts'
import { stemRussian } from './stemming/russian.ts'

const KAZAKH_FIRST = 'әғқңөұүһі'

/**
 * The stem of a folded word, for the words of texts and never for names: English in plain Latin letters, Kazakh with one
 * of its own letters, Russian in other Cyrillic. Other words, and words with digits, are their own stems.
 */
export function stem(word: string): string {
  let latin = true
  let cyrillic = true
  let kazakh = false
  for (let at = 0; at < word.length; at++) {
    const code = word.charCodeAt(at)
    if (code < 97 || code > 122) latin = false
    if (code < 0x430 || code > 0x4ff) cyrillic = false
    else if (code > 0x44f && KAZAKH_FIRST.includes(word.charAt(at))) kazakh = true
  }
  if (latin) return stemEnglish(word)
  if (!cyrillic) return word
  return kazakh ? stemKazakh(word) : stemRussian(word)
}
