/** What the first version of the datastore knows of the sitting only: rows, the versions written in it, what changed. */
import { randomUUID } from 'node:crypto'
import type { AnyRecord } from '../../shared/model/record.ts'
import type { Commit, DerivedFiles, RecordVersion } from './port.ts'
import type { RecordChanges, RecordTable } from './record-table.ts'
import type { StoredRecord } from './stored-record.ts'
import { recordOf } from './stored-record.ts'

interface KeptVersion {
  readonly stored: StoredRecord
  readonly own: boolean
}

function isPinned(record: AnyRecord): boolean {
  if (record.kind === 'study') return record.stage === 'published'
  return record.kind === 'meeting' && (record.stage === 'circulated' || record.stage === 'adopted')
}

export class SessionMemory {
  readonly epoch = randomUUID()
  private readonly table: RecordTable
  private readonly firstRevision: number
  private readonly ids: string[] = []
  private readonly rows = new Map<string, number>()
  /** The oldest first; only of records that were changed. */
  private readonly kept = new Map<string, KeptVersion[]>()
  private readonly log: { readonly revision: number; readonly ids: readonly string[] }[] = []
  private readonly files = new Map<string, { readonly version: number; readonly revision: number; readonly bytes: Uint8Array }>()
  readonly derived: DerivedFiles = {
    read: async (name, version) => {
      const file = this.files.get(name)
      return file?.version === version ? { revision: file.revision, bytes: file.bytes } : undefined
    },
    write: async (name, version, revision, pieces) => {
      this.files.set(name, { version, revision, bytes: Buffer.concat([...pieces]) })
    },
  }

  constructor(table: RecordTable, revision: number) {
    this.table = table
    this.firstRevision = revision
    for (const { head } of table.all()) this.addRow(head.id)
  }

  get rowCount(): number {
    return this.ids.length
  }

  rowOf(id: string): number | undefined {
    return this.table.get(id) && this.rows.get(id)
  }

  idAt(row: number): string | undefined {
    return this.ids[row]
  }

  /** Before the table takes the changes. */
  note({ revision, changes }: Commit, stored: RecordChanges, own: boolean): void {
    this.log.push({ revision, ids: changes.map(({ id }) => id) })
    for (const { id } of changes) {
      const after = stored.get(id)
      if (!after) {
        this.kept.delete(id)
        continue
      }
      this.addRow(id)
      const versions = this.kept.get(id) ?? this.standing(id)
      this.kept.set(id, [...versions, { stored: after, own }])
    }
  }

  versions(id: string): readonly RecordVersion[] {
    return (this.kept.get(id) ?? this.standing(id)).toReversed().map(({ stored, own }) => {
      const record = recordOf(stored)
      const pinned = isPinned(record)
      return { rev: record.rev, at: record.updatedAt, author: record.updatedBy, bytes: stored.json.length, own: own || pinned, pinned }
    })
  }

  readVersion(id: string, rev: number): AnyRecord | undefined {
    const found = (this.kept.get(id) ?? this.standing(id)).find(({ stored }) => stored.head.rev === rev)
    return found && recordOf(found.stored)
  }

  changedSince(revision: number): readonly string[] | null {
    if (revision < this.firstRevision) return null
    return [...new Set(this.log.filter((entry) => entry.revision > revision).flatMap(({ ids }) => ids))]
  }

  private standing(id: string): KeptVersion[] {
    const stored = this.table.get(id)
    return stored ? [{ stored, own: false }] : []
  }

  private addRow(id: string): void {
    if (this.rows.has(id)) return
    this.rows.set(id, this.ids.length)
    this.ids.push(id)
  }
}
