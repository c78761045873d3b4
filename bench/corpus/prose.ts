/** Sentences and paragraphs of one language, with a wikilink in a set share of the sentences. */
import type { Random } from './random.ts'
import type { Language, Vocabulary } from './vocabulary.ts'

/** Of all sentences. */
export const LINKED_SENTENCES = 0.08
/** Of the words: names and quotations in another script. */
const KOREAN_WORDS = 0.004

export const capitalised = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)

export class Prose {
  readonly #vocabulary: Vocabulary
  readonly #random: Random
  readonly #language: Language
  readonly #linkedTitle: () => string

  constructor(vocabulary: Vocabulary, random: Random, language: Language, linkedTitle: () => string) {
    this.#vocabulary = vocabulary
    this.#random = random
    this.#language = language
    this.#linkedTitle = linkedTitle
  }

  words(count: number): string {
    const drawn: string[] = []
    for (let left = count; left > 0; left--) drawn.push(this.#word())
    return drawn.join(' ')
  }

  /** A heading's or a topic's words. */
  phrase(): string {
    return capitalised(this.words(this.#random.between(2, 5)))
  }

  sentence(): string {
    const length = this.#random.between(6, 18)
    const before = capitalised(this.words(length))
    if (!this.#random.chance(LINKED_SENTENCES)) return `${before}.`
    return `${before} [[${this.#linkedTitle()}]] ${this.words(this.#random.between(1, 4))}.`
  }

  paragraph(): string {
    const sentences: string[] = []
    for (let left = this.#random.between(3, 6); left > 0; left--) sentences.push(this.sentence())
    return sentences.join(' ')
  }

  /** Items of a bulleted list, a sentence each. */
  bullets(): string {
    const items: string[] = []
    for (let left = this.#random.between(2, 5); left > 0; left--) items.push(`- ${this.sentence()}`)
    return items.join('\n')
  }

  #word(): string {
    const language = this.#random.chance(KOREAN_WORDS) ? 'korean' : this.#language
    return this.#vocabulary.draw(language, this.#random)
  }
}
