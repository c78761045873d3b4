/** `records.json` of versions 1 and 2: every record, one a line, with the revision of the workspace. */
import { count, instant } from '../../../shared/model/common.ts'
import { z } from '../../../shared/model/zod.ts'
import { DamagedFileError, parseObject, Seal } from '../json-file.ts'
import { fileNames } from '../layout.ts'
import type { WorkspaceProblem } from '../port.ts'
import type { StoredRecord } from '../stored-record.ts'
import { checkRecord } from '../stored-record.ts'
import { migrateRecord, planMigration } from './index.ts'
import type { Migration } from './migration.ts'
import { isRawObject } from './migration.ts'

export const FORMER_RECORDS_FORMAT = 'rapporteur-records'
const LAST_VERSION = 2
const YIELD_EVERY = 500

export interface FormerRecords {
  /** The version that the file has on the disk. */
  readonly version: number
  readonly revision: number
  readonly savedAt: string
  readonly records: ReadonlyMap<string, StoredRecord>
  /** Empty when every byte is as it was written and every record is valid. */
  readonly problems: readonly WorkspaceProblem[]
}

const envelope = z.strictObject({
  format: z.literal(FORMER_RECORDS_FORMAT),
  schemaVersion: count.min(1).max(LAST_VERSION),
  revision: count,
  savedAt: instant,
  records: z.array(z.unknown()),
  sha256: z.string(),
})
type Header = Pick<z.output<typeof envelope>, 'schemaVersion' | 'revision' | 'savedAt'>

/**
 * Reads what can be read; whatever is not as it was written is told in `problems`.
 * @throws DamagedFileError when nothing can be read.
 */
export async function readFormerRecords(bytes: Uint8Array): Promise<FormerRecords> {
  const raw = parseObject(bytes)
  const outline = envelope.safeParse(raw)
  if (!outline.success) throw new DamagedFileError('The file does not have the fields that belong there.')
  const { schemaVersion: version, revision, savedAt, records: rawRecords, sha256 } = outline.data
  const problems: WorkspaceProblem[] = []
  if (sha256 !== (await sealOf(outline.data, rawRecords)))
    problems.push(problemOf(undefined, 'The checksum does not fit the content: something was changed outside Rapporteur.'))
  const plan = planMigration(version)
  const steps = plan.status === 'migrate' ? plan.steps : []
  const records = new Map<string, StoredRecord>()
  for (const [index, rawRecord] of rawRecords.entries()) {
    if (index % YIELD_EVERY === YIELD_EVERY - 1) await otherWork()
    const read = readRecord(rawRecord, steps)
    if (!read.stored) problems.push(problemOf(rawRecord, read.reason))
    else if (records.has(read.stored.head.id)) problems.push(problemOf(rawRecord, 'Another record bears the same id.'))
    else records.set(read.stored.head.id, read.stored)
  }
  return { version, revision, savedAt, records, problems }
}

type RecordRead = { readonly stored: StoredRecord } | { readonly stored: null; readonly reason: string }

function readRecord(raw: unknown, steps: readonly Migration[]): RecordRead {
  if (!isRawObject(raw)) return { stored: null, reason: 'It is not a record.' }
  const checked = checkRecord(migrateRecord(steps, raw))
  if (checked.ok) return { stored: { head: checked.head, json: checked.json } }
  return { stored: null, reason: checked.issues.map((issue) => `${issue.path === '' ? 'record' : issue.path}: ${issue.message}`).join(' ') }
}

/** The seal covers the file's own text without white space between the values. */
async function sealOf({ schemaVersion, revision, savedAt }: Header, records: readonly unknown[]): Promise<string> {
  const seal = new Seal()
  seal.add(`${JSON.stringify({ format: FORMER_RECORDS_FORMAT, schemaVersion, revision, savedAt }).slice(0, -1)},"records":[`)
  for (const [index, record] of records.entries()) {
    if (index > 0) seal.add(',')
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
