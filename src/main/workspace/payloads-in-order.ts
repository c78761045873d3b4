/** Records as they lie on the disk, unparsed: for whoever parses them in another thread. */
import { crc32 } from 'node:zlib'
import { AppError } from '../../shared/errors.ts'
import type { RecordColumns } from './columns/record-columns.ts'
import { diskSteps, isSamePlace, type Placed } from './disk-steps.ts'
import type { RecordPayloads } from './port.ts'
import type { VersionSource } from './segment-files.ts'

/**
 * `read` reads the JSON of one record by itself: when it has moved or changed since its step was read, and when its
 * bytes are not those that were written.
 */
export async function* payloadsInOrder(
  columns: RecordColumns,
  source: VersionSource,
  read: (id: string) => Promise<Uint8Array | undefined>,
  rows: Iterable<number>,
): AsyncGenerator<RecordPayloads, void, undefined> {
  for await (const { records, bytes, from } of diskSteps(columns, source, rows)) {
    const places: number[] = []
    const others: Placed[] = []
    for (const one of records) {
      const { id, row, place } = one
      const begin = place.offset - from
      const end = begin + place.length
      const isWhole = bytes && end <= bytes.length && crc32(bytes.subarray(begin, end)) === place.crc
      if (isWhole && isSamePlace(columns.place(id), place)) places.push(row, begin, end)
      else others.push(one)
    }
    // at once: what was looked at just now may be written anew while others are read
    if (bytes && places.length > 0) yield { bytes, places, damaged: [] }
    for (const { id, row } of others) yield* single(row, read(id))
  }
}

async function* single(row: number, reading: Promise<Uint8Array | undefined>): AsyncGenerator<RecordPayloads, void, undefined> {
  let json: Uint8Array | undefined
  try {
    json = await reading
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'DAMAGED')) throw error
    yield { bytes: new Uint8Array(0), places: [], damaged: [row] }
    return
  }
  // a copy: what is read from memory belongs to the memory
  if (json) yield { bytes: json.slice(), places: [row, 0, json.length], damaged: [] }
}
