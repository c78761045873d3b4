/**
 * The index as parts: what is put in waits, becomes a small part when someone asks, and small parts are merged to larger
 * ones. A row is live in one part at most.
 */
import { completed } from './completed.ts'
import type { IndexDocument } from './document.ts'
import type { FlatSegment } from './flat-segment.ts'
import { mergeSegments } from './merge-segments.ts'
import { SegmentBuilder } from './segment-builder.ts'
import { MemoryData } from './memory-data.ts'
import { memoryStore, type DataStore } from './segment-data.ts'
import type { SegmentView } from './segment.ts'
import type { WordForms } from './side-tables.ts'

/** Small parts that may stand beside each other, and parts of any size: every query asks each of them. */
const MOST_SMALL = 5
const MOST_PARTS = 32
/** Documents of a part that is not small: one such as come one after the other while the index is built. */
const LARGE = 2000
/** Memory of what is waiting at most: some eight thousand records, and half a second to make a part of. */
const MOST_WAITING = 24 * 1024 * 1024
/** A part is merged with smaller ones when it is not larger than so many times all of them together. */
const ALIKE = 1.5

export class SegmentSet implements SegmentView {
  readonly #forms: WordForms
  readonly #storeFor: (bytes: number) => DataStore
  readonly #builder: SegmentBuilder
  readonly #waiting = new Set<number>()
  #parts: readonly FlatSegment[]

  /** @param storeFor where about so many bytes of a new part go to */
  constructor(forms: WordForms, parts: readonly FlatSegment[] = [], storeFor: (bytes: number) => DataStore = memoryStore) {
    this.#forms = forms
    this.#storeFor = storeFor
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

  /** Answers how many of them it held. */
  remove(rows: readonly number[]): number {
    if (rows.some((row) => this.#waiting.has(row))) this.#settle()
    let held = 0
    for (const row of rows) if (this.#kill(row)) held += 1
    return held
  }

  /** Parts that are better merged; none mostly. */
  get worthMerging(): readonly FlatSegment[] {
    return worthMerging(this.#parts)
  }

  /** Where there is no room for files: what lies in files stays as it is. */
  get worthMergingInMemory(): readonly FlatSegment[] {
    return worthMerging(this.#parts.filter(isInMemory))
  }

  /** Merges parts into one in their place. What is put in and removed between its steps counts. */
  *merge(parts: readonly FlatSegment[], store: DataStore): Generator<void, FlatSegment> {
    const live = parts.map((part) => Uint32Array.from(part.rows.filter((_, document) => part.isLive(document))))
    let merged: FlatSegment | undefined
    try {
      merged = yield* mergeSegments(parts, store, this.#forms)
    } finally {
      if (!merged) store.discard()
    }
    for (const [at, part] of parts.entries()) {
      for (const row of live[at] ?? []) if (!part.isLive(part.documentOf(row) ?? 0)) merged.kill(merged.documentOf(row) ?? 0)
    }
    const first = this.#parts.findIndex((part) => parts.includes(part))
    const others = this.#parts.filter((part) => !parts.includes(part))
    // in the place of the first, so that the largest stays in front
    this.#parts = others.toSpliced(Math.max(first, 0), 0, merged)
    for (const { data } of parts) data.release()
    return merged
  }

  /** Puts a part in the place of one with the same documents: the same data, read from elsewhere. */
  replace(part: FlatSegment, other: FlatSegment): void {
    for (let document = 0; document < part.documents; document += 1) if (!part.isLive(document)) other.kill(document)
    this.#parts = this.#parts.map((one) => (one === part ? other : one))
  }

  /** It is not asked any more. */
  release(): void {
    for (const { data } of this.#parts) data.release()
  }

  /** Data that is in memory. */
  get bytesInMemory(): number {
    return this.#parts.reduce((sum, part) => sum + (isInMemory(part) ? part.dataBytes : 0), 0)
  }

  /** More parts in files than these are not wanted, whatever room there is. */
  get hasManyFiles(): boolean {
    return this.#parts.filter((part) => !isInMemory(part)).length >= MOST_PARTS
  }

  #settle(): void {
    if (this.#builder.waiting === 0) return
    const part = this.#finished(this.#storeFor(this.#builder.bytes))
    this.#waiting.clear()
    for (const row of part.rows) this.#kill(row)
    this.#parts = [...this.#parts, part]
  }

  #finished(store: DataStore): FlatSegment {
    try {
      return completed(this.#builder.finish(false, store))
    } catch {
      // no room on the disk: then in memory, where a failure is one
      store.discard()
      return completed(this.#builder.finish(false, memoryStore()))
    }
  }

  #kill(row: number): boolean {
    return this.#parts.some((part) => {
      const document = part.documentOf(row)
      return document !== undefined && part.kill(document)
    })
  }
}

function worthMerging(parts: readonly FlatSegment[]): readonly FlatSegment[] {
  const halfDead = parts.filter(({ documents, deadCount }) => deadCount * 2 > documents)
  const small = parts.filter((part) => liveIn(part) < LARGE).length
  if (small <= MOST_SMALL && parts.length <= MOST_PARTS) return halfDead
  const bySize = parts.toSorted((one, other) => liveIn(one) - liveIn(other))
  let taken = 0
  let together = 0
  for (const [at, part] of bySize.entries()) {
    if (at < 2 || liveIn(part) <= together * ALIKE) taken = at + 1
    together += liveIn(part)
  }
  return [...new Set([...bySize.slice(0, taken), ...halfDead])]
}

const isInMemory = ({ data }: FlatSegment): boolean => data instanceof MemoryData

const liveIn = ({ documents, deadCount }: FlatSegment): number => documents - deadCount
