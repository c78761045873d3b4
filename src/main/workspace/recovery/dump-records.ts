/** Gives the records of a workspace as lines of JSON, with no need of its manifest or of anything derived. */
import type { WorkspaceEnvironment } from '../environment.ts'
import { filesOf, instantOf } from '../environment.ts'
import { cancelled } from '../backups/copy-file.ts'
import { withDiskFailures } from '../disk-failure.ts'
import { examineManifest } from '../examine.ts'
import type { FileSystem, ReadableFile } from '../file-system.ts'
import { readPayload } from '../journal/segment-reader.ts'
import type { WorkspacePaths } from '../layout.ts'
import { fileNames, pathsIn } from '../layout.ts'
import { examineFormerRecords, isFormer } from '../migrations/examine-former.ts'
import { assertHoldsWorkspace } from '../open-workspace.ts'
import { recordFrames } from './record-frames.ts'
import type { DamagedFile, JournalSurvey } from './survey-journal.ts'
import { surveyJournal } from './survey-journal.ts'

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
    const { records, damaged } = await readable(files, paths, environment, history)
    let lines = 0
    for await (const json of records) {
      if (signal?.aborted) throw cancelled()
      await write(Buffer.concat([json, lineEnd]))
      lines += 1
    }
    return { lines, damaged }
  })
}

interface Readable {
  readonly records: AsyncIterable<Uint8Array> | Iterable<Uint8Array>
  readonly damaged: readonly DamagedFile[]
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
    return { records: Array.from(content?.records.values() ?? [], ({ json }) => json), damaged }
  }
  const survey = await surveyJournal(files, paths, { newId: environment.newId, instant: instantOf(environment.clock) })
  return { records: history ? versionsIn(files, paths, survey) : latestIn(files, paths, survey), damaged: survey.damaged }
}

const lineEnd = Buffer.from('\n')

async function* latestIn(files: FileSystem, paths: WorkspacePaths, { latest }: JournalSurvey): AsyncGenerator<Uint8Array> {
  const opened = new Map<string, ReadableFile>()
  try {
    for (const { segment, offset, length, crc } of latest.values()) {
      const file = opened.get(segment) ?? (await files.openForReading(paths.segment(segment)))
      opened.set(segment, file)
      yield await readPayload(file, offset, length, crc)
    }
  } finally {
    for (const file of opened.values()) await file.close()
  }
}

async function* versionsIn(files: FileSystem, paths: WorkspacePaths, { segments, latest }: JournalSurvey): AsyncGenerator<Uint8Array> {
  for (const { name, size } of segments) {
    if (size === null) continue
    const file = await files.openForReading(paths.segment(name))
    try {
      for await (const item of recordFrames(file, { size })) {
        if (item.type !== 'record' || item.header.kind === 'E' || latest.isErased(item.id, item.header.sequence)) continue
        yield item.payload
      }
    } finally {
      await file.close()
    }
  }
}
