/** What a word that is typed stands for. The index and whoever marks finds in a text ask the same words. */
import { words } from '../text/fold.ts'
import { markedWords } from '../text/marked-words.ts'
import { nameKeys, namePrefixKeys } from '../text/name-keys.ts'
import { stem } from '../text/stem.ts'

/** Shorter words stand for other spellings as a whole only, and for no inflections: they would stand for too much. */
const SHORTEST_FREE = 3

export interface WordForms {
  /** Folded: a word of a text that begins with it is found. */
  readonly word: string
  /** A word of a text that has one of these among its own keys is the same name in another spelling. */
  readonly keys: readonly string[]
  /** A word of a text with a key that begins with one of these may be the same name in another spelling. */
  readonly prefixKeys: readonly string[]
  /** A word of a sentence with this stem is another form of it. */
  readonly stem: string | undefined
}

/** Keys of a folded word, and those that marks over its letters add as it is written. */
function keysOf(folded: string, written: string, of: (word: string) => readonly string[]): readonly string[] {
  const [marked] = markedWords(written)
  return marked ? [...new Set([...of(folded), ...of(marked[1])])] : of(folded)
}

/** The keys of a word of a text: folded, and as it stands there. */
export const namesOf = (folded: string, written: string): readonly string[] => keysOf(folded, written, nameKeys)

/** A key that keeps less of a word (`йййй` is one letter) would be the beginning of anything. */
const leastOf = (word: string) => Math.max(2, word.length / 2)

/** Mostly one: signs that fold to several words have more. `whole`: as in a phrase, where beginnings do not count. */
export function wordForms(typed: string, whole = false): WordForms[] {
  const folded = words(typed)
  return folded.map((word) => {
    const written = folded.length === 1 ? typed : word
    const free = !whole && word.length >= SHORTEST_FREE
    return {
      word,
      keys: keysOf(word, written, nameKeys),
      prefixKeys: free ? keysOf(word, written, namePrefixKeys).filter((key) => key.length >= leastOf(word)) : [],
      stem: free ? stem(word) : undefined,
    }
  })
}
