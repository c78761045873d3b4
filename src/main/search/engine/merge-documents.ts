/** Which documents a merged segment has: the live ones of all parts, by row. */
import { daysBy } from './document-columns.ts'
import type { FlatSegment } from './flat-segment.ts'
import type { DocumentColumns } from './segment-tables.ts'

/** The new number of what is left out. */
export const NONE = 0xffff_ffff

export interface MergedDocuments {
  readonly count: number
  /** For each segment and document its new number. */
  readonly numbers: readonly Uint32Array[]
}

/** @throws RangeError when a row is live in two segments */
export function mergeDocuments(segments: readonly FlatSegment[]): MergedDocuments {
  const numbers = segments.map(({ documents }) => new Uint32Array(documents).fill(NONE))
  const next = segments.map((segment) => nextLive(segment, 0))
  let count = 0
  let before = -1
  for (;;) {
    let first = -1
    let row = Infinity
    for (const [part, segment] of segments.entries()) {
      const document = next[part] ?? 0
      if (document < segment.documents && segment.rowOf(document) < row) {
        first = part
        row = segment.rowOf(document)
      }
    }
    const segment = segments[first]
    const renumbered = numbers[first]
    if (!segment || !renumbered) return { count, numbers }
    if (row === before) throw new RangeError('A row is live in two parts of the index.')
    before = row
    const document = next[first] ?? 0
    renumbered[document] = count
    count += 1
    next[first] = nextLive(segment, document + 1)
  }
}

function nextLive(segment: FlatSegment, from: number): number {
  let document = from
  while (document < segment.documents && !segment.isLive(document)) document += 1
  return document
}

export function mergeColumns(segments: readonly FlatSegment[], { count, numbers }: MergedDocuments): DocumentColumns {
  const columns = {
    rows: new Uint32Array(count),
    updatedAt: new Float64Array(count),
    kinds: new Uint8Array(count),
    days: daysBy(() => ({ from: new Uint32Array(count), to: new Uint32Array(count) })),
  }
  for (const [part, { tables }] of segments.entries()) {
    const old = tables.columns
    const renumbered = numbers[part] ?? new Uint32Array()
    place(renumbered, old.rows, columns.rows)
    place(renumbered, old.updatedAt, columns.updatedAt)
    place(renumbered, old.kinds, columns.kinds)
    daysBy((column) => {
      place(renumbered, old.days[column].from, columns.days[column].from)
      place(renumbered, old.days[column].to, columns.days[column].to)
    })
  }
  return columns
}

type Column = Uint8Array | Uint32Array | Float64Array

function place(numbers: Uint32Array, from: Column, to: Column): void {
  for (let document = 0; document < numbers.length; document += 1) {
    const number = numbers[document] ?? NONE
    if (number !== NONE) to[number] = from[document] ?? 0
  }
}
