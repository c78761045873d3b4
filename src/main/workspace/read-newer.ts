/** Reads what can be understood of the segments of a newer version: records whose fields are known here. */
import type { FileSystem } from './file-system.ts'
import { segmentsIn } from './journal/segments-in.ts'
import type { Frame } from './journal/segment-reader.ts'
import { scanSegment } from './journal/segment-reader.ts'
import { DamagedFileError, parseObject } from './json-file.ts'
import type { WorkspacePaths } from './layout.ts'
import type { HeldRecords } from './held-workspace.ts'
import type { RawObject } from './migrations/migration.ts'
import type { WorkspaceProblem } from './port.ts'
import { namesIn } from './read-if-there.ts'
import type { StoredRecord } from './stored-record.ts'
import { checkRecord } from './stored-record.ts'

export async function readNewer(files: FileSystem, paths: WorkspacePaths): Promise<HeldRecords> {
  const records = new Map<string, StoredRecord>()
  const problems = new Map<string, WorkspaceProblem>()
  let revision = 0
  for (const name of segmentsIn(await namesIn(files, paths.segments))) {
    const file = await files.openForReading(paths.segment(name))
    try {
      for await (const item of scanSegment(file, { yieldEvery: 200 })) {
        if (item.type === 'damage') problems.set(`${name} ${item.from}`, { file: name, id: '', title: '', reason: item.reason })
        else {
          revision = Math.max(revision, item.frame.header.revision)
          take(item.frame, name, records, problems)
        }
      }
    } finally {
      await file.close()
    }
  }
  return { revision, records, problems: [...problems.values()] }
}

function take({ header, payload }: Frame, file: string, records: Map<string, StoredRecord>, problems: Map<string, WorkspaceProblem>): void {
  if (header.kind === 'S') return
  const raw = rawIn(payload)
  const text = (key: string) => (typeof raw?.[key] === 'string' ? raw[key] : '')
  const id = text('id')
  problems.delete(id)
  records.delete(id)
  if (header.kind === 'E') return
  const { stored, reason } = raw ? known(raw) : { stored: null, reason: 'It is not a record.' }
  if (stored) records.set(id, stored)
  if (reason !== '') problems.set(id, { file, id, title: text('title'), reason })
}

function rawIn(payload: Uint8Array): RawObject | null {
  try {
    return parseObject(payload)
  } catch (error) {
    if (error instanceof DamagedFileError) return null
    throw error
  }
}

function known(raw: RawObject): { stored: StoredRecord | null; reason: string } {
  const checked = checkRecord(raw)
  if (checked.ok) return { stored: { head: checked.head, json: checked.json }, reason: '' }
  if (checked.unknownFields.length > 0) {
    const rest = checkRecord(Object.fromEntries(Object.entries(raw).filter(([key]) => !checked.unknownFields.includes(key))))
    if (rest.ok) return { stored: { head: rest.head, json: rest.json }, reason: 'Fields that this version does not know are not shown.' }
  }
  return { stored: null, reason: checked.issues.map(({ path, message }) => `${path === '' ? 'record' : path}: ${message}`).join(' ') }
}
