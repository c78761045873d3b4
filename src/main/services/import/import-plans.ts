/** The plans of all windows: each of one window and one workspace, for an hour from when it was last used. */
import { AppError } from '../../../shared/errors.ts'
import type { Clock } from '../../workspace/port.ts'
import type { OpenWorkspace } from '../workspace/open-workspace.ts'
import type { ImportPlan } from './import-plan.ts'

export const PLAN_LIFE_MS = 60 * 60 * 1000
/** Of one window; the one that was used longest ago goes. */
const PLANS_KEPT = 3

interface Entry {
  readonly plan: ImportPlan
  readonly client: string
  readonly open: OpenWorkspace
  usedAt: number
}

export class ImportPlans {
  readonly #clock: Clock
  /** Least recently used first. */
  readonly #entries = new Map<string, Entry>()

  constructor(clock: Clock) {
    this.#clock = clock
  }

  add(plan: ImportPlan, client: string, open: OpenWorkspace): void {
    this.#entries.set(plan.id, { plan, client, open, usedAt: this.#clock() })
    const own = [...this.#entries].filter(([, entry]) => entry.client === client)
    for (const [id] of own.slice(0, Math.max(0, own.length - PLANS_KEPT))) this.#entries.delete(id)
  }

  /** @throws AppError NOT_FOUND when it is unknown, too old, of another window, or of a workspace that is not open any more */
  find(id: string, client: string, open: OpenWorkspace): ImportPlan {
    const entry = this.#entries.get(id)
    const now = this.#clock()
    this.#dropOld(now)
    if (!entry || entry.client !== client || entry.open !== open || !this.#entries.has(id)) {
      throw new AppError(
        'NOT_FOUND',
        'What was read is no longer kept: it was too long ago, or another workspace was opened. Nothing was changed. Read the folder again.',
      )
    }
    entry.usedAt = now
    this.#entries.delete(id)
    this.#entries.set(id, entry)
    return entry.plan
  }

  drop(id: string, client: string): void {
    if (this.#entries.get(id)?.client === client) this.#entries.delete(id)
  }

  /** The window is gone. */
  forgetClient(client: string): void {
    for (const [id, entry] of this.#entries) if (entry.client === client) this.#entries.delete(id)
  }

  /** The workspace is being closed. */
  dropAll(): void {
    this.#entries.clear()
  }

  #dropOld(now: number): void {
    for (const [id, { usedAt }] of this.#entries) if (now - usedAt > PLAN_LIFE_MS) this.#entries.delete(id)
  }
}
