/**
 * Every version that can be read, in columns of numbers, the versions of a record chained from its latest one back.
 * Versions of erased records stay listed, without a chain, until compaction has taken their bytes away.
 */
import type { Author } from '../../../shared/model/common.ts'
import type { RecordVersion } from '../port.ts'
import { PagedColumn } from './paged-column.ts'
import { ValuePool } from './value-pool.ts'

/** Where a version's payload lies. */
export interface VersionPlace {
  /** The segment's file name. */
  readonly segment: string
  /** Of the payload, not of its frame. */
  readonly offset: number
  readonly length: number
  /** CRC-32 of the payload. */
  readonly crc: number
}

export interface PlacedVersion extends RecordVersion {
  readonly place: VersionPlace
  readonly sequence: number
  /** The workspace's. */
  readonly revision: number
}

export type NewVersion = Omit<PlacedVersion, 'bytes'>

/** For each segment that is replaced: where the payload at an offset lies now, or null when it was dropped. */
export type SegmentMoves = ReadonlyMap<string, (offset: number) => { readonly segment: string; readonly offset: number } | null>

/** In the column of rows: nothing is listed here. */
const FREE = 0xffff_ffff
const OWN = 1
const PINNED = 2

export const versionColumns = {
  row: Uint32Array,
  segment: Uint32Array,
  offset: Float64Array,
  length: Uint32Array,
  crc: Uint32Array,
  at: Float64Array,
  author: Uint32Array,
  rev: Float64Array,
  sequence: Float64Array,
  revision: Float64Array,
  flags: Uint8Array,
  /** Index plus one of the version before. */
  previous: Uint32Array,
} as const

export type VersionColumns = { readonly [K in keyof typeof versionColumns]: PagedColumn }

export interface VersionTableParts {
  readonly columns: VersionColumns
  /** Index plus one of each row's latest version. */
  readonly latest: PagedColumn
  readonly free: readonly number[]
  readonly authors: readonly (Author | null)[]
  readonly segments: readonly (string | null)[]
}

const authorKey = ({ name, device }: Author) => `${name}\n${device}`

export class VersionTable {
  readonly authors: ValuePool<Author>
  private readonly columns: VersionColumns
  private readonly latest: PagedColumn
  private readonly free: number[]
  private readonly segments: ValuePool<string>

  constructor(parts?: VersionTableParts) {
    const entries = Object.entries(versionColumns).map(([name, type]) => [name, new PagedColumn(type)])
    this.columns = parts?.columns ?? (Object.fromEntries(entries) as VersionColumns)
    this.latest = parts?.latest ?? new PagedColumn(Uint32Array)
    this.free = [...(parts?.free ?? [])]
    this.authors = new ValuePool(authorKey, parts?.authors)
    this.segments = new ValuePool((name: string) => name, parts?.segments)
    if (Object.values(this.columns).some((column) => column.length !== this.length))
      throw new RangeError('The columns of the versions are not of one length.')
  }

  /** For {@link RecordColumns.encode}. */
  get parts(): VersionTableParts {
    const { columns, latest, free, authors, segments } = this
    return { columns, latest, free, authors: authors.all, segments: segments.all }
  }

  /** Indexes are below it; some are free. */
  get length(): number {
    return this.columns.row.length
  }

  get rows(): number {
    return this.latest.length
  }

  addRow(): void {
    this.latest.push(0)
  }

  add(row: number, version: NewVersion): void {
    const at = Date.parse(version.at)
    if (Number.isNaN(at)) throw new RangeError('A version has no date.')
    this.write(this.free.pop() ?? this.length, {
      row,
      segment: this.segments.numberOf(version.place.segment),
      offset: version.place.offset,
      length: version.place.length,
      crc: version.place.crc,
      at,
      author: this.authors.numberOf(version.author),
      rev: version.rev,
      sequence: version.sequence,
      revision: version.revision,
      flags: (version.own ? OWN : 0) | (version.pinned ? PINNED : 0),
      previous: this.latest.get(row),
    })
  }

  /** The row has no versions any more; their bytes are still on the disk. */
  unchain(row: number): void {
    this.latest.set(row, 0)
  }

  latestOf(row: number): number | undefined {
    const index = this.latest.get(row) - 1
    return index < 0 ? undefined : index
  }

  beforeThat(index: number): number | undefined {
    const before = this.columns.previous.get(index) - 1
    return before < 0 ? undefined : before
  }

  /** Undefined where nothing is listed. */
  rowAt(index: number): number | undefined {
    const row = this.columns.row.get(index)
    return row === FREE ? undefined : row
  }

  place(index: number): VersionPlace {
    const { segment, offset, length, crc } = this.columns
    return { segment: this.segments.get(segment.get(index)), offset: offset.get(index), length: length.get(index), crc: crc.get(index) }
  }

  version(index: number): PlacedVersion {
    const { columns } = this
    const flags = columns.flags.get(index)
    return {
      rev: columns.rev.get(index),
      at: new Date(columns.at.get(index)).toISOString(),
      author: this.authors.get(columns.author.get(index)),
      bytes: columns.length.get(index),
      own: (flags & OWN) !== 0,
      pinned: (flags & PINNED) !== 0,
      place: this.place(index),
      sequence: columns.sequence.get(index),
      revision: columns.revision.get(index),
    }
  }

  /** Indexes of the versions in a segment, also of erased records. */
  *inSegment(segment: string): Iterable<number> {
    const number = this.segments.find(segment)
    if (number === undefined) return
    for (let index = 0; index < this.length; index += 1)
      if (this.columns.segment.get(index) === number && this.columns.row.get(index) !== FREE) yield index
  }

  /**
   * Answers what does it, which cannot fail; nothing may be added in between.
   * @throws RangeError when the latest version of a record would be dropped, and what a move throws
   */
  prepareRelocation(moves: SegmentMoves): () => void {
    const moved: { readonly index: number; readonly target: ReturnType<NonNullable<ReturnType<SegmentMoves['get']>>> }[] = []
    const { segment: segments, offset, row: rows } = this.columns
    const byNumber = new Map<number, NonNullable<ReturnType<SegmentMoves['get']>>>()
    for (const [segment, move] of moves) {
      const number = this.segments.find(segment)
      if (number !== undefined) byNumber.set(number, move)
    }
    // once over all versions, however many segments move
    for (let index = 0; byNumber.size > 0 && index < this.length; index += 1) {
      const row = rows.get(index)
      const move = row === FREE ? undefined : byNumber.get(segments.get(index))
      if (!move) continue
      const target = move(offset.get(index))
      if (!target && this.latest.get(row) === index + 1) throw new RangeError('The latest version of a record cannot be dropped.')
      moved.push({ index, target })
    }
    return () => {
      for (const segment of moves.keys()) this.segments.release(segment)
      const shortened = new Set<number>()
      for (const { index, target } of moved) {
        if (target) {
          this.columns.segment.set(index, this.segments.numberOf(target.segment))
          this.columns.offset.set(index, target.offset)
        } else {
          shortened.add(this.columns.row.get(index))
          this.columns.row.set(index, FREE)
          this.free.push(index)
        }
      }
      for (const row of shortened) this.closeChain(row)
    }
  }

  /** Takes freed versions out of a row's chain. */
  private closeChain(row: number): void {
    const { row: rows, previous } = this.columns
    for (let kept = this.latestOf(row); kept !== undefined;) {
      let before = this.beforeThat(kept)
      while (before !== undefined && rows.get(before) === FREE) before = this.beforeThat(before)
      previous.set(kept, before === undefined ? 0 : before + 1)
      kept = before
    }
  }

  private write(index: number, values: { readonly [K in keyof VersionColumns]: number }): void {
    const isNew = index === this.length
    for (const name of Object.keys(versionColumns) as (keyof VersionColumns)[]) {
      if (isNew) this.columns[name].push(values[name])
      else this.columns[name].set(index, values[name])
    }
    this.latest.set(values.row, index + 1)
  }
}
