/** Puts the parts of a workspace that may be written together. */
import type { ColumnsFile } from './columns/columns-file.ts'
import { DerivedFolder } from './columns/derived-folder.ts'
import type { RecordColumns } from './columns/record-columns.ts'
import type { WorkspaceEnvironment } from './environment.ts'
import { filesOf } from './environment.ts'
import type { FileLock } from './file-system.ts'
import type { SegmentWriter } from './journal/segment-writer.ts'
import type { OpenedWorkspace } from './journal-workspace.ts'
import type { WorkspacePaths } from './layout.ts'
import type { Manifest } from './manifest-file.ts'
import type { WorkspaceNotice } from './port.ts'
import { SegmentFiles } from './segment-files.ts'
import { WorkspaceJournal } from './workspace-journal.ts'

export interface WritableParts {
  readonly paths: WorkspacePaths
  readonly manifest: Manifest
  readonly columns: RecordColumns
  readonly columnsFile: ColumnsFile
  readonly writer: SegmentWriter
  readonly lock: FileLock
  readonly revision: number
  /** Bytes in the segments that the columns on the disk do not hold yet. */
  readonly behind: number
  readonly notices: readonly WorkspaceNotice[]
}

export function openedOf(parts: WritableParts, environment: WorkspaceEnvironment): OpenedWorkspace {
  const { paths, manifest, columns, columnsFile, writer, lock, revision, behind, notices } = parts
  const files = filesOf(environment)
  const from = { workspace: manifest.id, lineage: manifest.lineage, rowsEpoch: columns.rowsEpoch }
  return {
    manifest,
    columns,
    revision,
    source: new SegmentFiles(files, paths.segment),
    derived: new DerivedFolder(files, paths.derived, from),
    journal: new WorkspaceJournal({ paths, manifest, writer, lock, columnsFile, behind, environment }),
    lock,
    readOnly: null,
    problems: [],
    notices,
  }
}
