/** What is typed: words of the corpus as often as they stand in it, the last only begun. */
import { documentOf } from '../../src/main/search/document-of.ts'
import { searchFields } from '../../src/shared/search/query.ts'
import { words } from '../../src/shared/text/fold.ts'
import { Random } from '../corpus/random.ts'
import type { Corpus } from '../corpus.ts'

export interface TypedQuery {
  /** Folded; all but the last stand for themselves, the last for what begins with it. */
  readonly words: readonly string[]
  /** Two words that follow each other in the record that the words are of. */
  readonly phrase: readonly string[]
}

/** The words of a record in order, without those of who answers for it: no other engine has them. */
export function wordsOf(corpus: Corpus, number: number): string[] {
  const { fields } = documentOf(corpus.record(number), number)
  return searchFields.filter((field) => field !== 'owners').flatMap((field) => fields[field].flatMap((text) => words(text)))
}

/** One to three words of one record, drawn by their frequency, the last cut anywhere as it is while somebody types. */
export function queriesOf(corpus: Corpus, count: number, seed: number): TypedQuery[] {
  const random = new Random(seed, 0x5ea7c4)
  const queries: TypedQuery[] = []
  while (queries.length < count) {
    const text = wordsOf(corpus, random.below(corpus.size))
    // a record is made in about a millisecond: several queries are drawn from one
    for (let drawn = 0; drawn < 8 && queries.length < count; drawn++) {
      const chosen = Array.from({ length: random.between(1, 3) }, () => random.pick(text))
      const last = [...(chosen.pop() ?? '')]
      const at = random.below(Math.max(1, text.length - 1))
      queries.push({
        words: [...chosen, last.slice(0, random.between(1, last.length)).join('')],
        phrase: text.slice(at, at + 2),
      })
    }
  }
  return queries
}

/** The same as a person writes them, one in four with something more than words: a phrase, an operator, a slip of the fingers. */
export function textOf({ words: typed, phrase }: TypedQuery, number: number): string {
  const text = typed.join(' ')
  switch (number % 20) {
    case 0:
      return `"${phrase.join(' ')}"`
    case 4:
      return `kind:meeting ${text}`
    case 8:
      return `after:2015 ${text}`
    case 12:
      return `${text} -${phrase[0] ?? ''}`
    case 16:
      return slipped(text)
    default:
      return text
  }
}

/** Two letters of the longest word change places. */
function slipped(text: string): string {
  const longest = text.split(' ').reduce((one, other) => (other.length > one.length ? other : one), '')
  const middle = longest.length >> 1
  const letters = [...longest]
  const [before, after] = [letters[middle - 1], letters[middle]]
  if (before === undefined || after === undefined) return text
  letters.splice(middle - 1, 2, after, before)
  return text.replace(longest, letters.join(''))
}
