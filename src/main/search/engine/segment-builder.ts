/** Takes documents in until they are wanted as a segment. Remembers words from one segment to the next. */
import type { IndexDocument } from './document.ts'
import { finishRun } from './finish-run.ts'
import type { FlatSegment } from './flat-segment.ts'
import { Run } from './run.ts'
import { memoryStore, type DataStore } from './segment-data.ts'
import type { WordForms } from './side-tables.ts'
import { Vocabulary } from './vocabulary.ts'

/** With more words than these the builder forgets all of them. */
const MOST_TERMS = 200_000

export class SegmentBuilder {
  readonly #forms: WordForms
  #vocabulary: Vocabulary
  #run: Run

  constructor(forms: WordForms) {
    this.#forms = forms
    this.#vocabulary = new Vocabulary(forms)
    this.#run = new Run(this.#vocabulary)
  }

  /** Documents that are not in a segment yet. */
  get waiting(): number {
    return this.#run.documents.length
  }

  /** Memory taken up by what is waiting, nearly. */
  get bytes(): number {
    return this.#run.bytes
  }

  /** Of several documents of one row the last counts. */
  add(document: IndexDocument): void {
    this.#run.add(document)
  }

  /**
   * What was added since the last time, as a segment.
   * @param whole with side tables and ready prefixes at once, instead of when they are asked for
   */
  *finish(whole: boolean, store: DataStore = memoryStore()): Generator<void, FlatSegment> {
    const run = this.#run
    const segment = yield* finishRun(run, this.#vocabulary, store, whole)
    if (this.#vocabulary.terms.length > MOST_TERMS) {
      this.#vocabulary = new Vocabulary(this.#forms)
      this.#run = new Run(this.#vocabulary)
    } else run.clear()
    return segment
  }
}
