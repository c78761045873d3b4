import type { AnyRecord } from '../../../shared/model/record.ts'

/** Shown elsewhere on the page, or kept by the datastore. */
const ELSEWHERE: ReadonlySet<string> = new Set([
  'id',
  'kind',
  'rev',
  'title',
  'body',
  'createdAt',
  'createdBy',
  'updatedAt',
  'updatedBy',
  'trashed',
])

const saysNothing = (value: unknown): boolean =>
  value === '' ||
  value === null ||
  value === undefined ||
  value === false ||
  (typeof value === 'object' && Object.values(value).every(saysNothing))

/** The properties in which something is entered, in the record's order. Pure. */
export const saidFields = (record: AnyRecord): [string, unknown][] =>
  Object.entries(record).filter(([field, value]) => !ELSEWHERE.has(field) && !saysNothing(value))
