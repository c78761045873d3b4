/** What a patch does to a record. Pure. */
import { AppError } from '../../../shared/errors.ts'
import { isAdoptedText } from '../../../shared/model/adopted-text.ts'
import type { AnyRecord } from '../../../shared/model/record.ts'
import { openAfterAdoption } from '../../../shared/model/vocabulary.ts'
import { jsonEqual } from '../../../shared/json-equal.ts'
import { cleanAliases } from './record-names.ts'

export { isAdoptedText as isAdopted }

export interface Patched {
  readonly record: AnyRecord
  /** The fields whose value is another than before; empty when the patch changes nothing. */
  readonly changed: readonly string[]
}

/** The record with a patch of its own kind applied. Fields of value `undefined` are left alone. */
export function applyPatch(current: AnyRecord, patch: Readonly<Record<string, unknown>>): Patched {
  const fields = new Map(Object.entries(patch).filter(([, value]) => value !== undefined))
  const aliases = fields.get('aliases')
  if (Array.isArray(aliases)) fields.set('aliases', cleanAliases(current.title, aliases as string[]))
  const before = current as unknown as Readonly<Record<string, unknown>>
  const changed = [...fields.keys()].filter((field) => !jsonEqual(before[field], fields.get(field)))
  // the router has parsed the patch with the schema of this kind, and each of its fields is one of the record's
  const record = { ...current, ...Object.fromEntries(changed.map((field) => [field, fields.get(field)])) } as AnyRecord
  return { record, changed }
}

/** @returns ADOPTED. */
export const adoptedError = (record: AnyRecord, fields: readonly string[]): AppError =>
  new AppError(
    'ADOPTED',
    `“${record.title}” is adopted: its text does not change any more. Nothing was changed. Issue a corrigendum instead.`,
    { id: record.id, fields },
  )

/** @throws AppError ADOPTED when `changed` touches what was adopted. */
export function refuseAdopted(current: AnyRecord, changed: readonly string[]): void {
  if (!isAdoptedText(current)) return
  const closed = changed.filter((field) => !openAfterAdoption.has(field))
  if (closed.length > 0) throw adoptedError(current, closed)
}
