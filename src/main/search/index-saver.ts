/** Has the index written to its file when that is worth it: never on the way of an edit. */
import { setTimeout as wait } from 'node:timers/promises'
import type { Log } from '../rpc/log.ts'
import type { IndexHolder } from './worker/thread-calls.ts'
import { ThreadGoneError } from './worker/worker-engine.ts'

/** With fewer changes, reading them again at the next opening costs less than writing everything. */
const WORTH_SAVING = 2_000
/** How long it is not tried again when it was refused. */
const PAUSE_MS = 5 * 60_000
/** How long closing waits for the file: without it the index is built again. */
const CLOSING_MS = 3_000

export interface IndexSaverOptions {
  readonly log: Log
  /** Changed rows that are worth writing the file anew. */
  readonly worthSaving?: number | undefined
}

export class IndexSaver {
  /** Rows taken in since the file was written. */
  #unsaved = 0
  #saving: Promise<void> | null = null
  #pausedUntil = -Infinity
  /** It was refused, and that was told. */
  #isRefused = false
  readonly #options: IndexSaverOptions

  constructor(options: IndexSaverOptions) {
    this.#options = options
  }

  note(rows: number): void {
    this.#unsaved += rows
  }

  /** What the file holds is of no use, or must not stay: it is replaced, or else removed. */
  noteAll(): void {
    this.#unsaved = Infinity
    this.#pausedUntil = -Infinity
  }

  get isDue(): boolean {
    const isWorthIt = this.#unsaved >= (this.#options.worthSaving ?? WORTH_SAVING)
    return isWorthIt && this.#saving === null && performance.now() >= this.#pausedUntil
  }

  /** `onSaved`: it may be due again by then. */
  save(holder: IndexHolder, revision: number, onSaved: () => void): void {
    this.#saving = this.#write(holder, revision).finally(() => {
      this.#saving = null
      onSaved()
    })
  }

  /** Waits for what is being written, unless that takes too long. */
  async settled(): Promise<void> {
    if (!this.#saving) return
    const calledOff = new AbortController()
    const tooLong = wait(CLOSING_MS, undefined, { signal: calledOff.signal }).catch(() => undefined)
    await Promise.race([this.#saving, tooLong])
    calledOff.abort()
  }

  async #write(holder: IndexHolder, revision: number): Promise<void> {
    const unsaved = this.#unsaved
    this.#unsaved = 0
    let problem: string
    try {
      problem = await holder.call('save', [revision, unsaved === Infinity])
    } catch (error) {
      // another begins with the file as it is
      if (error instanceof ThreadGoneError) return
      problem = String(error)
    }
    if (problem === '') {
      this.#isRefused = false
      return
    }
    // what has to go since then is not kept waiting
    if (this.#unsaved !== Infinity) this.#pausedUntil = performance.now() + PAUSE_MS
    this.#unsaved += unsaved
    if (!this.#isRefused) this.#options.log.error({ message: 'The index of the search was not written; it is kept in memory.', problem })
    this.#isRefused = true
  }
}
