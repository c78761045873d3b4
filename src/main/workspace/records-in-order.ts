/** Every record as it stands, read in the order of the disk and neighbours together: ten times fewer calls than one by one. */
import { crc32 } from 'node:zlib'
import { AppError } from '../../shared/errors.ts'
import type { AnyRecord } from '../../shared/model/record.ts'
import type { RecordColumns } from './columns/record-columns.ts'
import type { VersionPlace } from './columns/version-table.ts'
import { systemCode } from './file-system.ts'
import type { VersionSource } from './segment-files.ts'
import { recordOf } from './stored-record.ts'

/** Read at once. */
const STEP_BYTES = 1024 * 1024
/** Versions that nobody asks for are read along up to here; more of them are left out. */
const GAP_BYTES = 64 * 1024

interface Placed {
  readonly id: string
  readonly place: VersionPlace
}

const endOf = ({ offset, length }: VersionPlace) => offset + length

/**
 * `read` reads one record by itself: when it has moved or changed since its step was read, and when its bytes are not
 * those that were written. A record that it finds damaged is left out.
 */
export async function* recordsInOrder(
  columns: RecordColumns,
  source: VersionSource,
  read: (id: string) => Promise<AnyRecord | undefined>,
): AsyncGenerator<AnyRecord, void, undefined> {
  for (const step of stepsOf(inOrder(columns))) {
    const from = step[0]?.place.offset ?? 0
    const last = step.at(-1)
    const bytes = last && (await readStep(source, { ...last.place, offset: from, length: endOf(last.place) - from }))
    for (const { id, place } of step) {
      const record = bytes && recordIn(bytes.subarray(place.offset - from, endOf(place) - from), place)
      const isCurrent = record?.id === id && isSame(columns.place(id), place)
      const found = isCurrent ? record : await unlessDamaged(read(id))
      if (found) yield found
    }
  }
}

/** By segment, then by offset. */
function inOrder(columns: RecordColumns): readonly Placed[] {
  const placed: Placed[] = []
  for (let row = 0; row < columns.rowCount; row += 1) {
    const id = columns.idAt(row)
    const place = id === undefined ? undefined : columns.place(id)
    if (id !== undefined && place) placed.push({ id, place })
  }
  return placed.toSorted(({ place: a }, { place: b }) => (a.segment === b.segment ? a.offset - b.offset : a.segment < b.segment ? -1 : 1))
}

function* stepsOf(placed: readonly Placed[]): Iterable<readonly Placed[]> {
  let step: Placed[] = []
  for (const one of placed) {
    const first = step[0]?.place
    const before = step.at(-1)?.place
    const goesOn =
      first &&
      before &&
      before.segment === one.place.segment &&
      one.place.offset - endOf(before) <= GAP_BYTES &&
      endOf(one.place) - first.offset <= STEP_BYTES
    if (!goesOn && step.length > 0) {
      yield step
      step = []
    }
    step.push(one)
  }
  if (step.length > 0) yield step
}

/** Undefined when the disk does not give them together: each is then asked for by itself, and says why. */
async function readStep(source: VersionSource, place: VersionPlace): Promise<Uint8Array | undefined> {
  try {
    return await source.readRange?.(place)
  } catch (error) {
    if (systemCode(error) === '') throw error
    return undefined
  }
}

function recordIn(bytes: Uint8Array, { length, crc }: VersionPlace): AnyRecord | undefined {
  return bytes.length === length && crc32(bytes) === crc ? recordOf({ json: bytes }) : undefined
}

const isSame = (one: VersionPlace | undefined, other: VersionPlace) => one?.segment === other.segment && one.offset === other.offset

async function unlessDamaged(reading: Promise<AnyRecord | undefined>): Promise<AnyRecord | undefined> {
  try {
    return await reading
  } catch (error) {
    if (error instanceof AppError && error.code === 'DAMAGED') return undefined
    throw error
  }
}
