/** What each window has done in this sitting, with the states before it, so that it can be taken back. */
import type { Commit, Change } from '../../workspace/port.ts'

/** Steps kept for one window. */
export const STEPS_KEPT = 200
/** Records kept over all steps of all windows: a rename may have touched thousands. */
const RECORDS_KEPT = 20_000

export interface UndoStep {
  readonly client: string
  readonly revision: number
  readonly changes: readonly Change[]
}

export class UndoLog {
  /** In the order in which they were made. */
  readonly #steps = new Map<number, UndoStep>()
  #records = 0

  remember(client: string, commit: Commit): void {
    this.#steps.set(commit.revision, { client, revision: commit.revision, changes: commit.changes })
    this.#records += commit.changes.length
    const own = [...this.#steps.values()].filter((step) => step.client === client)
    for (const step of own.slice(0, Math.max(0, own.length - STEPS_KEPT))) this.forget(step.revision)
    for (const step of this.#steps.values()) {
      if (this.#records <= RECORDS_KEPT || step.revision === commit.revision) break
      this.forget(step.revision)
    }
  }

  step(revision: number): UndoStep | undefined {
    return this.#steps.get(revision)
  }

  forget(revision: number): void {
    const step = this.#steps.get(revision)
    if (!step) return
    this.#steps.delete(revision)
    this.#records -= step.changes.length
  }

  /** The window is gone and its sitting over. */
  forgetClient(client: string): void {
    for (const step of this.#steps.values()) if (step.client === client) this.forget(step.revision)
  }

  /** What was erased for good must not live on here. */
  forgetRecords(ids: ReadonlySet<string>): void {
    for (const step of this.#steps.values()) {
      if (step.changes.some(({ before, after }) => ids.has((after ?? before)?.id ?? ''))) this.forget(step.revision)
    }
  }
}
