/** Names the records that damage has touched: those of the columns that lie there, and what the damaged bytes still say. */
import type { RecordColumns } from './columns/record-columns.ts'
import type { SegmentDamage } from './replay-segment.ts'

export interface TouchedRecord {
  readonly id: string
  /** Empty when it cannot be told. */
  readonly title: string
}

const recordStart = /"id":"([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})","rev":\d+,"title":("(?:[^"\\]|\\.)*")/g

/** `known`: columns from before the damage, if there are any. */
export function touchedBy(damage: SegmentDamage, segment: string, known: RecordColumns | null): TouchedRecord[] {
  const touched = new Map<string, TouchedRecord>()
  for (const record of [...lyingIn(segment, damage.from, damage.to, known), ...namedIn(damage.text)])
    if (!touched.get(record.id)?.title) touched.set(record.id, record)
  return [...touched.values()]
}

/** Records that have a version in a part of a segment. */
export function* lyingIn(segment: string, from: number, to: number, columns: RecordColumns | null): Iterable<TouchedRecord> {
  for (const id of columns?.recordsIn(segment) ?? []) {
    const lies = columns
      ?.versions(id)
      .some(({ place }) => place.segment === segment && place.offset < to && place.offset + place.length > from)
    if (lies) yield { id, title: columns?.head(id)?.title ?? '' }
  }
}

function* namedIn(text: string): Iterable<TouchedRecord> {
  for (const [, id, title] of text.matchAll(recordStart)) {
    if (id === undefined || title === undefined) continue
    yield { id, title: titleIn(title) }
  }
}

/** Damaged bytes may hold escapes that are none. */
function titleIn(json: string): string {
  try {
    return JSON.parse(json) as string
  } catch (error) {
    if (error instanceof SyntaxError) return json.slice(1, -1)
    throw error
  }
}
