import { showFinds } from '../../parts/find/find.ts'
import { takeOpenedHit } from '../../parts/search/opened-hit.ts'
import { phrasesOf } from './phrases-of.ts'

/** A record that was opened from a search shows where the words of the search stand. */
export function showOpenedHit(id: string): void {
  const text = takeOpenedHit(id)
  const phrases = text === null ? [] : phrasesOf(text)
  if (phrases.length > 0) showFinds(id, phrases)
}
