/** What meetings say of who was there. Kept by revision: a change asks for all of it again, and has touched one of them. */
import { MAX_MATRIX_MEETINGS } from '../../../shared/contract/attendance.ts'
import type { HeadOf } from '../../../shared/model/head.ts'
import { unlessDamaged } from '../../workspace/unless-damaged.ts'
import { pacing } from '../pacing.ts'
import type { OpenWorkspace } from '../workspace/open-workspace.ts'
import type { Listed } from './marks.ts'

const READ_AT_ONCE = 16

type Kept = Map<string, { readonly rev: number; readonly listed: Listed }>

export class ListedMeetings {
  readonly #kept = new WeakMap<OpenWorkspace, Kept>()

  /** One for each head; null for a record whose bytes are damaged. */
  async of(open: OpenWorkspace, heads: readonly HeadOf<'meeting'>[]): Promise<(Listed | null)[]> {
    const kept: Kept = this.#kept.get(open) ?? new Map()
    this.#kept.set(open, kept)
    const next = pacing()
    const missing = heads.filter(({ id, rev }) => kept.get(id)?.rev !== rev)
    for (let from = 0; from < missing.length; from += READ_AT_ONCE) {
      await next()
      const heads = missing.slice(from, from + READ_AT_ONCE)
      for (const { id } of heads) kept.delete(id)
      for (const record of await Promise.all(heads.map(({ id }) => unlessDamaged(open.workspace.read(id))))) {
        if (record === 'damaged' || record?.kind !== 'meeting') continue
        const { id, rev, participants, chair, secretary, stage } = record
        kept.set(id, { rev, listed: { participants, chair, secretary, stage } })
      }
    }
    const listed = heads.map(({ id }) => kept.get(id)?.listed ?? null)
    // those asked for last stay
    for (const id of kept.keys()) {
      if (kept.size <= MAX_MATRIX_MEETINGS) break
      kept.delete(id)
    }
    return listed
  }
}
