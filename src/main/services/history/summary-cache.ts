import type { AttachmentChanges } from '../../../shared/model/attachment-changes.ts'

/** How much two versions differ, without their words. */
export interface Summary {
  readonly added: number
  readonly removed: number
  readonly fields: string[]
  readonly files: AttachmentChanges
  readonly sameAs: { readonly rev: number; readonly at: string } | null
  /** One of the two cannot be read: nothing else here says anything. */
  readonly unreadable: boolean
}

/** Of two versions, one of which is damaged on the disk. */
export const UNREADABLE: Summary = {
  added: 0,
  removed: 0,
  fields: [],
  files: { added: [], removed: [], renamed: [] },
  sameAs: null,
  unreadable: true,
}

/** Pairs of versions that are remembered: a list of history is asked for again at every save. */
const KEPT = 2_000

/** How much two versions differ. Versions never change, so what was counted once stays right; it holds no words. */
export class SummaryCache {
  readonly #known = new Map<string, Summary>()

  async of(key: string, count: () => Promise<Summary>): Promise<Summary> {
    const known = this.#known.get(key)
    if (known) return known
    const counted = await count()
    this.#known.set(key, counted)
    const oldest = this.#known.keys().next().value
    if (this.#known.size > KEPT && oldest !== undefined) this.#known.delete(oldest)
    return counted
  }
}
