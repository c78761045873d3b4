/** The versions of a record: list them, compare two, go back to one, and how long they are kept. */
import type { historyMethods, HistoryRow } from '../../../shared/contract/history.ts'
import type { AnyRecord } from '../../../shared/model/record.ts'
import { groupBySitting } from '../../workspace/history/sittings.ts'
import { notFound, refusedField, type Service, type ServiceContext } from '../service-context.ts'
import type { OpenWorkspace } from '../workspace/open-workspace.ts'
import { compareRecords, differingFields } from './compare-records.ts'
import { restoreVersion } from './restore-version.ts'
import { SummaryCache } from './summary-cache.ts'

/** @throws AppError NOT_FOUND when it was erased, or thinned since it was listed; DAMAGED, IO */
async function readVersion({ workspace }: OpenWorkspace, id: string, rev: number): Promise<AnyRecord> {
  const version = await workspace.readVersion(id, rev)
  if (!version) throw notFound(id, `Version ${rev} of this record is not kept any more. Nothing was changed.`)
  return version
}

const readBefore = (open: OpenWorkspace, id: string, rev: number | null): Promise<AnyRecord> | null =>
  rev === null ? null : readVersion(open, id, rev)

const versionOf = ({ rev, updatedAt, updatedBy }: AnyRecord) => ({ rev, at: updatedAt, by: updatedBy })

/** @throws AppError NOT_FOUND */
function rowsOf({ workspace }: OpenWorkspace, id: string): HistoryRow[] {
  const current = workspace.head(id)
  if (!current) throw notFound(id)
  const sittings = groupBySitting(workspace.versions(id))
  return sittings.flatMap((sitting, index) => {
    const [last, first] = [sitting[0], sitting.at(-1)]
    if (!last || !first) return []
    const { rev, at, author, bytes, pinned } = last
    return [
      { rev, since: first.at, at, by: author, bytes, pinned, current: rev === current.rev, before: sittings[index + 1]?.[0]?.rev ?? null },
    ]
  })
}

export function historyService({ session, author, announce }: ServiceContext): Service<typeof historyMethods> {
  const summaries = new SummaryCache()
  return {
    'history.list': ({ id, from, count }) =>
      session.use(async (open) => {
        const rows = rowsOf(open, id)
        return { revision: open.workspace.revision, total: rows.length, rows: rows.slice(from, from + count) }
      }),

    'history.summaries': ({ id, versions }) =>
      session.use(async (open) => {
        const found = []
        for (const { rev, before } of versions) {
          const summary = await summaries.of(`${open.workspace.info.id} ${id} ${rev} ${before}`, async () => {
            const [old, now] = [await readBefore(open, id, before), await readVersion(open, id, rev)]
            const { added, removed } = await compareRecords(old, now, false)
            return { added, removed, fields: differingFields(old, now) }
          })
          found.push({ rev, ...summary })
        }
        return found
      }),

    'history.version': ({ id, rev }) => session.use((open) => readVersion(open, id, rev)),

    'history.compare': ({ id, from, to, whole }) =>
      session.use(async (open) => {
        const [before, after] = [await readBefore(open, id, from), await readVersion(open, id, to)]
        const { fields, ...words } = await compareRecords(before, after, whole)
        return { from: before && versionOf(before), to: versionOf(after), ...words, fields: [...fields] }
      }),

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
