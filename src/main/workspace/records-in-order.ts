/** Every record as it stands, read in the order of the disk. */
import { crc32 } from 'node:zlib'
import { AppError } from '../../shared/errors.ts'
import type { AnyRecord } from '../../shared/model/record.ts'
import type { RecordColumns } from './columns/record-columns.ts'
import type { VersionPlace } from './columns/version-table.ts'
import { diskSteps, isSamePlace } from './disk-steps.ts'
import type { VersionSource } from './segment-files.ts'
import { recordOf } from './stored-record.ts'

/**
 * `read` reads one record by itself: when it has moved or changed since its step was read, and when its bytes are not
 * those that were written. A record that it finds damaged is left out.
 */
export async function* recordsInOrder(
  columns: RecordColumns,
  source: VersionSource,
  read: (id: string) => Promise<AnyRecord | undefined>,
): AsyncGenerator<AnyRecord, void, undefined> {
  for await (const { records, bytes, from } of diskSteps(columns, source, Array(columns.rowCount).keys())) {
    for (const { id, place } of records) {
      const begin = place.offset - from
      const record = bytes && recordIn(bytes.subarray(begin, begin + place.length), place)
      const isCurrent = record?.id === id && isSamePlace(columns.place(id), place)
      const found = isCurrent ? record : await unlessDamaged(read(id))
      if (found) yield found
    }
  }
}

function recordIn(bytes: Uint8Array, { length, crc }: VersionPlace): AnyRecord | undefined {
  return bytes.length === length && crc32(bytes) === crc ? recordOf({ json: bytes }) : undefined
}

async function unlessDamaged(reading: Promise<AnyRecord | undefined>): Promise<AnyRecord | undefined> {
  try {
    return await reading
  } catch (error) {
    if (error instanceof AppError && error.code === 'DAMAGED') return undefined
    throw error
  }
}
