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
