/** A workspace whose records are all in memory, for reading: of a format without a journal, or of a newer one. */
import { RecordColumns } from './columns/record-columns.ts'
import type { WorkspaceEnvironment } from './environment.ts'
import { JournalWorkspace } from './journal-workspace.ts'
import { segmentName } from './journal/segment-head.ts'
import { SCHEMA_VERSION } from './layout.ts'
import type { Manifest } from './manifest-file.ts'
import { DEFAULT_SETTINGS, MANIFEST_FORMAT } from './manifest-file.ts'
import { fixedMark, isPinned } from './pinned.ts'
import type { ReadOnlyReason, Workspace, WorkspaceProblem } from './port.ts'
import { HeldVersions } from './segment-files.ts'
import type { StoredRecord } from './stored-record.ts'
import { recordOf } from './stored-record.ts'

export interface HeldRecords {
  readonly revision: number
  readonly records: ReadonlyMap<string, StoredRecord>
  readonly problems: readonly WorkspaceProblem[]
}

export function heldWorkspace(
  { id, name, sample, readOnly }: Pick<Manifest, 'id' | 'name' | 'sample'> & { readonly readOnly: ReadOnlyReason },
  { revision, records, problems }: HeldRecords,
  environment: WorkspaceEnvironment,
): Workspace {
  const manifest: Manifest = {
    format: MANIFEST_FORMAT,
    schemaVersion: SCHEMA_VERSION,
    id,
    name,
    sample,
    createdAt: '',
    lineage: '',
    settings: DEFAULT_SETTINGS,
    segments: [],
    active: segmentName(1, 0),
    discarded: [],
  }
  const columns = columnsOf([...records.values()], revision, environment.newId())
  const source = new HeldVersions(Array.from(records.values(), ({ json }) => json))
  const derived = { read: async () => undefined, write: async () => undefined, place: () => null, close: async () => undefined }
  const opened = { manifest, columns, revision, source, derived, journal: null, lock: null, readOnly, problems, notices: [] }
  return new JournalWorkspace(opened, environment)
}

function columnsOf(records: readonly StoredRecord[], revision: number, epoch: string): RecordColumns {
  const columns = new RecordColumns(epoch)
  columns.apply(
    records.map((stored, offset) => {
      const record = recordOf(stored)
      const place = { segment: HeldVersions.segment, offset, length: stored.json.length, crc: 0 }
      const pinned = isPinned(record, true)
      const { updatedAt: at, updatedBy: author, createdBy } = record
      return {
        head: stored.head,
        place,
        at,
        author,
        createdBy,
        own: pinned,
        pinned,
        fixed: fixedMark(record),
        sequence: offset + 1,
        revision,
      }
    }),
  )
  return columns
}
