import { fold, wordSpans } from './fold.ts'

/** Letters whose marks say more than fold keeps, and apostrophes that are part of a letter or soft before e (latin-marks.ts). */
const TELLING = /[žščŝâûşýçüöțţ]|[cys]['’‘′ʹʼ]|[b-df-hj-np-tv-xz]['’‘′ʹʼ]e/iu

/**
 * The words of a text that mean more to nameKeys as they are written than folded: the folded word, and the word in lower
 * case with its marks. Nothing for nearly every text.
 */
export function* markedWords(text: string): Generator<readonly [folded: string, written: string]> {
  const composed = text.normalize('NFC')
  if (!TELLING.test(composed)) return
  for (const { from, to } of wordSpans(composed)) {
    const word = composed.slice(from, to)
    if (TELLING.test(word)) yield [fold(word), word.toLowerCase()]
  }
}
