/**
 * Places of a term in one document as bytes: for each field a number made of the field and how many places there are, then
 * how far each is from the one before. Numbers have seven bits a byte, the lowest first.
 */
import { searchFields } from '../../../shared/search/query.ts'
import { grown } from './growing.ts'
import type { PackedPlaces, Places } from './segment.ts'

/** Room that any number takes at most. */
export const MOST_BYTES = 5

export function writeNumber(bytes: Uint8Array, at: number, value: number): number {
  let rest = value
  let next = at
  while (rest > 0x7f) {
    bytes[next] = (rest & 0x7f) | 0x80
    rest >>>= 7
    next += 1
  }
  bytes[next] = rest
  return next + 1
}

/** A place to read from, moved by reading. */
export interface ByteCursor {
  readonly bytes: Uint8Array
  at: number
}

export function readNumber(cursor: ByteCursor): number {
  let value = 0
  for (let shift = 0; shift < 35; shift += 7) {
    const byte = cursor.bytes[cursor.at] ?? 0
    cursor.at += 1
    value |= (byte & 0x7f) << shift
    if (byte < 0x80) break
  }
  return value >>> 0
}

export function decodePlaces(bytes: Uint8Array): Places[] {
  const cursor = { bytes, at: 0 }
  const found: Places[] = []
  let place = 0
  while (cursor.at < bytes.length) {
    const head = readNumber(cursor)
    const places: number[] = []
    for (let left = head >>> 3; left > 0; left -= 1) {
      place += readNumber(cursor)
      places.push(place)
    }
    const field = searchFields[head & 7]
    if (field) found.push({ field, places })
  }
  return found
}

/** The same, appended as numbers. */
export function packPlaces(bytes: Uint8Array, from: number, to: number, into: PackedPlaces): void {
  // a place takes a byte at least
  into.numbers = grown(into.numbers, into.count + to - from)
  const { numbers } = into
  let { count } = into
  let at = from
  let place = 0
  let left = 0
  let field = 0
  while (at < to) {
    let byte = bytes[at++] as number
    let value = byte & 0x7f
    for (let shift = 7; byte >= 0x80 && shift < 35; shift += 7) {
      byte = bytes[at++] ?? 0
      value |= (byte & 0x7f) << shift
    }
    value >>>= 0
    if (left === 0) {
      field = value & 7
      left = value >>> 3
      continue
    }
    left -= 1
    place += value
    numbers[count++] = place * 8 + field
  }
  into.count = count
}
