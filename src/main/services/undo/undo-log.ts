/** What each window has done in this sitting, so that it can be taken back. */
import type { Commit } from '../../workspace/port.ts'
import { stepOf, type UndoStep } from './undo-step.ts'

/** Steps kept for one window. */
export const STEPS_KEPT = 200
/** Records in all steps of all windows: a rename may have touched thousands. */
export const RECORDS_KEPT = 200_000

export class UndoLog {
  /** In the order in which they were made. */
  readonly #steps = new Map<number, UndoStep>()
  #records = 0

  remember(client: string, commit: Commit): void {
    const step = stepOf(client, commit)
    if (!step) return
    this.#steps.set(step.revision, step)
    this.#records += step.records.length
    const own = [...this.#steps.values()].filter((other) => other.client === client)
    for (const { revision } of own.slice(0, Math.max(0, own.length - STEPS_KEPT))) this.forget(revision)
    for (const { revision } of this.#steps.values()) {
      if (this.#records <= RECORDS_KEPT || revision === step.revision) break
      this.forget(revision)
    }
  }

  step(revision: number): UndoStep | undefined {
    return this.#steps.get(revision)
  }

  forget(revision: number): void {
    const step = this.#steps.get(revision)
    if (!step) return
    this.#steps.delete(revision)
    this.#records -= step.records.length
  }

  /** The window is gone and its sitting over. */
  forgetClient(client: string): void {
    for (const step of this.#steps.values()) if (step.client === client) this.forget(step.revision)
  }

  /** What was erased for good does not come back; the other records of its steps may. */
  forgetRecords(ids: ReadonlySet<string>): void {
    for (const step of this.#steps.values()) {
      if (!step.records.some(({ id }) => ids.has(id))) continue
      const records = step.records.map((changed) => (ids.has(changed.id) ? { ...changed, erased: true as const } : changed))
      if (records.every(({ erased }) => erased)) this.forget(step.revision)
      else this.#steps.set(step.revision, { ...step, records })
    }
  }
}
