/** The index of one workspace: takes documents in, answers, merges its parts between, and keeps itself in a file. */
import { setImmediate } from 'node:timers/promises'
import { nameKeys } from '../../../shared/text/name-keys.ts'
import { stem } from '../../../shared/text/stem.ts'
import type { DerivedPlace } from '../../workspace/port.ts'
import type { Matches, MatchRequest, Snippet, SnippetRequest } from '../search-engine.ts'
import type { IndexDocument } from './document.ts'
import { realDisk, type Disk } from './disk-room.ts'
import { countOf, evaluate, rowsOf, type EvaluateOptions } from './evaluate.ts'
import type { FlatSegment } from './flat-segment.ts'
import { IndexDamagedError } from './index-damaged-error.ts'
import { fileBytesOf } from './index-file.ts'
import { IndexFiles } from './index-files.ts'
import type { Plan } from './plan.ts'
import { memoryStore, type DataStore } from './segment-data.ts'
import { SegmentSet } from './segment-set.ts'
import { snippetsOf } from './snippet.ts'

/** How long merging goes on before others have their turn, in milliseconds. */
const SLICE = 8
/** The postings of some twenty thousand records. */
const MOST_IN_MEMORY = 64 * 1024 * 1024
/** A smaller part is not worth a file. */
const LEAST_IN_FILE = 1024 * 1024
const forms = { nameKeys, stem }

export interface IndexStoreOptions {
  /** Postings and places of more bytes are read by position. */
  readonly mostInMemory?: number
  /** Parts of fewer bytes are always in memory. */
  readonly leastInFile?: number
  readonly disk?: Disk
}

/** The set was given up while something was done with it. */
class AbandonedError extends Error {}

export class IndexStore {
  readonly #files: IndexFiles
  #set: SegmentSet
  #revision: number | null = null
  /** One thing at a time is done in the background. */
  #lastJob: Promise<unknown> = Promise.resolve()
  #isMerging = false
  /** Saves that were asked for and are not done. */
  #saves = 0
  /** Found while parts were merged; told at the next question. */
  #damage: IndexDamagedError | undefined

  readonly #mostInMemory: number
  readonly #leastInFile: number

  private constructor(place: DerivedPlace | null, options: IndexStoreOptions) {
    this.#mostInMemory = options.mostInMemory ?? MOST_IN_MEMORY
    this.#leastInFile = options.leastInFile ?? LEAST_IN_FILE
    this.#files = new IndexFiles(place, this.#mostInMemory, options.disk ?? realDisk)
    this.#set = this.#setOf([])
  }

  static empty(): IndexStore {
    return new IndexStore(null, {})
  }

  /** Takes up the file when it is whole and of this stamp; otherwise it begins with nothing. */
  static open(place: DerivedPlace | null, options: IndexStoreOptions = {}): IndexStore {
    const store = new IndexStore(place, options)
    const kept = store.#files.open()
    if (kept) {
      store.#set = store.#setOf([kept.segment])
      store.#revision = kept.revision
    }
    return store
  }

  /** Of the workspace, when the file was written; null when there was no usable file. */
  get revision(): number | null {
    return this.#revision
  }

  clear(): void {
    this.#set.release()
    this.#set = this.#setOf([])
    this.#revision = null
    this.#damage = undefined
  }

  /** Found by the next question. Of several of one row the last counts. */
  put(documents: readonly IndexDocument[]): void {
    this.#set.put(documents)
    this.#mergeInBackground()
  }

  /** Answers how many of them it held. */
  remove(rows: readonly number[]): number {
    const held = this.#set.remove(rows)
    this.#mergeInBackground()
    return held
  }

  /** @throws IndexDamagedError */
  match(request: MatchRequest, options?: EvaluateOptions): Matches {
    return evaluate(this.#view(), request, options)
  }

  /** @throws IndexDamagedError */
  rows(plan: Plan, options?: EvaluateOptions): Uint32Array {
    return rowsOf(this.#view(), plan, options)
  }

  /** @throws IndexDamagedError */
  count(plans: readonly Plan[]): number[] {
    const view = this.#view()
    return plans.map((plan) => countOf(view, plan))
  }

  /** @throws IndexDamagedError */
  snippets(plan: Plan, meant: Matches['meant'], of: readonly SnippetRequest[]): readonly Snippet[] {
    return snippetsOf(this.#view(), plan, meant, of)
  }

  /**
   * Writes all that was put in until now, as of `revision` of the workspace, in steps between which questions are answered.
   * When it cannot, the file of before stays unless it `mustGo`.
   * @returns why the file was not written; empty when it was. The index itself is as it was in either case
   */
  async save(revision: number, mustGo = false): Promise<string> {
    this.#saves += 1
    try {
      await this.#inTurn(async () => {
        const parts = this.#set.segments
        const file = this.#files.begin(parts, revision)
        const merged = await this.#merged(parts, file.store)
        this.#set.replace(merged, file.keep())
        this.#revision = revision
      })
      return ''
    } catch (error) {
      this.#note(error)
      // of an index that was cleared another file is written, now or after the next opening
      const removed = mustGo && !(error instanceof AbandonedError) ? this.#files.remove() : ''
      return (error instanceof Error ? error.message : String(error)) + removed
    } finally {
      this.#saves -= 1
      this.#mergeInBackground()
    }
  }

  /** Where nothing may be written, what lies in files stays as it is, and the rest is in memory. */
  letWrite(isAllowed: boolean): void {
    this.#files.isWritable = isAllowed
  }

  /** Waits for what is done in the background, and closes the file. */
  async close(): Promise<void> {
    this.clear()
    await this.#lastJob
  }

  /** Nothing is done in the background any more. */
  async settled(): Promise<void> {
    while (this.#isMerging) await this.#lastJob
  }

  #view(): SegmentSet {
    if (this.#damage) throw this.#damage
    return this.#set
  }

  #note(error: unknown): void {
    if (error instanceof IndexDamagedError) this.#damage = error
  }

  #mergeInBackground(): void {
    if (this.#isMerging || this.#set.worthMerging.length === 0) return
    this.#isMerging = true
    void this.#inTurn(async () => {
      if (this.#saves > 0) return
      const [parts, store] = this.#nextMerge()
      // a save merges everything in any case
      if (parts.length > 0) await this.#merged(parts, store, () => this.#saves === 0)
    })
      // given up, or no room on the disk: the parts are as they were, and for some minutes merged in memory only
      .catch((error: unknown) => this.#note(error))
      .finally(() => {
        this.#isMerging = false
      })
  }

  #nextMerge(): readonly [readonly FlatSegment[], DataStore] {
    const parts = this.#set.worthMerging
    const bytes = parts.reduce((sum, { dataBytes }) => sum + dataBytes, 0)
    if (this.#isForMemory(bytes)) return [parts, memoryStore()]
    const store = this.#files.passingStore(fileBytesOf(parts))
    return store ? [parts, store] : [this.#set.worthMergingInMemory, memoryStore()]
  }

  async #merged(parts: readonly FlatSegment[], store: DataStore, isWanted = () => true): Promise<FlatSegment> {
    const set = this.#set
    const steps = set.merge(parts, store)
    try {
      let step = steps.next()
      while (!step.done) {
        const end = performance.now() + SLICE
        while (!step.done && performance.now() < end) step = steps.next()
        if (step.done) break
        await setImmediate()
        if (set !== this.#set) throw new AbandonedError('The index was cleared.')
        if (!isWanted()) throw new AbandonedError('The index is saved.')
      }
      return step.value
    } finally {
      // takes away what it wrote when it did not come to its end
      giveUp(steps)
    }
  }

  #inTurn<T>(job: () => Promise<T>): Promise<T> {
    const done = this.#lastJob.then(job)
    this.#lastJob = done.catch(() => undefined)
    return done
  }

  #setOf(parts: readonly FlatSegment[]): SegmentSet {
    const set = new SegmentSet(forms, parts, (bytes) => {
      if (this.#isForMemory(bytes) || set.hasManyFiles) return memoryStore()
      // where there is no room for it, it is in memory all the same
      return this.#files.passingStore(bytes * 2) ?? memoryStore()
    })
    return set
  }

  #isForMemory(bytes: number): boolean {
    return bytes < this.#leastInFile || this.#set.bytesInMemory + bytes <= this.#mostInMemory
  }
}

/** Lets a generator take away what it has made when it has not come to its end. */
function giveUp(steps: Generator<void, unknown>): void {
  steps.return(undefined)
}
