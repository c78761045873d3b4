/** Compaction of an open workspace. */
import type { RecordColumns } from '../columns/record-columns.ts'
import type { Committer } from '../committer.ts'
import { diskFailure } from '../disk-failure.ts'
import type { WorkspaceEnvironment } from '../environment.ts'
import { filesOf } from '../environment.ts'
import { DamagedFileError } from '../json-file.ts'
import type { ReadOnlyReason } from '../port.ts'
import type { VersionSource } from '../segment-files.ts'
import type { WorkspaceJournal } from '../workspace-journal.ts'
import { SEGMENT_BYTES } from '../workspace-journal.ts'
import { Compaction } from './compaction.ts'

export interface CompactedWorkspace {
  readonly columns: RecordColumns
  readonly journal: WorkspaceJournal
  readonly committer: Committer
  readonly source: VersionSource
  readonly environment: WorkspaceEnvironment
  /** @throws AppError READ_ONLY when nothing may be written any more */
  readonly assertWritable: () => void
  /** The disk has failed: no more changes. */
  readonly onReadOnly: (reason: ReadOnlyReason) => void
  /** A segment is not as it was closed. */
  readonly onDamage: () => void
}

export function compactionOf(workspace: CompactedWorkspace): Compaction {
  const { columns, journal, committer, source, environment, assertWritable, onReadOnly, onDamage } = workspace
  /** What leaves the manifest unknown ends all writing, as it does for a save. */
  const guarded = async (work: () => Promise<void>): Promise<void> => {
    assertWritable()
    try {
      await work()
    } catch (error) {
      const { readOnly } = diskFailure(error, 'saving')
      if (readOnly !== null) onReadOnly(readOnly)
      throw error
    }
  }
  return new Compaction(
    {
      files: filesOf(environment),
      paths: journal.paths,
      columns,
      clock: environment.clock,
      segmentBytes: environment.segmentBytes ?? SEGMENT_BYTES,
      manifest: () => journal.manifest,
      alone: (work) => committer.between(work),
      rotate: () => guarded(() => journal.rotate(committer.revision)),
      replaceManifest: (next) => guarded(() => journal.replaceManifest(next)),
      forget: (segment) => source.forget(segment),
      checkpoint: () => journal.writeColumns(columns),
    },
    {
      onProblem(error) {
        if (error instanceof DamagedFileError) onDamage()
        process.emitWarning(error instanceof Error ? error : String(error))
      },
    },
  )
}
