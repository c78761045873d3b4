/** The names of the decisions of all texts, kept current by commits. */
import { pacing } from '../pacing.ts'
import type { RecordIndex } from '../record-index.ts'
import { DecisionNames } from './decision-names.ts'

/** Decisions read between two turns of the event loop. */
const READ_AT_ONCE = 500

export class DecisionRegister {
  readonly #index: RecordIndex
  readonly #names = new DecisionNames()
  /** Rows to read; null until somebody has asked. */
  #behind: Set<number> | null = null
  #reading: Promise<void> | undefined

  constructor(index: RecordIndex) {
    this.#index = index
  }

  /** Notes what a commit touched. */
  apply(rows: readonly number[]): void {
    for (const row of rows) this.#behind?.add(row)
  }

  /** With every commit that was made when it answers. What is answered changes with the commits that are asked for later. */
  async current(): Promise<DecisionNames> {
    this.#behind ??= new Set(this.#index.rowsWithDecisions())
    while (this.#behind.size > 0) await (this.#reading ??= this.#read(this.#behind).finally(() => (this.#reading = undefined)))
    return this.#names
  }

  async #read(behind: Set<number>): Promise<void> {
    const next = pacing(READ_AT_ONCE)
    // what commits touch meanwhile is added at the end, and read too
    for (const row of behind) {
      const decisions = this.#index.decisions(row)
      this.#names.set(row, decisions)
      behind.delete(row)
      await next(decisions.length || 1)
    }
  }
}
