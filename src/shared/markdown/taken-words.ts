/** How a decision was taken, in the words that people write behind the bar of `[!decision|consensus]`. */

export const takenWays = ['consensus', 'vote', 'silence'] as const
/** Empty: not said. */
export type Taken = '' | (typeof takenWays)[number]

/** English, Russian and Kazakh; the whole word or words count, in any case. */
const WORDS: Readonly<Record<(typeof takenWays)[number], readonly string[]>> = {
  consensus: ['by consensus', 'consensus', 'на основе консенсуса', 'консенсусом', 'консенсус', 'консенсуспен', 'консенсус негізінде'],
  vote: ['by a vote', 'by vote', 'vote', 'voting', 'голосованием', 'голосование', 'дауыс берумен', 'дауыс беру арқылы', 'дауыс беру'],
  silence: [
    'by silence procedure',
    'silence procedure',
    'by silence',
    'silence',
    'по процедуре молчания',
    'по умолчанию',
    'молчанием',
    'молчание',
    'молчаливым согласием',
    'молчаливое согласие',
    'үнсіз келісіммен',
    'үнсіз келісім',
  ],
}

const patternOf = (words: readonly string[]) =>
  new RegExp(
    `(?<![\\p{L}\\p{N}-])(?:${words
      .toSorted((a, b) => b.length - a.length)
      .map((word) => word.replaceAll(' ', '\\s+'))
      .join('|')})(?![\\p{L}\\p{N}-])`,
    'iu',
  )
const PATTERNS = takenWays.map((taken) => [taken, patternOf(WORDS[taken])] as const)

/** The first words that say how a decision was taken, and where they stand; an empty range at the end when none do. */
export function takenIn(meta: string): { readonly taken: Taken; readonly from: number; readonly to: number } {
  let found: { taken: Taken; from: number; to: number } = { taken: '', from: meta.length, to: meta.length }
  for (const [taken, pattern] of PATTERNS) {
    const match = pattern.exec(meta)
    if (match && match.index < found.from) found = { taken, from: match.index, to: match.index + match[0].length }
  }
  return found
}
