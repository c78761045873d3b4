/** `records.json`: every record, one a line, with the revision of the workspace. */
import { AppError } from '../../shared/errors.ts'
import { count, instant } from '../../shared/model/common.ts'
import { z } from '../../shared/model/zod.ts'
import type { JsonCodec } from './atomic-json-adapter.ts'
import { DamagedFileError, parseObject, Seal, utf8 } from './json-file.ts'
import { fileNames, SCHEMA_VERSION } from './layout.ts'
import { migrateRecord, planMigration } from './migrations/index.ts'
import type { Migration } from './migrations/migration.ts'
import { isRawObject } from './migrations/migration.ts'
import type { WorkspaceProblem } from './port.ts'
import type { StoredRecord } from './stored-record.ts'
import { checkRecord } from './stored-record.ts'

export const RECORDS_FORMAT = 'rapporteur-records'
/**
 * The file is parsed as one string, and V8 has no string above about 512 MiB. A save that could not be opened again is
 * refused instead.
 */
export const MAX_RECORDS_BYTES = 480 * 1024 * 1024
/** What surrounds a record in the file, at most. */
const SEPARATOR_BYTES = 2
const YIELD_EVERY = 500

/** What lowdb's `Low` holds: the state that is on the disk. */
export interface RecordsDocument {
  readonly revision: number
  readonly savedAt: string
  readonly records: ReadonlyMap<string, StoredRecord>
}

export interface RecordsContent extends RecordsDocument {
  /** The version that the file has on the disk. */
  readonly version: number
  /** Empty when every byte is as it was written and every record is valid. */
  readonly problems: readonly WorkspaceProblem[]
}

const envelope = z.strictObject({
  format: z.literal(RECORDS_FORMAT),
  schemaVersion: count.min(1),
  revision: count,
  savedAt: instant,
  records: z.array(z.unknown()),
  sha256: z.string(),
})
const newerEnvelope = z.looseObject({
  format: z.literal(RECORDS_FORMAT),
  schemaVersion: count.min(1),
  revision: count.catch(0),
  savedAt: z.string().catch(''),
  records: z.array(z.unknown()).catch([]),
})
type Header = Pick<z.output<typeof envelope>, 'format' | 'schemaVersion' | 'revision' | 'savedAt'>

/** The head of the file up to its records; the seal covers the same text. */
const headerJson = ({ format, schemaVersion, revision, savedAt }: Header) =>
  `${JSON.stringify({ format, schemaVersion, revision, savedAt }).slice(0, -1)},"records":[`
const comma = utf8(',')
const firstLine = utf8('\n')
const nextLine = utf8(',\n')

/** @throws AppError DISK_FULL when the file would grow beyond what can be opened again. */
export function assertFits(records: ReadonlyMap<string, StoredRecord>): void {
  let bytes = 0
  for (const { json } of records.values()) bytes += json.length + SEPARATOR_BYTES
  if (bytes <= MAX_RECORDS_BYTES) return
  const limit = Math.floor(MAX_RECORDS_BYTES / 1024 / 1024)
  throw new AppError(
    'DISK_FULL',
    `This workspace holds as much as it can (${limit} MB). The change was not saved; erase records from the trash, or begin a second workspace.`,
    {
      limit: MAX_RECORDS_BYTES,
    },
  )
}

function* encodeRecords(document: RecordsDocument): Iterable<Uint8Array> {
  const header = headerJson({
    format: RECORDS_FORMAT,
    schemaVersion: SCHEMA_VERSION,
    revision: document.revision,
    savedAt: document.savedAt,
  })
  const seal = new Seal()
  seal.add(header)
  yield utf8(header)
  let first = true
  for (const { json } of document.records.values()) {
    if (!first) seal.add(comma)
    seal.add(json)
    yield first ? firstLine : nextLine
    yield json
    first = false
  }
  seal.add(']}')
  yield utf8(`\n],"sha256":"${seal.close()}"}\n`)
}

/**
 * Reads what can be read; whatever is not as it was written is told in `problems`.
 * @throws DamagedFileError when nothing can be read.
 */
export async function readRecords(bytes: Uint8Array): Promise<RecordsContent> {
  const raw = parseObject(bytes)
  const version = raw['schemaVersion']
  const newer = typeof version === 'number' && planMigration(version).status === 'tooNew'
  const outline = (newer ? newerEnvelope : envelope).safeParse(raw)
  if (!outline.success) throw new DamagedFileError('The file does not have the fields that belong there.')
  const { schemaVersion, revision, savedAt, records: rawRecords } = outline.data
  const plan = planMigration(schemaVersion)
  const problems: WorkspaceProblem[] = []
  if (
    plan.status !== 'tooNew' &&
    raw['sha256'] !== (await sealOf({ format: RECORDS_FORMAT, schemaVersion, revision, savedAt }, rawRecords))
  ) {
    problems.push(problemOf(undefined, 'The checksum does not fit the content: something was changed outside Rapporteur.'))
  }
  const steps = plan.status === 'migrate' ? plan.steps : []
  const records = new Map<string, StoredRecord>()
  for (const [index, rawRecord] of rawRecords.entries()) {
    if (index % YIELD_EVERY === YIELD_EVERY - 1) await otherWork()
    const read = readRecord(rawRecord, steps, newer)
    if (read.reason !== '') problems.push(problemOf(rawRecord, read.reason))
    if (!read.stored) continue
    if (records.has(read.stored.head.id)) problems.push(problemOf(rawRecord, 'Another record bears the same id.'))
    else records.set(read.stored.head.id, read.stored)
  }
  return { version: schemaVersion, revision, savedAt, records, problems }
}

export const recordsCodec: JsonCodec<RecordsDocument> = { encode: encodeRecords, decode: readRecords }

function readRecord(raw: unknown, steps: readonly Migration[], newer: boolean): { stored?: StoredRecord; reason: string } {
  if (!isRawObject(raw)) return { reason: 'It is not a record.' }
  const migrated = migrateRecord(steps, raw)
  const checked = checkRecord(migrated)
  if (checked.ok) return { stored: checked.stored, reason: '' }
  const reason = checked.issues.map((issue) => `${issue.path === '' ? 'record' : issue.path}: ${issue.message}`).join(' ')
  if (newer && checked.unknownFields.length > 0) {
    const known = checkRecord(Object.fromEntries(Object.entries(migrated).filter(([key]) => !checked.unknownFields.includes(key))))
    if (known.ok) return { stored: known.stored, reason: 'Fields that this version does not know are not shown.' }
  }
  return { reason }
}

async function sealOf(header: Header, records: readonly unknown[]): Promise<string> {
  const seal = new Seal()
  seal.add(headerJson(header))
  for (const [index, record] of records.entries()) {
    if (index > 0) seal.add(comma)
    seal.add(JSON.stringify(record))
    if (index % YIELD_EVERY === YIELD_EVERY - 1) await otherWork()
  }
  seal.add(']}')
  return seal.close()
}

function problemOf(raw: unknown, reason: string): WorkspaceProblem {
  const text = (key: string) => (isRawObject(raw) && typeof raw[key] === 'string' ? raw[key] : '')
  return { file: fileNames.records, id: text('id'), title: text('title'), reason }
}

/** Opening a large workspace must not freeze the window that shows its progress. */
const otherWork = () => new Promise<void>((resolve) => setImmediate(resolve))
