/** Reads the current version of every record and says what is wrong with what stands in it. */
import type { Kind } from '../../../shared/model/common.ts'
import { kinds } from '../../../shared/model/common.ts'
import { headOf } from '../../../shared/model/head.ts'
import type { AnyRecord } from '../../../shared/model/record.ts'
import { claimsOf } from '../claims.ts'
import { DamagedFileError, parseObject } from '../json-file.ts'
import type { VersionSource } from '../segment-files.ts'
import { checkRecord } from '../stored-record.ts'
import type { LatestRecord, LatestRecords } from './latest-records.ts'

export interface RecordsCheck {
  readonly records: Readonly<Record<Kind, number>>
  readonly inTrash: number
  /** English sentences that name the record. */
  readonly problems: readonly string[]
  /** The hashes of attached files, each with the title of a record that names it. */
  readonly attachments: ReadonlyMap<string, string>
}

const YIELD_EVERY = 50

export async function checkRecords(source: Pick<VersionSource, 'read'>, latest: LatestRecords): Promise<RecordsCheck> {
  const records = Object.fromEntries(kinds.map((kind) => [kind, 0])) as Record<Kind, number>
  const problems: string[] = []
  const attachments = new Map<string, string>()
  const holders = new Map<string, string>()
  let inTrash = 0
  let seen = 0
  for (const place of latest.values()) {
    seen += 1
    if (seen % YIELD_EVERY === 0) await new Promise<void>((resolve) => setImmediate(resolve))
    const { record, problem } = await readRecord(source, place)
    if (problem !== '') problems.push(`“${place.title}”: ${problem}`)
    if (!record) continue
    records[record.kind] += 1
    if (record.trashed) inTrash += 1
    for (const { sha256 } of record.attachments) attachments.set(sha256, record.title)
    for (const claim of claimsOf(headOf(record))) {
      const other = holders.get(claim)
      if (other !== undefined)
        problems.push(`“${record.title}” and “${other}” bear the same ${claim.startsWith('code:') ? 'country code' : 'title or alias'}.`)
      holders.set(claim, record.title)
    }
  }
  return { records, inTrash, problems, attachments }
}

async function readRecord(
  source: Pick<VersionSource, 'read'>,
  place: LatestRecord,
): Promise<{ readonly record: AnyRecord | null; readonly problem: string }> {
  try {
    const checked = checkRecord(parseObject(await source.read(place)))
    if (checked.ok) return { record: checked.record, problem: '' }
    return { record: null, problem: checked.issues.map(({ path, message }) => `${path === '' ? 'record' : path}: ${message}`).join(' ') }
  } catch (error) {
    if (!(error instanceof DamagedFileError)) throw error
    return { record: null, problem: error.message }
  }
}
