/**
 * The index as parts: what is put in waits, becomes a small part when someone asks, and small parts are merged to larger
 * ones. A row is live in one part at most.
 */
import { completed } from './completed.ts'
import type { IndexDocument } from './document.ts'
import type { FlatSegment } from './flat-segment.ts'
import { mergeSegments } from './merge-segments.ts'
import { SegmentBuilder } from './segment-builder.ts'
import type { DataStore } from './segment-data.ts'
import type { SegmentView } from './segment.ts'
import type { WordForms } from './side-tables.ts'

/** Parts that may stand beside each other: every query asks each of them. */
const MOST_PARTS = 8
/** Memory of what is waiting at most: some five thousand records, and a third of a second to make a part of. */
const MOST_WAITING = 16 * 1024 * 1024
/** A part is merged with smaller ones when it is not larger than so many times all of them together. */
const ALIKE = 1.5

export class SegmentSet implements SegmentView {
  readonly #forms: WordForms
  readonly #builder: SegmentBuilder
  readonly #waiting = new Set<number>()
  #parts: readonly FlatSegment[]

  constructor(forms: WordForms, parts: readonly FlatSegment[] = []) {
    this.#forms = forms
    this.#builder = new SegmentBuilder(forms)
    this.#parts = parts
  }

  /** All that was put in, with nothing left waiting. */
  get segments(): readonly FlatSegment[] {
    this.#settle()
    return this.#parts
  }

  /** All that is in parts; what was put in last may not be yet. */
  get parts(): readonly FlatSegment[] {
    return this.#parts
  }

  put(documents: readonly IndexDocument[]): void {
    for (const document of documents) {
      this.#builder.add(document)
      this.#waiting.add(document.row)
      if (this.#builder.bytes > MOST_WAITING) this.#settle()
    }
  }

  remove(rows: readonly number[]): void {
    if (rows.some((row) => this.#waiting.has(row))) this.#settle()
    for (const row of rows) this.#kill(row)
  }

  /** Parts that are better merged; none mostly. */
  get worthMerging(): readonly FlatSegment[] {
    const halfDead = this.#parts.filter(({ documents, deadCount }) => deadCount * 2 > documents)
    if (this.#parts.length <= MOST_PARTS) return halfDead
    const bySize = this.#parts.toSorted((one, other) => liveIn(one) - liveIn(other))
    let taken = 0
    let together = 0
    for (const [at, part] of bySize.entries()) {
      if (at < 2 || liveIn(part) <= together * ALIKE) taken = at + 1
      together += liveIn(part)
    }
    return [...new Set([...bySize.slice(0, taken), ...halfDead])]
  }

  /** Merges parts into one in their place. What is put in and removed between its steps counts. */
  *merge(parts: readonly FlatSegment[], store: DataStore): Generator<void, FlatSegment> {
    const live = parts.map((part) => Uint32Array.from(part.rows.filter((_, document) => part.isLive(document))))
    const merged = yield* mergeSegments(parts, store, this.#forms)
    for (const [at, part] of parts.entries()) {
      for (const row of live[at] ?? []) if (!part.isLive(part.documentOf(row) ?? 0)) merged.kill(merged.documentOf(row) ?? 0)
    }
    const first = this.#parts.findIndex((part) => parts.includes(part))
    const others = this.#parts.filter((part) => !parts.includes(part))
    // in the place of the first, so that the largest stays in front
    this.#parts = others.toSpliced(Math.max(first, 0), 0, merged)
    return merged
  }

  /** Puts a part in the place of one with the same documents: the same data, read from elsewhere. */
  replace(part: FlatSegment, other: FlatSegment): void {
    for (let document = 0; document < part.documents; document += 1) if (!part.isLive(document)) other.kill(document)
    this.#parts = this.#parts.map((one) => (one === part ? other : one))
  }

  #settle(): void {
    if (this.#builder.waiting === 0) return
    const part = completed(this.#builder.finish(false))
    this.#waiting.clear()
    for (const row of part.rows) this.#kill(row)
    this.#parts = [...this.#parts, part]
  }

  #kill(row: number): void {
    for (const part of this.#parts) {
      const document = part.documentOf(row)
      if (document !== undefined && part.kill(document)) return
    }
  }
}

const liveIn = ({ documents, deadCount }: FlatSegment): number => documents - deadCount
