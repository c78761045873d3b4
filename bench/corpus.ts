/**
 * The corpus of the benchmarks: a made-up secretariat of any size, the same for the same seed on every machine. Each record
 * is made from its number alone, so that no more of them than are asked for are ever in memory.
 */
import type { Author } from '../src/shared/model/common.ts'
import { recordInput, type AnyRecord, type RecordInput } from '../src/shared/model/record.ts'
import { bytesOf, minutesBody, noteBody, plainBody, studyBody } from './corpus/bodies.ts'
import { contactFields, countriesOf, meetingFields, noteFields, studyFields, type Linked } from './corpus/fields.ts'
import { Plan, timeOf, type CorpusKind, type Place } from './corpus/plan.ts'
import { Prose } from './corpus/prose.ts'
import type { Random } from './corpus/random.ts'

export const author: Author = { name: 'Corpus', device: 'Generator' }

/**
 * Bytes of JSON a record in the mean, and how much of it the names of fields and what the store keeps take up. Numbers, so
 * that a new field of the model does not give other texts. Contacts have 400 bytes of text beside about 900 of names.
 */
const SIZES: Readonly<Record<CorpusKind, { readonly mean: number; readonly names: number }>> = {
  contact: { mean: 400, names: 0 },
  note: { mean: 2_000, names: 650 },
  meeting: { mean: 5_000, names: 980 },
  study: { mean: 20_000, names: 720 },
}

export interface CorpusOptions {
  readonly seed: number
  /** How many records; links point to records below this number. */
  readonly records: number
}

export class Corpus {
  readonly size: number
  readonly #plan: Plan

  /** @throws RangeError above a million records: the names of people would repeat */
  constructor({ seed, records }: CorpusOptions) {
    if (records > 1_000_000) throw new RangeError('The corpus has names for a million records.')
    this.size = records
    this.#plan = new Plan(seed)
  }

  kind(number: number): CorpusKind {
    return this.#plan.place(number).kind
  }

  id(number: number): string {
    return this.#plan.id(number)
  }

  title(number: number): string {
    return this.#plan.title(number)
  }

  /** A whole record as a transaction takes it; a new object each time. */
  record(number: number): AnyRecord {
    const place = this.#plan.place(number)
    const random = this.#plan.randomOf(number)
    const anyTitle = () => this.title(this.#linked(random.chance(0.5) ? random.fraction() : towardsFirst(random)))
    const linked: Linked = { anyTitle, contact: () => this.#contact(towardsFirst(random)) }
    const language = { latin: 'en', russian: 'ru', kazakh: 'kk', korean: 'ko' }[place.language]
    const prose = new Prose(this.#plan.vocabulary, random, place.language, anyTitle)

    const own = this.#fields(place, number, prose, linked)
    const bare = { ...defaults(place.kind), title: this.title(number), language, countries: countriesOf(random), ...own } as AnyRecord
    const at = new Date(timeOf(number)).toISOString()
    const system = { id: this.id(number), rev: 1, createdAt: at, createdBy: author, updatedAt: at, updatedBy: author, trashed: null }
    const { mean, names } = SIZES[place.kind]
    // from half of the mean to half as much again
    const wanted = mean * (0.5 + random.fraction()) - names - bytesOf(JSON.stringify(own))
    return { ...bare, body: this.#body(place, prose, Math.max(0, wanted), number, linked), ...system }
  }

  /** All records in order, so many at a time. */
  *batches(count: number): Generator<readonly AnyRecord[]> {
    for (let from = 0; from < this.size; from += count) {
      const batch: AnyRecord[] = []
      for (let number = from; number < Math.min(from + count, this.size); number++) batch.push(this.record(number))
      yield batch
    }
  }

  #fields(place: Place, number: number, prose: Prose, linked: Linked): object {
    const random = this.#plan.randomOf(~number)
    switch (place.kind) {
      case 'contact':
        return contactFields(place, this.#plan, random, linked)
      case 'note':
        return noteFields(random, prose)
      case 'meeting':
        return meetingFields(place, random, linked)
      case 'study':
        return studyFields(random, prose, linked)
    }
  }

  #body(place: Place, prose: Prose, bytes: number, number: number, linked: Linked): string {
    const random = this.#plan.randomOf(number + 0x4000_0000)
    switch (place.kind) {
      case 'contact':
        return plainBody(prose, bytes)
      case 'note':
        return noteBody(prose, random, bytes)
      case 'meeting':
        return minutesBody(prose, random, bytes, `SC/${place.ordinal + 1}`, linked.contact)
      case 'study':
        return studyBody(prose, random, bytes)
    }
  }

  /** `fraction` of the way through the corpus. */
  #linked(fraction: number): number {
    return Math.floor(fraction * this.size)
  }

  /** The title of a contact near that place; each block of 20 has eight. */
  #contact(fraction: number): string {
    const start = this.#linked(fraction)
    for (let step = 0; step < this.size; step++) {
      const number = (start + step) % this.size
      if (this.kind(number) === 'contact') return this.title(number)
    }
    return this.title(start)
  }
}

/** Few records are named often. Multiplied, not raised to a power: that rounds in other ways in other versions. */
const towardsFirst = (random: Random): number => random.fraction() * random.fraction()

const templates = new Map<CorpusKind, object>()

/** Every field of a kind with its default. */
function defaults(kind: CorpusKind): object {
  let template = templates.get(kind)
  if (!template) {
    template = recordInput.parse({ kind, title: 'Template' } satisfies RecordInput)
    templates.set(kind, template)
  }
  return template
}
