/** The files of a workspace of version 2, as that version wrote them, in memory. */
import { sealOf } from '../../src/main/workspace/json-file.ts'
import type { AnyRecord } from '../../src/shared/model/record.ts'
import { MemoryFileSystem } from './memory-file-system.ts'
import { idOf, newNote, newRecord } from './new-record.ts'
import { fileIn } from './workspace-files.ts'

type Content = Record<string, unknown>

/** `sha256` over the canonical JSON of the rest. */
export const sealed = (content: Content): Buffer => Buffer.from(JSON.stringify({ ...content, sha256: sealOf(JSON.stringify(content)) }))

const SAVED_AT = '2023-10-05T09:00:00.000Z'

export const formerManifest = (): Content => ({
  format: 'rapporteur-workspace',
  schemaVersion: 2,
  id: idOf(0xabc),
  name: 'Secretariat',
  sample: false,
  createdAt: SAVED_AT,
})

export function formerRecords(revision: number, records: readonly AnyRecord[]): Content {
  // version 2 knew no attachments
  const before = records.map((record) => Object.fromEntries(Object.entries(record).filter(([key]) => key !== 'attachments')))
  return { format: 'rapporteur-records', schemaVersion: 2, revision, savedAt: SAVED_AT, records: before }
}

export const formerFirst = newNote(1, 'First', 'Line one\nline two')
export const formerSecond = newRecord(2, { kind: 'contact', title: 'Алихан Байменов', family: 'Байменов' })

/** Revision 1 has the first record, revision 2 has both. */
export function formerWorkspace(): MemoryFileSystem {
  const files = new MemoryFileSystem()
  files.put(fileIn('workspace.json'), sealed(formerManifest()))
  files.put(fileIn('workspace.previous.json'), sealed(formerManifest()))
  files.put(fileIn('records.previous.json'), sealed(formerRecords(1, [formerFirst])))
  files.put(fileIn('records.json'), sealed(formerRecords(2, [formerFirst, formerSecond])))
  files.put(fileIn('workspace.lock'), Buffer.alloc(0))
  return files
}
