/** Segments of the index made at once, and all that they hold as one value to compare. */
import { completed } from '../../src/main/search/engine/completed.ts'
import type { IndexDocument } from '../../src/main/search/engine/document.ts'
import type { FlatSegment } from '../../src/main/search/engine/flat-segment.ts'
import { SegmentBuilder } from '../../src/main/search/engine/segment-builder.ts'
import { sectionsOf } from '../../src/main/search/engine/table-sections.ts'
import { nameKeys } from '../../src/shared/text/name-keys.ts'
import { stem } from '../../src/shared/text/stem.ts'

/** @param whole with the side tables made at once */
export function segmentOf(documents: readonly IndexDocument[], whole = true): FlatSegment {
  const builder = new SegmentBuilder({ nameKeys, stem })
  for (const document of documents) builder.add(document)
  return completed(builder.finish(whole))
}

/** Everything that a segment is made of, as one text: strings are compared fast. */
export function bytesOfSegment({ tables, sideTables, data }: FlatSegment): string {
  const ready = [tables.prefixes, tables.nameKeyPrefixes].flatMap(({ starts, counts }) =>
    [...starts].map((start, at) => start * 4 + (counts[at] ?? 0) * 6),
  )
  const sections = sectionsOf({ ...tables, side: sideTables }).map(([name, bytes]) => `${name} ${Buffer.from(bytes).toString('latin1')}`)
  return [...sections, Buffer.from(data.read(0, Math.max((tables.lists.starts.at(-1) ?? 0) * 4, ...ready))).toString('latin1')].join('\n')
}

export function documentsOf(segment: FlatSegment, term: number): Uint32Array {
  const { documents, count } = segment.postings(term)
  return documents.slice(0, count)
}
