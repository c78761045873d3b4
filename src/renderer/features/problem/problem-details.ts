import type { ErrorDetails } from '../../../shared/errors.ts'

export interface DamagedFile {
  readonly file: string
  readonly reason: string
}

const textOf = (value: object, key: string): string => {
  const found: unknown = Reflect.get(value, key)
  return typeof found === 'string' ? found : ''
}

/** The files a failure names, as far as its details name any. */
export function damagedFiles(details: ErrorDetails): DamagedFile[] {
  const files: unknown = details['files']
  const found = Array.isArray(files) ? files : [details]
  return found
    .filter((entry): entry is object => typeof entry === 'object' && entry !== null)
    .map((entry) => ({ file: textOf(entry, 'file'), reason: textOf(entry, 'reason') }))
    .filter(({ file, reason }) => file !== '' || reason !== '')
}

export interface TouchedRecord {
  readonly id: string
  readonly title: string
}

/** The records that the damage touches, as far as they can be told. */
export function touchedRecords(details: ErrorDetails): TouchedRecord[] {
  const touched: unknown = details['touched']
  if (!Array.isArray(touched)) return []
  return touched
    .filter((entry): entry is object => typeof entry === 'object' && entry !== null)
    .map((entry) => ({ id: textOf(entry, 'id'), title: textOf(entry, 'title') }))
    .filter(({ id, title }) => id !== '' || title !== '')
}

export interface PreviousCopy {
  readonly records: number
  /** An instant, ISO 8601. */
  readonly savedAt: string
}

/** The last good copy, when there is one that can be read. */
export function previousCopy(details: ErrorDetails): PreviousCopy | null {
  const previous: unknown = details['previous']
  if (typeof previous !== 'object' || previous === null || Reflect.get(previous, 'readable') !== true) return null
  const records: unknown = Reflect.get(previous, 'records')
  const savedAt = textOf(previous, 'savedAt')
  return typeof records === 'number' && savedAt !== '' ? { records, savedAt } : null
}

/** What a rescue would keep. */
export interface PlannedRescue {
  readonly records: number
  /** Of these an older state can be read. */
  readonly older: readonly TouchedRecord[]
  readonly lost: readonly TouchedRecord[]
  /** Damaged places that do not say which record was there. */
  readonly unnamed: number
}

const numberOf = (value: object, key: string): number | undefined => {
  const found: unknown = Reflect.get(value, key)
  return typeof found === 'number' ? found : undefined
}

/** Null when it is not known. */
export function plannedRescue(details: ErrorDetails): PlannedRescue | null {
  const rescue: unknown = details['rescue']
  if (typeof rescue !== 'object' || rescue === null) return null
  const records = numberOf(rescue, 'records')
  if (records === undefined) return null
  const named = (key: string) => touchedRecords({ touched: Reflect.get(rescue, key) as unknown })
  return { records, older: named('fellBack'), lost: named('lost'), unnamed: numberOf(rescue, 'unnamed') ?? 0 }
}

export const isLossless = ({ records, older, lost, unnamed }: PlannedRescue): boolean =>
  records > 0 && older.length + lost.length + unnamed === 0

export interface LastBackup {
  readonly at: string
  readonly records: number
}

/** The latest backup that can be put in place; null when there is none. */
export function lastBackup(details: ErrorDetails): LastBackup | null {
  const backup: unknown = details['backup']
  if (typeof backup !== 'object' || backup === null) return null
  const records = numberOf(backup, 'records')
  const at = textOf(backup, 'at')
  return records === undefined || at === '' ? null : { at, records }
}

/** What keeps most; null when that cannot be told. */
export function recommended(details: ErrorDetails): 'salvage' | 'restoreBackup' | null {
  const rescue = plannedRescue(details)
  const backup = lastBackup(details)
  if (!rescue) return null
  if (rescue.records === 0) return backup && backup.records > 0 ? 'restoreBackup' : null
  // records that a rescue cannot name may be among those of the backup
  const keepsLess = rescue.lost.length + rescue.unnamed > 0 && backup !== null && backup.records > rescue.records
  return keepsLess ? 'restoreBackup' : 'salvage'
}
