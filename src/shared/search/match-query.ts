/** Whether a few texts are what a query asks for, without an index: for what is not a record of its own. */
import { wordSpans } from '../text/fold.ts'
import type { QueryNode, SearchField } from './query.ts'
import { createWordMatcher, type WordMatcher } from './word-matcher.ts'

/** Texts as written. A phrase never reaches from one text into the next. */
export type FieldTexts = Partial<Readonly<Record<SearchField, readonly string[]>>>
export type OperatorNode = Exclude<QueryNode, { type: 'and' | 'or' | 'not' | 'word' | 'phrase' }>
/** Whether what the texts belong to has what an operator asks for. */
export type OperatorTest = (node: OperatorNode) => boolean
export type QueryMatcher = (texts: FieldTexts, holds?: OperatorTest) => boolean

type Test = (texts: WordsOfTexts, holds: OperatorTest) => boolean

/** Words are forms of others in sentences; elsewhere they are names. */
const INFLECTED: ReadonlySet<SearchField> = new Set(['properties', 'body'])

/** A test that remembers the words it has seen: for many texts and one query. Operators hold nowhere unless they are told. */
export function createQueryMatcher(node: QueryNode): QueryMatcher {
  const test = testOf(node)
  return (texts, holds = () => false) => test(new WordsOfTexts(texts), holds)
}

/** The same for one lot of texts. */
export const matchesAll = (node: QueryNode, texts: FieldTexts, holds?: OperatorTest): boolean => createQueryMatcher(node)(texts, holds)

function testOf(node: QueryNode): Test {
  switch (node.type) {
    case 'and': {
      const tests = node.nodes.map(testOf)
      return (texts, holds) => tests.every((test) => test(texts, holds))
    }
    case 'or': {
      const tests = node.nodes.map(testOf)
      return (texts, holds) => tests.some((test) => test(texts, holds))
    }
    case 'not': {
      const test = testOf(node.node)
      return (texts, holds) => !test(texts, holds)
    }
    case 'word': {
      const standsIn = placesOf(node.text)
      return (texts) =>
        node.fields.some((field) => {
          const least = INFLECTED.has(field) ? IN_SENTENCES : ANYWHERE
          return texts.of(field).some((words) => words.some((word) => standsIn(word) >= least))
        })
    }
    case 'phrase': {
      const matchers = node.words.map((word) => createWordMatcher([word], { whole: true }))
      return (texts) => node.fields.some((field) => texts.of(field).some((words) => hasPhrase(words, matchers)))
    }
    default:
      return (_texts, holds) => holds(node)
  }
}

/** In names and sentences; in sentences only; nowhere. */
const ANYWHERE = 2
const IN_SENTENCES = 1
const NOWHERE = 0
/** Words remembered; all texts together have few that differ. */
const MOST_REMEMBERED = 100_000

/** Where a word of a text stands for the one that was typed. */
function placesOf(typed: string): (word: string) => number {
  const inNames = createWordMatcher([typed], { inflected: false })
  const inSentences = createWordMatcher([typed])
  const known = new Map<string, number>()
  return (word) => {
    const before = known.get(word)
    if (before !== undefined) return before
    if (known.size === MOST_REMEMBERED) known.clear()
    const found = inNames.matches(word) ? ANYWHERE : inSentences.matches(word) ? IN_SENTENCES : NOWHERE
    known.set(word, found)
    return found
  }
}

const hasPhrase = (words: readonly string[], matchers: readonly WordMatcher[]) =>
  words.some((_word, at) => matchers.every((matcher, ahead) => matcher.matches(words[at + ahead] ?? '') !== null))

/** Texts as lists of their words; taken apart when a field is first asked for. */
class WordsOfTexts {
  readonly #texts: FieldTexts
  readonly #words = new Map<SearchField, readonly (readonly string[])[]>()

  constructor(texts: FieldTexts) {
    this.#texts = texts
  }

  of(field: SearchField): readonly (readonly string[])[] {
    let words = this.#words.get(field)
    if (!words) {
      words = (this.#texts[field] ?? []).map((text) => Array.from(wordSpans(text), ({ from, to }) => text.slice(from, to)))
      this.#words.set(field, words)
    }
    return words
  }
}
