/** Other ways to a term than its letters: its keys as a name, its stem. */
import type { KeyedLists } from './keyed-lists.ts'
import { ListBuilder } from './list-builder.ts'
import { writtenIn } from './written-term.ts'

/** How words are spelled and bent; what is not needed gives nothing. */
export interface WordForms {
  nameKeys(word: string): readonly string[]
  stem(word: string): string
}

export interface SideTables {
  readonly nameKeys: KeyedLists
  readonly stems: KeyedLists
}

/** What a term is found by. */
export interface TermForms {
  readonly keys: readonly string[]
  readonly stem: string
}

export function formsOf(term: string, { nameKeys, stem }: WordForms): TermForms {
  const written = writtenIn(term)
  return written === undefined ? { keys: nameKeys(term), stem: stem(term) } : { keys: nameKeys(written), stem: '' }
}

/** @param formsAt of each of so many terms in order */
export function* sideTablesOf(terms: number, formsAt: (term: number) => TermForms): Generator<void, SideTables> {
  const nameKeys = new ListBuilder()
  const stems = new ListBuilder()
  for (let term = 0; term < terms; term += 1) {
    const { keys, stem } = formsAt(term)
    for (const key of keys) nameKeys.add(key, term)
    if (stem !== '') stems.add(stem, term)
    if (term % 256 === 255) yield
  }
  return { nameKeys: yield* nameKeys.finish(), stems: yield* stems.finish() }
}
