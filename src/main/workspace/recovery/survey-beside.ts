/** Surveys a journal perhaps beside a writer, who may rewrite segments and let go of those of before while we read. */
import { setImmediate } from 'node:timers/promises'
import { examineManifest } from '../examine.ts'
import { systemCode, type FileSystem } from '../file-system.ts'
import type { WorkspacePaths } from '../layout.ts'
import { SegmentFiles } from '../segment-files.ts'
import type { RebuildEnvironment } from './rebuild-manifest.ts'
import { surveyJournal, type JournalSurvey } from './survey-journal.ts'

export interface HeldSurvey {
  readonly survey: JournalSurvey
  /** With every file open that was surveyed: it may be gone later. To be closed. */
  readonly source: SegmentFiles
}

/** How often a writer may replace what is being read. */
const TRIES = 8

/**
 * What is missing or damaged and has another manifest a moment later was not damaged, but replaced: then all is read anew.
 * @throws as {@link surveyJournal}
 */
export async function surveyBeside(files: FileSystem, paths: WorkspacePaths, environment: RebuildEnvironment): Promise<HeldSurvey> {
  for (let tries = 1; ; tries += 1) {
    const isLast = tries === TRIES
    const before = await manifestOf(files, paths)
    const source = new SegmentFiles(files, paths.segment)
    try {
      const survey = await surveyJournal(files, paths, environment)
      const isHeld = await holdAll(source, survey)
      const isQuiet = survey.damaged.length === 0 || (await manifestOf(files, paths)) === before
      if ((isHeld && isQuiet) || isLast) return { survey, source }
    } catch (error) {
      await source.close()
      // listed a moment ago and gone when it was opened
      if (isLast || systemCode(error) !== 'ENOENT' || (await manifestOf(files, paths)) === before) throw error
      continue
    }
    await source.close()
    await setImmediate()
  }
}

/** False when one of them has gone since. */
async function holdAll(source: SegmentFiles, { segments, former }: JournalSurvey): Promise<boolean> {
  for (const { name, size } of [...segments, ...former]) if (size !== null && !(await source.openIfThere(name))) return false
  return true
}

const manifestOf = async (files: FileSystem, paths: WorkspacePaths) =>
  JSON.stringify((await examineManifest(files, paths.manifest)).content)
