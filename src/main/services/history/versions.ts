/** The versions of a record as a person counts them, and two of them beside each other. */
import type { Input, Output } from '../../../shared/contract/index.ts'
import type { HistoryRow } from '../../../shared/contract/history.ts'
import type { RecordHead } from '../../../shared/model/head.ts'
import type { AnyRecord } from '../../../shared/model/record.ts'
import { localDay } from '../../workspace/history/local-day.ts'
import { groupBySitting } from '../../workspace/history/sittings.ts'
import { LAST_SITTINGS } from '../../workspace/history/thinning.ts'
import type { RecordVersion } from '../../workspace/port.ts'
import { isAdopted } from '../records/record-patch.ts'
import { notFound } from '../service-context.ts'
import type { OpenWorkspace } from '../workspace/open-workspace.ts'
import { compareRecords } from './compare-records.ts'

/** @throws AppError NOT_FOUND when it was erased, or thinned since it was listed; DAMAGED, IO */
export async function readVersion({ workspace }: OpenWorkspace, id: string, rev: number): Promise<AnyRecord> {
  const version = await workspace.readVersion(id, rev)
  if (!version) throw notFound(id, `Version ${rev} of this record is not kept any more. Nothing was changed.`)
  return version
}

/** As {@link readVersion}; null when nothing older is kept. */
export const readBefore = (open: OpenWorkspace, id: string, rev: number | null): Promise<AnyRecord> | null =>
  rev === null ? null : readVersion(open, id, rev)

const versionOf = ({ rev, updatedAt, updatedBy }: AnyRecord) => ({ rev, at: updatedAt, by: updatedBy })

/** @throws AppError NOT_FOUND */
function sittingsOf(
  { workspace }: OpenWorkspace,
  id: string,
): { readonly current: number; readonly createdAt: string; readonly sittings: RecordVersion[][] } {
  const head = workspace.head(id)
  if (!head) throw notFound(id)
  return { current: head.rev, createdAt: head.createdAt, sittings: groupBySitting(workspace.versions(id)) }
}

/** Autosave writes every few seconds: more than one a minute would only hide the others. */
const eachMinute = (versions: readonly RecordVersion[]): RecordVersion[] =>
  versions.filter(({ at }, index) => at.slice(0, 16) !== versions[index - 1]?.at.slice(0, 16))

const rowOf = ({ rev, at, author, bytes, pinned }: RecordVersion, since: string, before: number | null, saves: number) => ({
  rev,
  since,
  at,
  by: author,
  bytes,
  pinned,
  before,
  saves,
})

/**
 * Nothing a person would miss came before it: the last ten sittings are never thinned, so that of fewer none has gone; and
 * what another format kept no versions of was made on an earlier day.
 */
const isBeginning = (first: RecordVersion, sittings: number, createdAt: string): boolean =>
  first.rev === 1 || (sittings < LAST_SITTINGS && localDay(Date.parse(createdAt)) === localDay(Date.parse(first.at)))

/** The versions as a person counts them. @throws AppError NOT_FOUND */
export function rowsOf(open: OpenWorkspace, id: string): HistoryRow[] {
  const { current, createdAt, sittings } = sittingsOf(open, id)
  return sittings.flatMap((sitting, index) => {
    const [last, first] = [sitting[0], sitting.at(-1)]
    if (!last || !first) return []
    const row = rowOf(last, first.at, sittings[index + 1]?.[0]?.rev ?? null, eachMinute(sitting).length)
    return [{ ...row, current: last.rev === current, begins: row.before === null && isBeginning(first, sittings.length, createdAt) }]
  })
}

/** The saves of the sitting that `rev` belongs to. @throws AppError NOT_FOUND */
export function savesOf(open: OpenWorkspace, id: string, rev: number): HistoryRow[] {
  const { current, sittings } = sittingsOf(open, id)
  const index = sittings.findIndex((sitting) => sitting.some((version) => version.rev === rev))
  const sitting = sittings[index]
  if (!sitting) throw notFound(id, `Version ${rev} of this record is not kept any more. Nothing was changed.`)
  const saves = eachMinute(sitting)
  return saves.map((save, at) => ({
    ...rowOf(save, save.at, (saves[at + 1] ?? sittings[index + 1]?.[0])?.rev ?? null, 1),
    current: save.rev === current,
    begins: save.rev === 1,
  }))
}

type Obstacle = Output<'history.compare'>['obstacle']

/** From the head alone: a version is also wanted where the current one is damaged. */
const obstacleTo = (rev: number, current: RecordHead): Obstacle =>
  current.rev === rev ? 'current' : current.trashedAt !== '' ? 'trashed' : isAdopted(current) ? 'adopted' : null

/** @throws AppError NOT_FOUND, DAMAGED, IO */
export async function compareVersions(
  open: OpenWorkspace,
  { id, rev, beside, whole }: Input<'history.compare'>,
): Promise<Output<'history.compare'>> {
  const rows = rowsOf(open, id)
  // a version inside a sitting is none of the rows
  const older = rows.find((row) => row.rev < rev)?.rev ?? null
  const newer = rows.findLast((row) => row.rev > rev)?.rev ?? null
  const current = open.workspace.head(id)
  if (!current) throw notFound(id)
  const other = beside === 'current' ? current.rev : beside === 'before' ? older : beside
  const [from, to] = other !== null && other > rev ? [rev, other] : [other, rev]
  const [before, after] = [await readBefore(open, id, from), await readVersion(open, id, to)]
  const { fields, ...words } = await compareRecords(before, after, whole)
  return {
    from: before && versionOf(before),
    to: versionOf(after),
    title: after.title,
    ...words,
    fields: [...fields],
    older,
    newer,
    current: { rev: current.rev, title: current.title },
    obstacle: obstacleTo(rev, current),
  }
}
