/** The index of one workspace: takes documents in, answers, merges its parts between, and keeps itself in a file. */
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { nameKeys } from '../../../shared/text/name-keys.ts'
import { stem } from '../../../shared/text/stem.ts'
import type { DerivedPlace } from '../../workspace/port.ts'
import type { Matches, MatchRequest, Snippet, SnippetRequest } from '../search-engine.ts'
import type { IndexDocument } from './document.ts'
import { countOf, evaluate, rowsOf, type EvaluateOptions } from './evaluate.ts'
import type { FlatSegment } from './flat-segment.ts'
import { fileStore, IndexFile } from './index-file.ts'
import type { Plan } from './plan.ts'
import { memoryStore } from './segment-data.ts'
import { openSegment } from './segment-file.ts'
import { SegmentSet } from './segment-set.ts'
import { rememberedForms } from './side-tables.ts'
import { snippetsOf } from './snippet.ts'

/** How long merging goes on before others have their turn, in milliseconds. */
const SLICE = 8
/** Postings and places of more bytes are read by position. */
const MOST_IN_MEMORY = 64 * 1024 * 1024
/** What the names of files have that are of use to the running index only. */
const PASSING = '.part-'

const forms = rememberedForms({ nameKeys, stem })

interface Facts {
  readonly stamp: string
  readonly revision: number
}

/** The set was given up while something was done with it. */
class AbandonedError extends Error {}

export class IndexStore {
  readonly #place: DerivedPlace | null
  #set = new SegmentSet(forms)
  /** The files that parts are read from. */
  readonly #files = new Map<FlatSegment, IndexFile>()
  #passing = 0
  #revision: number | null = null
  /** One thing at a time is done in the background. */
  #lastJob: Promise<unknown> = Promise.resolve()
  #isMerging = false

  private constructor(place: DerivedPlace | null) {
    this.#place = place
  }

  static empty(): IndexStore {
    return new IndexStore(null)
  }

  /** Takes up the file when it is whole and of this stamp; otherwise it begins with nothing. */
  static open(place: DerivedPlace | null): IndexStore {
    const store = new IndexStore(place)
    if (!place) return store
    if (place.isWritable) removePassing(place.path)
    let file: IndexFile | undefined
    try {
      file = new IndexFile(place.path, 'read')
      const { segment, facts } = openSegment(file, forms, file.size <= MOST_IN_MEMORY)
      const { stamp, revision } = JSON.parse(facts) as Facts
      if (stamp === place.stamp) {
        store.#set = new SegmentSet(forms, [segment])
        store.#files.set(segment, file)
        store.#revision = revision
        return store
      }
      file.close()
    } catch {
      // missing, damaged or not to be read: the index is made again out of the records
      file?.close()
    }
    return store
  }

  /** Of the workspace, when the file was written; null when there was no usable file. */
  get revision(): number | null {
    return this.#revision
  }

  clear(): void {
    this.#set = new SegmentSet(forms)
    this.#revision = null
    this.#release()
  }

  /** Found by the next question. Of several of one row the last counts. */
  put(documents: readonly IndexDocument[]): void {
    this.#set.put(documents)
    this.#mergeInBackground()
  }

  remove(rows: readonly number[]): void {
    this.#set.remove(rows)
    this.#mergeInBackground()
  }

  /** @throws IndexDamagedError */
  match(request: MatchRequest, options?: EvaluateOptions): Matches {
    return evaluate(this.#set, request, options)
  }

  /** @throws IndexDamagedError */
  rows(plan: Plan, options?: EvaluateOptions): Uint32Array {
    return rowsOf(this.#set, plan, options)
  }

  /** @throws IndexDamagedError */
  count(plans: readonly Plan[]): number[] {
    return plans.map((plan) => countOf(this.#set, plan))
  }

  /** @throws IndexDamagedError */
  snippets(plan: Plan, meant: Matches['meant'], of: readonly SnippetRequest[]): readonly Snippet[] {
    return snippetsOf(this.#set, plan, meant, of)
  }

  /**
   * Writes all that was put in until now, as of `revision` of the workspace, in steps between which questions are answered.
   * @returns why the file was not written; empty when it was. The index itself is as it was in either case
   */
  async save(revision: number): Promise<string> {
    const place = this.#place
    if (!place?.isWritable) return 'There is no folder for it that can be written to.'
    const facts: Facts = { stamp: place.stamp, revision }
    try {
      await this.#inTurn(async () => {
        // never the folder above it: a workspace that was moved away must not leave an empty one behind
        if (!existsSync(dirname(place.path))) mkdirSync(dirname(place.path))
        const file = new IndexFile(this.#passingPath(place), 'create')
        const merged = await this.#merged(this.#set.segments, file, JSON.stringify(facts))
        // what it replaces is in it, and must not be open to be replaced
        this.#release()
        file.rename(place.path)
        const { segment } = openSegment(file, forms, file.size <= MOST_IN_MEMORY)
        this.#set.replace(merged, segment)
        this.#files.delete(merged)
        this.#files.set(segment, file)
        this.#revision = revision
      })
      return ''
    } catch (error) {
      return error instanceof Error ? error.message : String(error)
    }
  }

  /** Waits for what is done in the background, and closes the file. */
  async close(): Promise<void> {
    this.clear()
    await this.#lastJob
    this.#release()
  }

  /** Nothing is done in the background any more. */
  async settled(): Promise<void> {
    while (this.#isMerging) await this.#lastJob
  }

  #mergeInBackground(): void {
    if (this.#isMerging || this.#set.worthMerging.length === 0) return
    this.#isMerging = true
    void this.#inTurn(async () => {
      const parts = this.#set.worthMerging
      if (parts.length > 0) await this.#merged(parts, this.#passingFileFor(parts), '')
      this.#release()
    })
      .catch(() => {
        // given up, or no room on the disk: the parts are as they were, and are merged with the next ones
      })
      .finally(() => {
        this.#isMerging = false
      })
  }

  /** @param file undefined: in memory */
  async #merged(parts: readonly FlatSegment[], file: IndexFile | undefined, facts: string): Promise<FlatSegment> {
    const set = this.#set
    try {
      const steps = set.merge(parts, file ? fileStore(file, facts) : memoryStore())
      let step = steps.next()
      while (!step.done) {
        const end = performance.now() + SLICE
        while (!step.done && performance.now() < end) step = steps.next()
        if (step.done) break
        await setImmediate()
        if (set !== this.#set) throw new AbandonedError('The index was cleared.')
      }
      if (file) this.#files.set(step.value, file)
      return step.value
    } catch (error) {
      file?.remove()
      throw error
    }
  }

  #inTurn<T>(job: () => Promise<T>): Promise<T> {
    const done = this.#lastJob.then(job)
    this.#lastJob = done.catch(() => undefined)
    return done
  }

  #passingFileFor(parts: readonly FlatSegment[]): IndexFile | undefined {
    const bytes = parts.reduce((sum, { dataBytes }) => sum + dataBytes, 0)
    if (bytes <= MOST_IN_MEMORY || !this.#place?.isWritable) return undefined
    return new IndexFile(this.#passingPath(this.#place), 'create')
  }

  #passingPath({ path }: DerivedPlace): string {
    this.#passing += 1
    return `${path}${PASSING}${this.#passing}`
  }

  /** Closes the files of parts that are merged; those that are of no use after it are removed. */
  #release(): void {
    const parts = new Set(this.#set.parts)
    for (const [part, file] of this.#files) {
      if (parts.has(part)) continue
      this.#files.delete(part)
      file.removeIfPassing(PASSING)
    }
  }
}

function removePassing(path: string): void {
  try {
    for (const name of readdirSync(dirname(path))) {
      if (name.startsWith(basename(path) + PASSING)) rmSync(join(dirname(path), name), { force: true })
    }
  } catch {
    // there is no folder yet, or it cannot be read: then there is nothing to remove either
  }
}
