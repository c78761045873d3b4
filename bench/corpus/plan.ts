/** What a record's number alone decides: its kind, language, id and title. Nothing of it is kept, so any record can be made by itself. */
import { capitalised } from './prose.ts'
import { Random } from './random.ts'
import { Vocabulary, type Language } from './vocabulary.ts'

export type CorpusKind = 'contact' | 'note' | 'meeting' | 'study'

/** Of each 20 records: 40 % contacts, 25 % country notes, 25 % minutes, 10 % studies. */
const BLOCK: readonly CorpusKind[] = [
  ...Array.from({ length: 8 }, () => 'contact' as const),
  ...Array.from({ length: 5 }, () => 'note' as const),
  ...Array.from({ length: 5 }, () => 'meeting' as const),
  ...Array.from({ length: 2 }, () => 'study' as const),
]
const PER_BLOCK: Readonly<Record<CorpusKind, number>> = { contact: 8, note: 5, meeting: 5, study: 2 }

/** Streams of random numbers that must not be the same for one record. */
const STREAM = { order: 1, id: 2, title: 3, text: 4 } as const

const GIVEN_NAMES = 500
const FAMILY_NAMES = 800
/** Has no divisor in common with the number of pairs of names: each ordinal gets a pair of its own. */
const STRIDE = 158_003

export interface Place {
  readonly kind: CorpusKind
  /** Among the records of its kind, from 0. */
  readonly ordinal: number
  readonly language: Language
}

export interface PersonName {
  readonly given: string
  readonly family: string
}

export class Plan {
  readonly vocabulary: Vocabulary
  readonly #seed: number

  constructor(seed: number) {
    this.#seed = seed
    this.vocabulary = new Vocabulary(seed)
  }

  place(number: number): Place {
    const block = Math.floor(number / BLOCK.length)
    const order = shuffled(BLOCK, new Random(this.#seed, STREAM.order, block))
    const inBlock = number % BLOCK.length
    const kind = order[inBlock] ?? 'contact'
    const before = order.slice(0, inBlock).filter((other) => other === kind).length
    const ordinal = block * PER_BLOCK[kind] + before
    return { kind, ordinal, language: languageOf(ordinal) }
  }

  /** For the text of a record. */
  randomOf(number: number): Random {
    return new Random(this.#seed, STREAM.text, number)
  }

  /** A UUID of version 7; later numbers are later in time. */
  id(number: number): string {
    const random = new Random(this.#seed, STREAM.id, number)
    const hex = (value: number, digits: number) => value.toString(16).padStart(digits, '0').slice(-digits)
    const time = hex(timeOf(number), 12)
    const [a, b, c] = [random.next(), random.next(), random.next()]
    const variant = hex(0x8000 | (b & 0x3fff), 4)
    return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(a, 3)}-${variant}-${hex(b >>> 16, 4)}${hex(c, 8)}`
  }

  /** The two parts of a person's name; no two persons of one language have both the same. */
  personName({ ordinal, language }: Place): PersonName {
    const pair = (ordinal * STRIDE) % (GIVEN_NAMES * FAMILY_NAMES)
    const words = this.vocabulary.words(language)
    const given = words[1_000 + (pair % GIVEN_NAMES)] ?? ''
    const family = words[2_000 + Math.floor(pair / GIVEN_NAMES)] ?? ''
    return { given: capitalised(given), family: capitalised(family) }
  }

  /** Unique in the corpus. */
  title(number: number): string {
    const place = this.place(number)
    const random = new Random(this.#seed, STREAM.title, number)
    const word = () => this.vocabulary.draw(place.language, random)
    switch (place.kind) {
      case 'contact': {
        const { given, family } = this.personName(place)
        return isPerson(place) ? `${given} ${family}` : `${given} ${family} ${isBody(place) ? 'Committee' : 'Institute'}`
      }
      case 'note':
        return `${capitalised(word())} ${word()} ${word()}, note ${place.ordinal + 1}`
      case 'meeting':
        return `${capitalised(word())} ${word()}, meeting ${place.ordinal + 1}`
      case 'study':
        return `Study ${place.ordinal + 1}: ${word()} ${word()} ${word()}`
    }
  }
}

/** A fifth of each kind is Cyrillic, Russian and Kazakh in turn. */
const languageOf = (ordinal: number): Language => (ordinal % 5 !== 4 ? 'latin' : ordinal % 10 === 4 ? 'russian' : 'kazakh')

export const isBody = ({ ordinal }: Place): boolean => ordinal % 29 === 0
export const isPerson = (place: Place): boolean => !isBody(place) && place.ordinal % 7 !== 0

/** When the record was made: one each ten minutes from the beginning of 2018 on. */
export const timeOf = (number: number): number => Date.UTC(2018, 0, 1) + number * 600_000

function shuffled<T>(list: readonly T[], random: Random): readonly T[] {
  const result = [...list]
  for (let last = result.length - 1; last > 0; last--) {
    const other = random.below(last + 1)
    const [a, b] = [result[last], result[other]]
    if (a === undefined || b === undefined) throw new RangeError('The list has holes.')
    result[last] = b
    result[other] = a
  }
  return result
}
