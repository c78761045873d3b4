/** The stores that a save is measured in, each behind the same call. */
import { randomBytes } from 'node:crypto'
import { constants, fdatasyncSync, writeSync } from 'node:fs'
import { open } from 'node:fs/promises'
import type { AnyRecord } from '../../src/shared/model/record.ts'
import type { Workspace } from '../../src/main/workspace/port.ts'
import { author, type Corpus } from '../corpus.ts'
import { openSqlite, SQLITE_MISSING } from '../harness/peers.ts'
import { openBenchWorkspace } from '../stores/workspace-folder.ts'
import { sizedRecord } from './sized-record.ts'

export interface Saver {
  readonly what: string
  readonly records: number
  /** What is to be saved is made ready, outside the measurement; what it answers does the save. */
  prepare(edit: number): () => Promise<unknown>
  close(): Promise<void>
}

/** A record's JSON in bytes: goal 1 asks for a whole 4 KB record. */
const RECORD_BYTES = 4_096
/** A frame's header and the end of its line. */
const FRAME_BYTES = 100
/** Records that are edited in turn. */
const EDITED = 100

/** So many notes, spread over the corpus. */
function edited(corpus: Corpus): string[] {
  const notes: string[] = []
  const stride = Math.max(1, Math.floor(corpus.size / (EDITED * 5)))
  for (let number = 0; number < corpus.size && notes.length < EDITED; number += stride)
    if (corpus.kind(number) === 'note') notes.push(corpus.id(number))
  return notes
}

const at = <T>(list: readonly T[], index: number): T => {
  const item = list[index % list.length]
  if (item === undefined) throw new RangeError('There is nothing to edit.')
  return item
}

export type BareWrite = 'append and fdatasync' | 'append with O_DSYNC' | 'append and fdatasync, synchronous'

/**
 * What no store can undercut: the same bytes appended to a file and made durable, and nothing else. The synchronous one
 * holds up everything else in its process meanwhile, as SQLite does.
 */
export async function appendSaver(path: string, what: BareWrite): Promise<Saver> {
  const dsync = what === 'append with O_DSYNC' ? constants.O_DSYNC : 0
  const file = await open(path, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | constants.O_APPEND | dsync, 0o600)
  const bytes = randomBytes(RECORD_BYTES + FRAME_BYTES)
  const writes: Readonly<Record<BareWrite, () => Promise<unknown>>> = {
    async 'append and fdatasync'() {
      await file.write(bytes)
      await file.datasync()
    },
    'append with O_DSYNC': () => file.write(bytes),
    async 'append and fdatasync, synchronous'() {
      writeSync(file.fd, bytes)
      fdatasyncSync(file.fd)
    },
  }
  return { what, records: 0, prepare: () => writes[what], close: () => file.close() }
}

async function readAll(workspace: Workspace, ids: readonly string[]): Promise<AnyRecord[]> {
  const records: AnyRecord[] = []
  for (const id of ids) {
    const record = await workspace.read(id)
    if (!record) throw new Error(`The workspace lacks the record ${id}.`)
    records.push(record)
  }
  return records
}

export async function workspaceSaver(folder: string, corpus: Corpus): Promise<Saver> {
  const workspace = await openBenchWorkspace(folder)
  const records = await readAll(workspace, edited(corpus))
  return {
    what: 'workspace',
    records: corpus.size,
    prepare(edit) {
      const record = sizedRecord(at(records, edit), RECORD_BYTES, edit)
      const baseRev = workspace.head(record.id)?.rev ?? 0
      return () => workspace.transact(author, async (transaction) => transaction.put(record, baseRev))
    },
    close: () => workspace.close(),
  }
}

/** The row's text is handed over ready: the peer does not pay for making JSON of the record. */
export async function sqliteSaver(path: string, corpus: Corpus): Promise<Saver> {
  const database = openSqlite(path)
  if (!database) throw new Error(SQLITE_MISSING)
  const update = database.prepare('UPDATE record SET json = ? WHERE id = ?')
  const select = database.prepare('SELECT json FROM record WHERE id = ?')
  const records = edited(corpus).map((id) => JSON.parse((select.get(id) as { json: string }).json) as AnyRecord)
  return {
    what: 'SQLite WAL FULL',
    records: corpus.size,
    prepare(edit) {
      const record = sizedRecord(at(records, edit), RECORD_BYTES, edit)
      const json = JSON.stringify(record)
      return async () => update.run(json, record.id)
    },
    close: async () => database.close(),
  }
}
