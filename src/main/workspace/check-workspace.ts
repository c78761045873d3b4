/** Reads everything in a workspace and says in words what stands. Writes nothing and takes no lock. */
import { AppError } from '../../shared/errors.ts'
import type { Kind } from '../../shared/model/common.ts'
import { kinds } from '../../shared/model/common.ts'
import { withDiskFailures } from './disk-failure.ts'
import type { WorkspaceEnvironment } from './environment.ts'
import { filesOf, instantOf } from './environment.ts'
import type { ManifestState } from './examine.ts'
import { examineManifest } from './examine.ts'
import type { FileSystem } from './file-system.ts'
import type { WorkspacePaths } from './layout.ts'
import { fileNames, pathsIn } from './layout.ts'
import { isFormer } from './migrations/examine-former.ts'
import { assertHoldsWorkspace } from './open-workspace.ts'
import { checkAttachments, checkBackups, checkDerived, checkSegmentsFolder, checkSurroundings } from './recovery/check-files.ts'
import { checkFormer } from './recovery/check-former.ts'
import { checkRecords } from './recovery/check-records.ts'
import { recordFates } from './recovery/record-fates.ts'
import type { JournalSurvey, SurveyedSegment } from './recovery/survey-journal.ts'
import { surveyBeside } from './recovery/survey-beside.ts'
import type { VersionSource } from './segment-files.ts'

export interface CheckFinding {
  /** `problem`: something is lost or cannot be read. `notice`: worth knowing, nothing is wrong. */
  readonly level: 'ok' | 'notice' | 'problem'
  /** One English sentence or two. */
  readonly text: string
}

export interface CheckReport {
  /** No finding is a problem. */
  readonly sound: boolean
  readonly name: string
  readonly revision: number
  /** Records that can be read, those in the trash too. */
  readonly records: Readonly<Record<Kind, number>>
  readonly inTrash: number
  readonly findings: readonly CheckFinding[]
}

/** @throws AppError MISSING, NOT_A_WORKSPACE, NO_PERMISSION, IO. A damaged workspace is a report, not an error. */
export function checkWorkspace(folder: string, environment: Pick<WorkspaceEnvironment, 'files' | 'clock' | 'newId'>): Promise<CheckReport> {
  const files = filesOf(environment)
  const paths = pathsIn(folder)
  return withDiskFailures('opening', async () => {
    await assertHoldsWorkspace(files, paths)
    const manifest = await examineManifest(files, paths.manifest)
    if (await isFormer(files, paths, manifest)) return checkFormer(files, paths, manifest)
    try {
      const { survey, source } = await surveyBeside(files, paths, { newId: environment.newId, instant: instantOf(environment.clock) })
      try {
        return await checkJournal(files, paths, survey, source)
      } finally {
        await source.close()
      }
    } catch (error) {
      if (!(error instanceof AppError) || !['DAMAGED', 'NEWER_FORMAT'].includes(error.code)) throw error
      return { ...nothing, name: manifest.content?.name ?? '', findings: [{ level: 'problem', text: error.message }] }
    }
  })
}

const noRecords = Object.fromEntries(kinds.map((kind) => [kind, 0])) as Record<Kind, number>
const nothing = { sound: false, revision: 0, records: noRecords, inTrash: 0 }

async function checkJournal(files: FileSystem, paths: WorkspacePaths, survey: JournalSurvey, source: VersionSource): Promise<CheckReport> {
  const { manifest, damaged, segments, latest } = survey
  const previous = await examineManifest(files, paths.previousManifest)
  const { records, inTrash, problems, attachments } = await checkRecords(source, latest)
  const attached = await checkAttachments(files, paths.folder, attachments)
  const isProblem = ({ level }: CheckFinding) => level === 'problem'
  const findings: CheckFinding[] = [
    // a person knows the records; which file it is comes after
    ...fateFindings(survey),
    ...problems.map(problem),
    ...attached.filter(isProblem),
    ...damaged.map(({ file, reason }) => problem(`${file}: ${reason}`)),
    ...(damaged.some(({ file }) => file === fileNames.manifest) ? [] : [ok(`${fileNames.manifest} is sound.`)]),
    ...segmentFindings(segments),
    previousFinding(previous),
    ...(await checkSegmentsFolder(files, paths, manifest, previous.content)),
    ...(await checkDerived(files, paths, manifest)),
    ...attached.filter((finding) => !isProblem(finding)),
    ...(await checkBackups(files, paths.folder, manifest.id)),
    ...(await checkSurroundings(files, paths.folder)),
  ]
  return {
    sound: !findings.some(isProblem),
    name: manifest.name,
    revision: Math.max(0, ...segments.map(({ revision }) => revision)),
    records,
    inTrash,
    findings,
  }
}

const problem = (text: string): CheckFinding => ({ level: 'problem', text })
const ok = (text: string): CheckFinding => ({ level: 'ok', text })

function fateFindings(survey: JournalSurvey): CheckFinding[] {
  if (survey.damaged.length === 0) return []
  const { fellBack, lost, unnamed } = recordFates(survey)
  const named = (title: string, id: string) => (title === '' ? `Record ${id}` : `“${title}”`)
  return [
    ...lost.map(({ id, title }) => problem(`${named(title, id)}: no version of it can be read.`)),
    ...fellBack.map(({ id, title }) => problem(`${named(title, id)}: its latest version cannot be read, an older one can.`)),
    ...(unnamed > 0 ? [problem(`${unnamed} damaged places do not tell which records they touch.`)] : []),
  ]
}

function segmentFindings(segments: readonly SurveyedSegment[]): CheckFinding[] {
  const sound = segments.filter((segment) => segment.problem === '')
  const frames = sound.reduce((sum, { end }) => sum + end.frames, 0)
  const torn = sound.find(({ hasTail }) => hasTail)
  return [
    ...(sound.length > 0 ? [ok(`${sound.length} of ${segments.length} segments are sound, ${frames} lines.`)] : []),
    ...(torn
      ? [
          {
            level: 'notice' as const,
            text: `The end of segments/${torn.name} is a write that was never confirmed; the next opening cuts it off and keeps a copy.`,
          },
        ]
      : []),
  ]
}

function previousFinding({ status, reason }: ManifestState): CheckFinding {
  const name = fileNames.previousManifest
  if (status === 'missing') return ok(`There is no ${name} yet.`)
  if (status === 'sound') return ok(`${name}, the one before, is sound.`)
  return { level: 'notice', text: `${name}, the one before, cannot be used: ${reason} The next change of the manifest replaces it.` }
}
