/** Which segments are worth rewriting, and which versions go then. */
import type { RecordColumns } from '../columns/record-columns.ts'
import type { VersionPlace } from '../columns/version-table.ts'
import { keptVersions } from '../history/thinning.ts'
import { frameBytes } from '../journal/frame.ts'
import type { SealedSegment } from '../manifest-file.ts'
import type { HistoryPolicy } from '../port.ts'
import type { Turns } from './turns.ts'

/** Rewriting pays from this share of bytes that nobody can ask for any more. */
const WORTH_IT = 0.25
/** A segment is small below this share of a full one. */
const SMALL = 0.25
/** So many small neighbours are put together, fewer when they fill a segment. */
const MANY = 8
const FEW = 3

/** Places looked at between two glances at the clock. */
const STEPS = 256

export interface PlanInput {
  readonly columns: RecordColumns
  /** The sealed ones, in order. */
  readonly segments: readonly SealedSegment[]
  readonly now: number
  readonly policy: HistoryPolicy
  /** How large a full one is. */
  readonly segmentBytes: number
}

/** Neighbours that become one segment. */
export type SegmentGroup = readonly SealedSegment[]

export interface CompactionPlan {
  readonly groups: readonly SegmentGroup[]
  /** By segment: where the payloads of versions lie that go. */
  readonly dropped: ReadonlyMap<string, ReadonlySet<number>>
  /** Segments with versions of records that were erased. */
  readonly erasedIn: ReadonlySet<string>
}

export async function planCompaction({ columns, segments, now, policy, segmentBytes }: PlanInput, turns: Turns): Promise<CompactionPlan> {
  const sealed = new Map(segments.map(({ name }) => [name, { offsets: new Set<number>(), bytes: 0 }]))
  const erasedIn = new Set<string>()
  const drop = ({ segment, offset, length }: VersionPlace) => {
    const found = sealed.get(segment)
    found?.offsets.add(offset)
    if (found) found.bytes += frameBytes(length)
  }
  for (let index = 0; index < columns.placeCount; index += 1) {
    if (index % STEPS === 0 && turns.isOver) await turns.pause()
    const place = columns.erasedPlaceAt(index)
    if (!place) continue
    drop(place)
    if (sealed.has(place.segment)) erasedIn.add(place.segment)
  }
  for (let row = 0; row < columns.rowCount; row += 1) {
    if (turns.isOver) await turns.pause()
    const versions = columns.versionsAt(row)
    if (versions.length < 2) continue
    const kept = keptVersions(versions, now, policy)
    // the current one stays whatever the rules of the history say
    for (const { rev, place } of versions.slice(1)) if (!kept.has(rev)) drop(place)
  }
  const droppable = new Map(Array.from(sealed, ([name, { bytes }]) => [name, bytes]))
  const groups = groupsOf(segments, droppable, erasedIn, segmentBytes)
  return { groups, dropped: new Map(Array.from(sealed, ([name, { offsets }]) => [name, offsets])), erasedIn }
}

function groupsOf(
  segments: readonly SealedSegment[],
  droppable: ReadonlyMap<string, number>,
  erasedIn: ReadonlySet<string>,
  segmentBytes: number,
): SegmentGroup[] {
  const groups: SegmentGroup[] = []
  let group: SealedSegment[] = []
  let bytes = 0
  const isWorth = ({ name, bytes: size }: SealedSegment) => erasedIn.has(name) || (droppable.get(name) ?? 0) >= size * WORTH_IT
  const close = (isFull = false) => {
    if (group.some(isWorth) || group.length >= (isFull ? FEW : MANY)) groups.push(group)
    group = []
    bytes = 0
  }
  for (const segment of segments) {
    const remains = segment.bytes - (droppable.get(segment.name) ?? 0)
    const isSmall = remains < segmentBytes * SMALL
    const isWanted = isSmall || isWorth(segment)
    const isFull = isWanted && bytes + remains > segmentBytes
    if (isFull || !isWanted) close(isFull)
    if (!isWanted) continue
    group.push(segment)
    bytes += remains
  }
  close()
  return groups
}
