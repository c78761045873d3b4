/** Gives the records of a workspace as lines of JSON, with no need of its manifest or of anything derived. */
import type { WorkspaceEnvironment } from '../environment.ts'
import { filesOf, instantOf } from '../environment.ts'
import { cancelled } from '../backups/copy-file.ts'
import { withDiskFailures } from '../disk-failure.ts'
import { examineManifest } from '../examine.ts'
import type { FileSystem } from '../file-system.ts'
import type { WorkspacePaths } from '../layout.ts'
import { fileNames, pathsIn } from '../layout.ts'
import { examineFormerRecords, isFormer } from '../migrations/examine-former.ts'
import { assertHoldsWorkspace } from '../open-workspace.ts'
import type { SegmentFiles } from '../segment-files.ts'
import { recordFrames } from './record-frames.ts'
import type { DamagedFile, JournalSurvey } from './survey-journal.ts'
import { surveyBeside } from './survey-beside.ts'

export interface DumpOptions {
  /** Every version that can be read, the oldest first, instead of the current one of each record. */
  readonly history: boolean
  readonly signal?: AbortSignal
}

export interface DumpReport {
  readonly lines: number
  readonly damaged: readonly DamagedFile[]
}

/**
 * `write` takes a record's JSON in UTF-8 with a line end. Writes nothing to the workspace and takes no lock.
 * @throws AppError MISSING, NOT_A_WORKSPACE, NEWER_FORMAT, DAMAGED when nothing can be read, NO_PERMISSION, IO
 */
export function dumpRecords(
  folder: string,
  environment: Pick<WorkspaceEnvironment, 'files' | 'clock' | 'newId'>,
  { history, signal }: DumpOptions,
  write: (line: Uint8Array) => Promise<void>,
): Promise<DumpReport> {
  const files = filesOf(environment)
  const paths = pathsIn(folder)
  return withDiskFailures('opening', async () => {
    await assertHoldsWorkspace(files, paths)
    const { records, damaged, close } = await readable(files, paths, environment, history)
    try {
      let lines = 0
      for await (const json of records) {
        if (signal?.aborted) throw cancelled()
        await write(Buffer.concat([json, lineEnd]))
        lines += 1
      }
      return { lines, damaged }
    } finally {
      await close()
    }
  })
}

interface Readable {
  readonly records: AsyncIterable<Uint8Array> | Iterable<Uint8Array>
  readonly damaged: readonly DamagedFile[]
  readonly close: () => Promise<void>
}

async function readable(
  files: FileSystem,
  paths: WorkspacePaths,
  environment: Pick<WorkspaceEnvironment, 'clock' | 'newId'>,
  history: boolean,
): Promise<Readable> {
  const state = await examineManifest(files, paths.manifest)
  if (await isFormer(files, paths, state)) {
    const { status, content, reason } = await examineFormerRecords(files, paths.records)
    const damaged = status === 'sound' ? [] : [{ file: fileNames.records, reason }]
    return { records: Array.from(content?.records.values() ?? [], ({ json }) => json), damaged, close: async () => undefined }
  }
  const { survey, source } = await surveyBeside(files, paths, { newId: environment.newId, instant: instantOf(environment.clock) })
  const records = history ? versionsIn(source, survey) : latestIn(source, survey)
  return { records, damaged: survey.damaged, close: () => source.close() }
}

const lineEnd = Buffer.from('\n')

async function* latestIn(source: SegmentFiles, { latest }: JournalSurvey): AsyncGenerator<Uint8Array> {
  for (const record of latest.values()) yield await source.read(record)
}

async function* versionsIn(source: SegmentFiles, { segments, latest }: JournalSurvey): AsyncGenerator<Uint8Array> {
  for (const { name, size } of segments) {
    if (size === null) continue
    for await (const item of recordFrames(await source.fileOf(name), { size })) {
      if (item.type !== 'record' || item.header.kind === 'E' || latest.isErased(item.id, item.header.sequence)) continue
      yield item.payload
    }
  }
}
