/** Brings the columns up to date with the segments that the manifest names, reading as little as their stamp allows. */
import type { ColumnsFile, ColumnsStamp } from './columns/columns-file.ts'
import { RecordColumns } from './columns/record-columns.ts'
import type { FileSystem } from './file-system.ts'
import { systemCode } from './file-system.ts'
import type { AcknowledgedEnd } from './journal/acknowledged.ts'
import { isBeyond, readAcknowledged } from './journal/acknowledged.ts'
import type { SegmentEnd } from './journal/segment-writer.ts'
import type { WorkspacePaths } from './layout.ts'
import type { Manifest, SealedSegment } from './manifest-file.ts'
import { segmentNames } from './manifest-file.ts'
import type { NewId } from './port.ts'
import type { Replayed, ReplayStart, SegmentDamage } from './replay-segment.ts'
import { fromTheBeginning, replaySegment } from './replay-segment.ts'
import type { SegmentPlace } from './segment-place.ts'
import type { TouchedRecord } from './touched-records.ts'
import { lyingIn, touchedBy } from './touched-records.ts'

export interface JournalDamage {
  /** The segment's file name. */
  readonly file: string
  readonly reason: string
  readonly touched: readonly TouchedRecord[]
}

export interface LoadedJournal {
  readonly columns: RecordColumns
  readonly revision: number
  /** Of the active segment. */
  readonly end: SegmentEnd
  /** What a write left that was never acknowledged; never set together with damages. */
  readonly tail: SegmentDamage | null
  readonly damages: readonly JournalDamage[]
  /** How many bytes of segments were read: what the next opening need not read again. */
  readonly bytesRead: number
}

export interface JournalFiles {
  readonly files: FileSystem
  readonly paths: WorkspacePaths
  readonly columnsFile: ColumnsFile
  readonly newId: NewId
}

export async function loadJournal(at: JournalFiles, manifest: Manifest): Promise<LoadedJournal> {
  const { files, paths, columnsFile } = at
  // before anything else: beside a writer it must not be ahead of what is read afterwards
  const mark = await readAcknowledged(files, paths.acknowledged, manifest.lineage)
  const kept = await columnsFile.read()
  const stamp = kept && isOf(kept.stamp, manifest) ? kept.stamp : null
  const sizes = await sizesOf(files, paths, manifest)
  const sealedDamage = manifest.segments.flatMap((segment) => sealedProblem(segment, sizes.get(segment.name)))
  const isSound = sealedDamage.length === 0 && !(await columnsFile.isDistrusted())
  const start = isSound && stamp ? startOf(stamp, manifest, sizes) : null
  if (kept && stamp && start) {
    const from = { ...start.from, revision: kept.columns.revision }
    const loaded = await replay(at, manifest, kept.columns, mark, { ...start, from }, null)
    if (loaded.damages.length === 0) return loaded
    // the columns took what stands around the damage; they begin anew below, and the old ones give the names
  }
  return readWholeJournal(at, manifest)
}

/** Reads every line of every segment, whatever the kept columns say; these only give names to what is damaged. */
export async function readWholeJournal({ files, paths, columnsFile, newId }: JournalFiles, manifest: Manifest): Promise<LoadedJournal> {
  const mark = await readAcknowledged(files, paths.acknowledged, manifest.lineage)
  const kept = await columnsFile.read()
  const stamp = kept && isOf(kept.stamp, manifest) ? kept.stamp : null
  const known = (stamp && kept?.columns) ?? null
  const start = { index: 0, from: fromTheBeginning }
  return replay({ files, paths }, manifest, new RecordColumns(newId()), lowerBound(mark, stamp, manifest), start, known)
}

interface Start {
  /** Which of the manifest's segments, the active one last. */
  readonly index: number
  readonly from: ReplayStart
}

const isOf = (stamp: ColumnsStamp, manifest: Manifest) => stamp.workspace === manifest.id && stamp.lineage === manifest.lineage

/** Null when the columns are of other segments than the manifest names. */
function startOf(stamp: ColumnsStamp, manifest: Manifest, sizes: ReadonlyMap<string, number>): Start | null {
  const index = stamp.segments.length
  const isSame = stamp.segments.every(
    ({ name, bytes }, at) => manifest.segments[at]?.name === name && manifest.segments[at].bytes === bytes,
  )
  const { name, size, sequence, link, frames } = stamp.active
  if (!isSame || segmentNames(manifest)[index] !== name || (sizes.get(name) ?? -1) < size) return null
  return { index, from: { size, sequence, link, frames, revision: 0 } }
}

/** Columns are written when what they hold is acknowledged, so they are as good a lower bound as the mark. */
function lowerBound(mark: AcknowledgedEnd | null, stamp: ColumnsStamp | null, manifest: Manifest): AcknowledgedEnd | null {
  if (!stamp || stamp.active.name !== manifest.active) return mark
  const { name, size, sequence, link } = stamp.active
  return mark && mark.sequence >= sequence ? mark : { segment: name, size, sequence, link }
}

async function replay(
  { files, paths }: Pick<JournalFiles, 'files' | 'paths'>,
  manifest: Manifest,
  columns: RecordColumns,
  mark: AcknowledgedEnd | null,
  { index, from }: Start,
  known: RecordColumns | null,
): Promise<LoadedJournal> {
  const damages: JournalDamage[] = []
  let revision = from.revision
  let bytesRead = 0
  let last: Replayed | null = null
  for (const [offset, name] of segmentNames(manifest).slice(index).entries()) {
    const start = offset === 0 ? from : { ...fromTheBeginning, revision }
    const sealed = manifest.segments[index + offset]
    const replayed = await replayFile(files, paths.segment(name), { name, workspace: manifest.id }, columns, start)
    if (!replayed) {
      const touched = [...lyingIn(name, 0, Number.POSITIVE_INFINITY, known)]
      damages.push({ file: name, reason: 'The file is missing.', touched })
      continue
    }
    const { end } = replayed
    const wrong = [...replayed.damages, ...(sealed && replayed.tail ? [replayed.tail] : [])]
    for (const damage of wrong) {
      const reason = sealed ? damage.reason : reasonOf(damage, name, mark)
      damages.push({ file: name, reason, touched: touchedBy(damage, name, known) })
    }
    const lost = sealed ? null : lossBelow(mark, replayed, name, known)
    if (lost) damages.push(lost)
    const misfit = wrong.length === 0 && !lost ? misfitOf(end, sealed) : ''
    if (misfit !== '') damages.push({ file: name, reason: misfit, touched: [] })
    revision = Math.max(revision, replayed.revision)
    bytesRead += end.size - start.size
    if (!sealed) last = replayed
  }
  const tail = damages.length === 0 ? (last?.tail ?? null) : null
  return { columns, revision, end: last?.end ?? from, tail, damages, bytesRead }
}

/** Null when the file is not there. */
async function replayFile(
  files: FileSystem,
  path: string,
  place: SegmentPlace,
  columns: RecordColumns,
  start: ReplayStart,
): Promise<Replayed | null> {
  try {
    const file = await files.openForReading(path)
    try {
      return await replaySegment(file, place, columns, start)
    } finally {
      await file.close()
    }
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return null
    throw error
  }
}

/** A segment that is whole, but not as it was closed; empty when it is. */
function misfitOf(end: SegmentEnd, sealed: SealedSegment | undefined): string {
  if (end.size === 0) return 'Nothing of it can be read.'
  const fits =
    !sealed || (end.size === sealed.bytes && end.sequence === sealed.last && end.link === sealed.link && end.frames === sealed.frames)
  return fits ? '' : 'It does not end where it ended when it was closed.'
}

/** What is certainly saved lies in front of it: several saves under way when the power went may leave a hole among them. */
function reasonOf({ from, reason }: SegmentDamage, active: string, mark: AcknowledgedEnd | null): string {
  const isUnsure = mark?.segment === active && from >= mark.size
  return isUnsure ? `${reason} It lies in the last saves before the program stopped, which were perhaps not confirmed.` : reason
}

function lossBelow(
  mark: AcknowledgedEnd | null,
  { end, tail }: Replayed,
  active: string,
  known: RecordColumns | null,
): JournalDamage | null {
  const isShort = mark?.segment === active && mark.size > end.size
  if (!mark || (!isShort && !isBeyond(mark, end))) return null
  const reason = tail ? `${tail.reason} What stood there had been saved.` : 'Its end is missing; what stood there had been saved.'
  const lost = { from: end.size, to: Number.POSITIVE_INFINITY, reason, text: tail?.text ?? '' }
  return { file: active, reason, touched: touchedBy(lost, active, known) }
}

async function sizesOf(files: FileSystem, paths: WorkspacePaths, manifest: Manifest): Promise<ReadonlyMap<string, number>> {
  const names = segmentNames(manifest)
  const stats = await Promise.all(names.map((name) => files.stat(paths.segment(name))))
  return new Map(names.flatMap((name, at) => (stats[at]?.kind === 'file' ? [[name, stats[at].size] as const] : [])))
}

/** Missing or of another size: the columns do not help then, because what they point to may be gone. */
const sealedProblem = ({ name, bytes }: SealedSegment, size: number | undefined): readonly string[] => (size === bytes ? [] : [name])
