/** The versions of a record: list them, compare two, go back to one, and how long they are kept. */
import type { historyMethods } from '../../../shared/contract/history.ts'
import { attachmentChanges } from '../../../shared/model/attachment-changes.ts'
import { notFound, refusedField, type Service, type ServiceContext } from '../service-context.ts'
import { compareRecords, differingFields } from './compare-records.ts'
import { sameAs } from './same-as.ts'
import { restoreVersion } from './restore-version.ts'
import { unlessDamaged } from '../../workspace/unless-damaged.ts'
import type { OpenWorkspace } from '../workspace/open-workspace.ts'
import { SummaryCache, UNREADABLE } from './summary-cache.ts'
import { compareVersions, readBefore, readVersion, rowsOf, savesOf } from './versions.ts'

/** Handles `history.*`: lists versions, compares two, goes back to one, and sets how long they are kept. */
export function historyService({ session, author, announce }: ServiceContext): Service<typeof historyMethods> {
  /** One for each opening: what lies under an id and a revision may be another after a backup was put back. */
  const summaries = new WeakMap<OpenWorkspace, SummaryCache>()
  const summariesOf = (open: OpenWorkspace): SummaryCache => {
    const known = summaries.get(open) ?? new SummaryCache()
    summaries.set(open, known)
    return known
  }
  return {
    'history.list': ({ id, sitting, from, count }) =>
      session.use(async (open) => {
        const rows = sitting === null ? rowsOf(open, id) : savesOf(open, id, sitting)
        return { revision: open.workspace.revision, total: rows.length, rows: rows.slice(from, from + count) }
      }),

    'history.summaries': ({ id, versions }) =>
      session.use(async (open) => {
        const found = []
        // a record that was erased and came back has its revisions again
        const times = new Map(open.workspace.versions(id).map(({ rev, at }) => [rev, at]))
        for (const { rev, before } of versions) {
          const summary = await summariesOf(open).of(
            `${id} ${rev} ${times.get(rev) ?? ''} ${before} ${times.get(before ?? 0) ?? ''}`,
            async () => {
              const old = await unlessDamaged(Promise.resolve(readBefore(open, id, before)))
              const now = await unlessDamaged(readVersion(open, id, rev))
              if (old === 'damaged' || now === 'damaged') return UNREADABLE
              const { added, removed } = await compareRecords(old, now, false)
              const files = attachmentChanges(old?.attachments ?? [], now.attachments)
              return { added, removed, fields: differingFields(old, now), files, sameAs: await sameAs(open, now), unreadable: false }
            },
          )
          const { files, ...rest } = summary
          const { added, removed, renamed } = files
          found.push({ rev, ...rest, files: { added: [...added], removed: [...removed], renamed: [...renamed] } })
        }
        return found
      }),

    'history.version': ({ id, rev }) => session.use((open) => readVersion(open, id, rev)),

    'history.compare': (request) => session.use((open) => compareVersions(open, request)),

    /** A version of its own, which the window can undo, also when the text alone differs. */
    'history.restore': ({ id, rev, baseRev, title }, { client }) =>
      session.use(async (open) => {
        const version = await readVersion(open, id, rev)
        const { value, commit } = await open.change(
          author(),
          client,
          (transaction) => restoreVersion(transaction, version, { id, baseRev, title }, open.index),
          { kind: 'command' },
        )
        const record = await open.workspace.read(id)
        if (!record) throw notFound(id)
        return { record, commit, leftOut: value }
      }),

    'history.settings': () => session.use(async ({ workspace }) => workspace.settings.history),

    'history.configure': (history) =>
      session.use(async ({ workspace }) => {
        if (history.dailyDays < history.allDays) {
          throw refusedField(
            'dailyDays',
            'lessThanAll',
            `The last version of each day cannot be kept for fewer days (${history.dailyDays}) than every version (${history.allDays}).`,
          )
        }
        await workspace.configure({ ...workspace.settings, history })
        announce()
        return history
      }),
  }
}
