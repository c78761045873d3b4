/** Reads everything of a workspace's journal and says what is wrong with it. Writes nothing. */
import { ColumnsFile } from '../columns/columns-file.ts'
import type { RecordColumns } from '../columns/record-columns.ts'
import { newerError } from '../damaged-error.ts'
import type { ManifestState } from '../examine.ts'
import { examineManifest } from '../examine.ts'
import { systemCode, type FileSystem } from '../file-system.ts'
import type { AcknowledgedEnd } from '../journal/acknowledged.ts'
import { isBeyond, readAcknowledged } from '../journal/acknowledged.ts'
import { parseSegmentName } from '../journal/segment-head.ts'
import type { WorkspacePaths } from '../layout.ts'
import { fileNames } from '../layout.ts'
import type { Manifest, SealedSegment } from '../manifest-file.ts'
import { segmentNames } from '../manifest-file.ts'
import { misplacedAs } from '../segment-place.ts'
import { aheadOf, lookAround, strayFiles } from '../stray-files.ts'
import { backupCopies } from './backup-copies.ts'
import { LatestRecords } from './latest-records.ts'
import type { RebuildEnvironment } from './rebuild-manifest.ts'
import { rebuildManifest } from './rebuild-manifest.ts'
import type { SegmentSurvey } from './survey-segment.ts'
import { surveySegment } from './survey-segment.ts'

export interface SurveyedSegment extends SegmentSurvey {
  /** What the manifest says of it; null for the active one, and where there is no manifest. */
  readonly sealed: SealedSegment | null
  /** One English sentence; empty when it is sound. A torn tail that was never acknowledged is no damage. */
  readonly problem: string
}

export interface DamagedFile {
  /** Its name. */
  readonly file: string
  readonly reason: string
}

export interface JournalSurvey {
  /** As it stands, or as it can be made again. */
  readonly manifest: Manifest
  /** Files of the manifest and of segments that are missing or damaged. */
  readonly damaged: readonly DamagedFile[]
  /** In order, the active one last. */
  readonly segments: readonly SurveyedSegment[]
  /** Readable files of the generation before and copies from backups, where something is damaged. */
  readonly former: readonly SegmentSurvey[]
  /** Of all that can be read. */
  readonly latest: LatestRecords
  /** The last that was certainly acknowledged. */
  readonly mark: AcknowledgedEnd | null
  /** Columns from before the damage, to name what is lost. */
  readonly known: RecordColumns | null
}

/** @throws AppError NEWER_FORMAT, DAMAGED when neither manifest nor segments tell what there was; system errors */
export async function surveyJournal(files: FileSystem, paths: WorkspacePaths, environment: RebuildEnvironment): Promise<JournalSurvey> {
  const state = await examineManifest(files, paths.manifest)
  if (state.status === 'newer') throw newerError(state.version)
  const previous = await examineManifest(files, paths.previousManifest)
  const problem = await manifestProblem(files, paths, state)
  const isSound = problem === '' && state.content !== null
  const { manifest, formerNames } =
    isSound && state.content
      ? { manifest: state.content, formerNames: namesOnlyIn(previous.content, state.content) }
      : await rebuildManifest(files, paths, state.content ?? previous.content, environment)

  const latest = new LatestRecords()
  const read = (name: string) => surveySegment(files, paths.segment(name), name, manifest.id, (frame) => latest.take(frame, name))
  const { mark, known } = await boundsOf(files, paths, manifest)
  const sealed = new Map(isSound ? manifest.segments.map((segment) => [segment.name, segment]) : [])
  const segments: SurveyedSegment[] = []
  for (const name of segmentNames(manifest)) {
    const survey = await read(name)
    const said = sealed.get(name) ?? null
    const bound = name === manifest.active ? (mark?.sequence ?? 0) : Number.POSITIVE_INFINITY
    for (const record of survey.behind) if (record.header.sequence <= bound) latest.take(record, name)
    segments.push({ ...survey, sealed: said, problem: problemOf(survey, said, manifest, mark) })
  }
  const wrong = segments.filter(({ problem }) => problem !== '').map(({ name, problem }) => ({ file: name, reason: problem }))
  const former: SegmentSurvey[] = []
  if (wrong.length > 0) {
    for (const name of formerNames) former.push(await read(name))
    const damagedNames = wrong.map(({ file }) => file)
    for (const name of await backupCopies(files, paths, manifest, damagedNames))
      if (await canBeRead(files, paths, name, manifest.id)) former.push(await read(name))
  }
  const damaged = isSound ? wrong : [{ file: fileNames.manifest, reason: problem }, ...gapsIn(segments), ...wrong]
  return { manifest, damaged, segments, former: former.filter(({ first }) => first > 0), latest, mark, known }
}

/** What lies with the backups may be on a disk that fails: then it is no help, and no hindrance either. */
async function canBeRead(files: FileSystem, paths: WorkspacePaths, name: string, workspace: string): Promise<boolean> {
  try {
    return (await surveySegment(files, paths.segment(name), name, workspace, () => undefined)).size !== null
  } catch (error) {
    if (systemCode(error) === '') throw error
    return false
  }
}

/** One that is sound by itself may have been put back by another program; then it does not name the latest records. */
async function manifestProblem(files: FileSystem, paths: WorkspacePaths, state: ManifestState): Promise<string> {
  if (state.status !== 'sound') return state.reason
  return aheadOf(strayFiles(await lookAround(files, paths), state.content))[0]?.reason ?? ''
}

/** Compaction keeps the generation before; a manifest of another lineage tells of other changes. */
function namesOnlyIn(previous: Manifest | null, manifest: Manifest): readonly string[] {
  if (previous?.lineage !== manifest.lineage) return []
  const present = new Set(segmentNames(manifest))
  return segmentNames(previous).filter((name) => !present.has(name))
}

/** Columns are written when what they hold is acknowledged, so they are a lower bound as well. */
async function boundsOf(
  files: FileSystem,
  paths: WorkspacePaths,
  { id, lineage, active }: Manifest,
): Promise<{ readonly mark: AcknowledgedEnd | null; readonly known: RecordColumns | null }> {
  const mark = await readAcknowledged(files, paths.acknowledged, lineage)
  const kept = await new ColumnsFile(files, paths.derived).read()
  if (kept?.stamp.workspace !== id || kept.stamp.lineage !== lineage) return { mark, known: null }
  const { name, size, sequence, link } = kept.stamp.active
  const isHigher = name === active && sequence > (mark?.sequence ?? 0)
  return { mark: isHigher ? { segment: name, size, sequence, link } : mark, known: kept.columns }
}

function problemOf(
  { name, size, head, damages, end, hasTail }: SegmentSurvey,
  sealed: SealedSegment | null,
  manifest: Manifest,
  mark: AcknowledgedEnd | null,
): string {
  if (size === null) return 'The file is missing.'
  const misplaced = head ? misplacedAs(head, { name, workspace: manifest.id }) : ''
  if (misplaced !== '') return misplaced
  const inside = damages.find(({ from }) => from < end.size)
  if (inside) return inside.reason
  if (!head) return 'Nothing of it can be read.'
  if (name !== manifest.active) {
    if (hasTail) return damages[0]?.reason ?? 'Its last change is not whole.'
    const fits = !sealed || (end.size === sealed.bytes && end.sequence === sealed.last && end.link === sealed.link)
    return fits ? '' : 'It does not end where it ended when it was closed.'
  }
  return isBeyond(mark, end) ? 'Its end is missing or damaged; what stood there had been saved.' : ''
}

/** Without a manifest a segment that is missing as a whole shows in what the next one says of the end of the one before. */
function gapsIn(segments: readonly SurveyedSegment[]): DamagedFile[] {
  return segments.flatMap(({ name, head }, index) => {
    const before = segments[index - 1]
    // compaction may have taken the last lines of a rewritten one away
    const isRewritten = before !== undefined && parseSegmentName(before.name)?.generation !== 0
    const isWhole = !head?.after || isRewritten || before?.end.sequence === head.after.sequence
    return isWhole ? [] : [{ file: name, reason: 'A segment before it is missing.' }]
  })
}
