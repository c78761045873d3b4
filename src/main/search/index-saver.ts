/** Has the index written to its file when that is worth it: never on the way of an edit. */
import { setTimeout as wait } from 'node:timers/promises'
import type { Log } from '../rpc/log.ts'
import type { IndexHolder } from './worker/thread-calls.ts'
import { ThreadGoneError } from './worker/worker-engine.ts'

/** With fewer changes, reading them again at the next opening costs less than writing everything. */
const WORTH_SAVING = 2_000
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
  readonly #options: IndexSaverOptions

  constructor(options: IndexSaverOptions) {
    this.#options = options
  }

  note(rows: number): void {
    this.#unsaved += rows
  }

  /** What the file holds is of no use. */
  noteAll(): void {
    this.#unsaved = Infinity
  }

  get isDue(): boolean {
    return this.#unsaved >= (this.#options.worthSaving ?? WORTH_SAVING) && this.#saving === null
  }

  /** `onSaved`: it may be due again by then. */
  save(holder: IndexHolder, revision: number, onSaved: () => void): void {
    this.#unsaved = 0
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
    let problem: string
    try {
      problem = await holder.call('save', [revision])
    } catch (error) {
      problem = error instanceof ThreadGoneError ? '' : String(error)
    }
    if (problem !== '') this.#options.log.error({ message: 'The index of the search was not written; it is kept in memory.', problem })
  }
}
