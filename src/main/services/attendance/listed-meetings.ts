/** What meetings say of who was there. Kept by revision: a change asks for all of it again, and has touched one of them. */
import { MAX_MATRIX_MEETINGS } from '../../../shared/contract/attendance.ts'
import type { ListedMeeting } from '../../../shared/meetings/attendance.ts'
import type { HeadOf } from '../../../shared/model/head.ts'
import { unlessDamaged } from '../../workspace/unless-damaged.ts'
import { pacing } from '../pacing.ts'
import type { OpenWorkspace } from '../workspace/open-workspace.ts'

const READ_AT_ONCE = 16

interface Kept {
  readonly rev: number
  readonly listed: ListedMeeting
}
type Reader = Pick<OpenWorkspace['workspace'], 'read'>

export class ListedMeetings {
  readonly #kept = new WeakMap<Reader, Map<string, Kept>>()

  /** One for each head; null for a record whose bytes are damaged. */
  async of(workspace: Reader, heads: readonly Pick<HeadOf<'meeting'>, 'id' | 'rev'>[]): Promise<(ListedMeeting | null)[]> {
    const kept = this.#kept.get(workspace) ?? new Map<string, Kept>()
    this.#kept.set(workspace, kept)
    const next = pacing()
    const found = new Map<string, Kept>()
    for (const { id, rev } of heads) {
      const known = kept.get(id)
      if (known?.rev === rev) found.set(id, known)
    }
    const missing = heads.filter(({ id }) => !found.has(id))
    for (let from = 0; from < missing.length; from += READ_AT_ONCE) {
      await next()
      const reading = missing.slice(from, from + READ_AT_ONCE).map(({ id }) => unlessDamaged(workspace.read(id)))
      for (const record of await Promise.all(reading)) {
        if (record === 'damaged' || record?.kind !== 'meeting') continue
        const { id, rev, participants, chair, secretary, stage } = record
        found.set(id, { rev, listed: { participants, chair, secretary, stage } })
      }
    }
    // those asked for last stand last, and stay
    for (const { id } of heads) {
      kept.delete(id)
      const known = found.get(id)
      if (known) kept.set(id, known)
    }
    for (const id of kept.keys()) {
      if (kept.size <= MAX_MATRIX_MEETINGS) break
      kept.delete(id)
    }
    return heads.map(({ id }) => found.get(id)?.listed ?? null)
  }
}
