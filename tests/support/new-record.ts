/** Records as a service would hand them to a transaction. */
import type { RecordInput } from '../../src/shared/model/record.ts'
import { recordInput } from '../../src/shared/model/record.ts'
import type { AnyRecord } from '../../src/shared/model/record.ts'
import type { Author } from '../../src/shared/model/common.ts'

export const anna: Author = { name: 'Anna Lee', device: 'Laptop' }
export const bolat: Author = { name: 'Bolat Omarov', device: 'Desktop' }

/** A valid UUID version 7 that is the same for the same number. */
export const idOf = (number: number): string => `01900000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`

/** The store fills in revision, authors and times. */
export function newRecord(number: number, input: RecordInput): AnyRecord {
  const at = '2000-01-01T00:00:00.000Z'
  const system = { id: idOf(number), rev: 1, createdAt: at, createdBy: anna, updatedAt: at, updatedBy: anna, trashed: null }
  return { ...recordInput.parse(input), ...system }
}

export const newNote = (number: number, title = `Note ${number}`, body = ''): AnyRecord => newRecord(number, { kind: 'note', title, body })
