/**
 * Puts together a workspace from everything that can be read of a damaged one. The damaged files are kept in
 * `set-aside/`; until the new manifest is in place the old state stands, from then on the new one does.
 */
import { basename, join, relative } from 'node:path'
import { AppError } from '../../../shared/errors.ts'
import { withDiskFailures } from '../disk-failure.ts'
import type { WorkspaceEnvironment } from '../environment.ts'
import { filesOf, instantOf } from '../environment.ts'
import { examineManifest } from '../examine.ts'
import type { FileSystem } from '../file-system.ts'
import { parseSegmentName, segmentHeadOf } from '../journal/segment-head.ts'
import type { WorkspacePaths } from '../layout.ts'
import { fileNames, pathsIn } from '../layout.ts'
import type { Manifest, SealedSegment } from '../manifest-file.ts'
import { manifestCodec } from '../manifest-file.ts'
import { isFormer } from '../migrations/examine-former.ts'
import { assertHoldsWorkspace } from '../open-workspace.ts'
import { removeIfThere, replaceFile } from '../replace-file.ts'
import { isMixedUp } from '../segment-place.ts'
import { lockWorkspace } from '../workspace-lock.ts'
import { planFormer, salvageFormer } from './salvage-former.ts'
import type { RecordFates } from './record-fates.ts'
import { recordFates } from './record-fates.ts'
import { segmentFiles } from './rebuild-manifest.ts'
import { rewriteSegment } from './rewrite-segment.ts'
import { setAside } from './set-aside.ts'
import type { DamagedFile, JournalSurvey, SurveyedSegment } from './survey-journal.ts'
import { surveyJournal } from './survey-journal.ts'

export interface SalvageReport extends RecordFates {
  /** False when nothing was damaged, and for a plan. */
  readonly changed: boolean
  /** The folder that keeps the damaged files, as a path in the workspace; empty when there is none. */
  readonly setAside: string
  readonly damaged: readonly DamagedFile[]
  /** How many records there are then, those in the trash too. */
  readonly records: number
}

/**
 * What {@link salvageWorkspace} would do. Writes nothing and takes no lock.
 * @throws as {@link salvageWorkspace}, but not LOCKED
 */
export function planSalvage(folder: string, environment: WorkspaceEnvironment): Promise<SalvageReport> {
  const files = filesOf(environment)
  const paths = pathsIn(folder)
  return withDiskFailures('opening', async () => {
    await assertHoldsWorkspace(files, paths)
    if (await isFormer(files, paths, await examineManifest(files, paths.manifest))) return planFormer(files, paths)
    const survey = await surveyJournal(files, paths, { newId: environment.newId, instant: instantOf(environment.clock) })
    return { changed: false, setAside: '', ...reportOf(survey) }
  })
}

/**
 * Does nothing to a workspace that is sound.
 * @throws AppError DAMAGED when nothing at all can be read, NEWER_FORMAT, LOCKED, MISSING, NOT_A_WORKSPACE, DISK_FULL,
 * NO_PERMISSION, READ_ONLY, IO. Then the old state stands.
 */
export function salvageWorkspace(folder: string, environment: WorkspaceEnvironment): Promise<SalvageReport> {
  const files = filesOf(environment)
  const paths = pathsIn(folder)
  return withDiskFailures('opening', async () => {
    await assertHoldsWorkspace(files, paths)
    const lock = await lockWorkspace(paths, environment)
    try {
      if (await isFormer(files, paths, await examineManifest(files, paths.manifest))) return await salvageFormer(paths, environment)
      const instant = instantOf(environment.clock)
      const survey = await surveyJournal(files, paths, { newId: environment.newId, instant })
      const report = reportOf(survey)
      if (survey.damaged.length === 0) return { changed: false, setAside: '', ...report }
      const lineage = environment.newId()
      const { manifest, replaced } = await rewritten(files, paths, survey, lineage)
      const kept = await setAside(files, paths, instant, [
        fileNames.manifest,
        fileNames.previousManifest,
        ...replaced.map((name) => join(basename(paths.segments), name)),
      ])
      await replaceFile(files, paths.manifest, manifestCodec.encode(manifest))
      // from here on the new state stands; what follows only tidies up, and opening does without it
      await replaceFile(files, paths.previousManifest, manifestCodec.encode(manifest))
      for (const name of replaced) await removeIfThere(files, paths.segment(name))
      await removeIfThere(files, paths.acknowledged)
      return { changed: true, setAside: relative(paths.folder, kept), ...report }
    } finally {
      await lock.release()
    }
  })
}

function reportOf(survey: JournalSurvey): Omit<SalvageReport, 'changed' | 'setAside'> {
  const { damaged, latest } = survey
  return { damaged, records: [...latest.values()].length, ...recordFates(survey) }
}

interface NewState {
  readonly manifest: Manifest
  /** Names of the segments' files that it does not use any more. */
  readonly replaced: readonly string[]
}

async function rewritten(files: FileSystem, paths: WorkspacePaths, survey: JournalSurvey, lineage: string): Promise<NewState> {
  const entries: SealedSegment[] = []
  const replaced: string[] = []
  for (const [index, segment] of survey.segments.entries()) {
    if (segment.problem === '') {
      entries.push(sealedOf(segment))
      continue
    }
    replaced.push(segment.name)
    const entry = await rewriteOne(files, paths, survey, index, lineage)
    if (entry) entries.push(entry)
  }
  const active = entries.pop()
  if (!active) throw nothingReadable(survey)
  const end = parseSegmentName(active.name)?.first ?? 0
  const isBehind = (name: string) => (parseSegmentName(name)?.first ?? 0) > end
  // what cannot be read behind the new end would look like records that the manifest does not name
  const behind = (await segmentFiles(files, paths.segments)).filter(isBehind)
  const manifest = {
    ...survey.manifest,
    lineage,
    segments: entries,
    active: active.name,
    discarded: [...new Set([...replaced, ...behind])],
  }
  return { manifest, replaced: manifest.discarded }
}

const sealedOf = ({ name, first, end }: SurveyedSegment): SealedSegment => ({
  name,
  bytes: end.size,
  frames: end.frames,
  first,
  last: end.sequence,
  link: end.link,
})

async function rewriteOne(
  files: FileSystem,
  paths: WorkspacePaths,
  { segments, former, latest, mark, manifest }: JournalSurvey,
  index: number,
  lineage: string,
): Promise<SealedSegment | null> {
  const segment = segments[index]
  if (!segment) return null
  const { name, size, head, end } = segment
  const first = parseSegmentName(name)?.first ?? 1
  const next = segments[index + 1]
  const to = next ? (parseSegmentName(next.name)?.first ?? Number.POSITIVE_INFINITY) : Number.POSITIVE_INFINITY
  const isActive = name === manifest.active
  const { id: workspace } = manifest
  const isOther = head !== null && head.workspace !== workspace
  const isForeign = isOther || isMixedUp(head, { name, workspace })
  const sources = [
    ...(size === null || isOther ? [] : [name]),
    // what should lie here may lie under another one's name
    ...segments.filter((other) => other !== segment && isMixedUp(other.head, { name: other.name, workspace })).map((other) => other.name),
    ...former.filter((survey) => survey.end.sequence >= first && survey.first < to).map((survey) => survey.name),
  ]
  const newHead = segmentHeadOf({
    ...(head ? { codec: head.codec } : {}),
    workspace,
    lineage,
    generation: await freeGeneration(files, paths, name),
    first,
    revision: head && !isForeign ? head.revision : (segments[index - 1]?.revision ?? 0),
    after: isForeign ? null : (head?.after ?? null),
  })
  const done = await rewriteSegment(files, {
    folder: paths.segments,
    sources,
    from: first + 1,
    to,
    head: newHead,
    keeps: ({ header: { sequence }, id, offset }, source) => {
      // a change that was never written to its end was never acknowledged, unless the mark says so
      const isTorn = isActive && source === name && offset >= end.size && sequence > (mark?.sequence ?? 0)
      return !isTorn && !latest.isErased(id, sequence)
    },
  })
  return done && { name: done.name, bytes: done.size, frames: done.frames, first, last: done.sequence, link: done.link }
}

/** The name that is replaced may be that of a file that is missing. */
async function freeGeneration(files: FileSystem, paths: WorkspacePaths, replaced: string): Promise<number> {
  const first = parseSegmentName(replaced)?.first
  const taken = [replaced, ...(await segmentFiles(files, paths.segments))].map(parseSegmentName)
  return Math.max(-1, ...taken.map((parsed) => (parsed?.first === first ? (parsed?.generation ?? -1) : -1))) + 1
}

function nothingReadable({ damaged }: JournalSurvey): AppError {
  const [first] = damaged
  return new AppError('DAMAGED', 'No record of the workspace can be read. Nothing was changed; restore a backup.', {
    file: first?.file ?? '',
    reason: first?.reason ?? '',
    previous: null,
    openReadOnly: false,
  })
}
