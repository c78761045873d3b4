/** Other ways to a term than its letters: its keys as a name, its stem. */
import type { KeyedLists } from './keyed-lists.ts'
import { ListBuilder } from './list-builder.ts'
import type { SortedStrings } from './sorted-strings.ts'
import { writtenIn } from './written-term.ts'

/** How words are spelled and bent; what is not needed gives nothing. */
export interface WordForms {
  nameKeys(word: string): readonly string[]
  stem(word: string): string
  /** The same without remembering: for so many words that remembering does not pay. */
  readonly unremembered?: WordForms
}

export interface SideTables {
  readonly nameKeys: KeyedLists
  readonly stems: KeyedLists
}

/** Words whose forms are remembered; most words of an edited record were in it before. */
const REMEMBERED = 20_000

/** {@link WordForms} of words that were asked for lately. */
export function rememberedForms(forms: WordForms): WordForms {
  const keys = new Map<string, readonly string[]>()
  const stems = new Map<string, string>()
  return {
    unremembered: forms,
    nameKeys: (word) => remembered(keys, word, (missing) => forms.nameKeys(missing)),
    stem: (word) => remembered(stems, word, (missing) => forms.stem(missing)),
  }
}

function remembered<T>(known: Map<string, T>, word: string, make: (word: string) => T): T {
  let value = known.get(word)
  if (value === undefined) {
    value = make(word)
    if (known.size >= REMEMBERED) known.clear()
    known.set(word, value)
  }
  return value
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

/** @param terms in order */
export function sideTablesOf(terms: SortedStrings, forms: WordForms): Generator<void, SideTables> {
  const used = terms.count > REMEMBERED / 4 ? (forms.unremembered ?? forms) : forms
  return sideTablesBy(terms.count, (term) => formsOf(terms.term(term), used))
}

/** @param formsAt of each of so many terms in order */
export function* sideTablesBy(terms: number, formsAt: (term: number) => TermForms): Generator<void, SideTables> {
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
