/** Which records are read together: neighbours on the disk, in its order. Ten times fewer calls than one by one. */
import { setImmediate } from 'node:timers/promises'
import type { RecordColumns } from './columns/record-columns.ts'
import type { VersionPlace } from './columns/version-table.ts'
import { systemCode } from './file-system.ts'
import type { VersionSource } from './segment-files.ts'

/** Read at once. */
const STEP_BYTES = 1024 * 1024
/** Versions that nobody asks for are read along up to here; more of them are left out. */
const GAP_BYTES = 64 * 1024
/** Places looked up before others have their turn. */
const AT_ONCE = 1_000

export interface Placed {
  readonly id: string
  readonly row: number
  readonly place: VersionPlace
}

export interface DiskStep {
  readonly records: readonly Placed[]
  /** Undefined when the disk does not give them together: each is then asked for by itself, and says why. */
  readonly bytes: Uint8Array<ArrayBuffer> | undefined
  /** Where in its segment `bytes` begin. */
  readonly from: number
}

const endOf = ({ offset, length }: VersionPlace) => offset + length

/** Steps of the records of these rows. */
export async function* diskSteps(
  columns: RecordColumns,
  source: VersionSource,
  rows: Iterable<number>,
): AsyncGenerator<DiskStep, void, undefined> {
  const segments = await bySegment(columns, rows)
  for (const name of [...segments.keys()].toSorted()) {
    const placed = segments.get(name) ?? []
    for (const records of stepsOf(placed.toSorted((a, b) => a.place.offset - b.place.offset))) {
      const from = records[0]?.place.offset ?? 0
      const last = records.at(-1)
      const bytes = last && (await readStep(source, { ...last.place, offset: from, length: endOf(last.place) - from }))
      yield { records, bytes, from }
    }
    segments.delete(name)
  }
}

export const isSamePlace = (one: VersionPlace | undefined, other: VersionPlace): boolean =>
  one?.segment === other.segment && one.offset === other.offset

async function bySegment(columns: RecordColumns, rows: Iterable<number>): Promise<Map<string, Placed[]>> {
  const segments = new Map<string, Placed[]>()
  let done = 0
  for (const row of rows) {
    const id = columns.idAt(row)
    const place = id === undefined ? undefined : columns.place(id)
    if (id !== undefined && place) {
      const own = segments.get(place.segment)
      if (own) own.push({ id, row, place })
      else segments.set(place.segment, [{ id, row, place }])
    }
    done += 1
    if (done % AT_ONCE === 0) await setImmediate()
  }
  return segments
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

async function readStep(source: VersionSource, place: VersionPlace): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    return await source.readRange?.(place)
  } catch (error) {
    if (systemCode(error) === '') throw error
    return undefined
  }
}
