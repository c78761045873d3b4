/**
 * What memory holds of all records: packed heads, who holds which name, and where each version lies on the disk. Rows are
 * small numbers that stand for records and never change their meaning; a row of an erased record keeps nothing but its id.
 */
import type { Author } from '../../../shared/model/common.ts'
import type { RecordHead } from '../../../shared/model/head.ts'
import { deepFreeze } from '../stored-record.ts'
import { claimsAreSame, claimsOf } from '../claims.ts'
import { ClaimIndex } from './claim-index.ts'
import type { ColumnParts } from './columns-codec.ts'
import { decodeColumns, encodeColumns } from './columns-codec.ts'
import { packHead, unpackHead } from './head-codec.ts'
import { HeadPages } from './head-pages.ts'
import { IdIndex } from './id-index.ts'
import { PagedColumn } from './paged-column.ts'
import type { PlacedVersion, SegmentMoves, VersionPlace } from './version-table.ts'
import { VersionTable } from './version-table.ts'

/** Heads kept unpacked: some screens of lists and what their rows name. */
const CACHED_HEADS = 4_096

export interface AppliedVersion {
  readonly head: RecordHead
  readonly place: VersionPlace
  /** When it was saved, an ISO 8601 instant. */
  readonly at: string
  readonly author: Author
  readonly createdBy: Author
  readonly own: boolean
  readonly pinned: boolean
  /** Tells adopted texts of one record apart, 0 for none: the version that brings another one is pinned, too. */
  readonly fixed: number
  readonly sequence: number
  /** The workspace's. */
  readonly revision: number
}

export interface AppliedErasure {
  /** The id of a record that is there. */
  readonly erased: string
  readonly sequence: number
  readonly revision: number
}

/** A version as compaction and checks see it. */
export interface ListedVersion extends PlacedVersion {
  readonly id: string
  /** The record's latest; false for every version of an erased record. */
  readonly current: boolean
  readonly erased: boolean
}

export class RecordColumns {
  readonly rowsEpoch: string
  private readonly ids: IdIndex
  private readonly claims: ClaimIndex
  private readonly packed: HeadPages
  private readonly table: VersionTable
  /** The workspace's revision of each row's last change. */
  private readonly changedAt: PagedColumn
  private readonly creators: PagedColumn
  /** The adopted text that each row's latest version holds; see `AppliedVersion.fixed`. */
  private readonly fixed: PagedColumn
  private readonly cache = new Map<number, RecordHead>()
  private lastRevision: number
  private lastSequence: number

  /** @param from a new name for rows that begin here, or what {@link decodeColumns} answered */
  constructor(from: string | ColumnParts) {
    const parts = typeof from === 'string' ? undefined : from
    this.rowsEpoch = typeof from === 'string' ? from : from.rowsEpoch
    this.ids = new IdIndex(parts?.ids)
    this.claims = new ClaimIndex(parts?.claims)
    this.packed = new HeadPages(parts?.heads)
    this.table = new VersionTable(parts?.versions)
    this.changedAt = parts?.changedAt ?? new PagedColumn(Float64Array)
    this.creators = parts?.creators ?? new PagedColumn(Uint32Array)
    this.fixed = parts?.fixed ?? new PagedColumn(Uint32Array)
    this.lastRevision = parts?.revision ?? 0
    this.lastSequence = parts?.sequence ?? 0
    const lengths = [this.packed.rows, this.table.rows, this.changedAt.length, this.creators.length, this.fixed.length]
    if (lengths.some((rows) => rows !== this.rowCount)) throw new RangeError('The columns of the records are not of one length.')
  }

  /** Takes `bytes` over: they must not be used by anybody else. @throws RangeError, SyntaxError when they do not fit */
  static decode(bytes: Uint8Array): RecordColumns {
    return new RecordColumns(decodeColumns(bytes))
  }

  /** As they are now: what is applied while the pieces are being written does not show in them. */
  encode(): readonly Uint8Array[] {
    return encodeColumns({
      rowsEpoch: this.rowsEpoch,
      revision: this.lastRevision,
      sequence: this.lastSequence,
      ids: this.ids.parts,
      claims: this.claims.parts,
      heads: this.packed.parts,
      versions: this.table.parts,
      changedAt: this.changedAt,
      creators: this.creators,
      fixed: this.fixed,
    })
  }

  /** Every row is below it; rows of erased records count. */
  get rowCount(): number {
    return this.ids.rows
  }

  /** Records, those in the trash too. */
  get recordCount(): number {
    return this.ids.parts.held
  }

  /** Of the last change applied; 0 before the first. */
  get revision(): number {
    return this.lastRevision
  }

  get sequence(): number {
    return this.lastSequence
  }

  /**
   * In the order of the journal.
   * @throws RangeError for a sequence that is not above the last one: applying twice would show a version twice
   */
  apply(entries: readonly (AppliedVersion | AppliedErasure)[]): void {
    for (const entry of entries) {
      if (entry.sequence <= this.lastSequence) throw new RangeError(`Number ${entry.sequence} of the journal was applied already.`)
      const row = 'erased' in entry ? this.erase(entry.erased) : this.put(entry)
      if (row !== undefined) this.changedAt.set(row, entry.revision)
      this.lastSequence = entry.sequence
      this.lastRevision = Math.max(this.lastRevision, entry.revision)
    }
  }

  rowOf(id: string): number | undefined {
    return this.ids.rowOf(id)
  }

  /** Undefined for a row of an erased record. */
  idAt(row: number): string | undefined {
    return this.packed.has(row) ? this.ids.idOf(row) : undefined
  }

  headAt(row: number): RecordHead | undefined {
    const cached = this.cache.get(row)
    if (cached) return cached
    const head = this.unpacked(row)
    if (head) this.keep(row, head)
    return head
  }

  head(id: string): RecordHead | undefined {
    const row = this.rowOf(id)
    return row === undefined ? undefined : this.headAt(row)
  }

  /** Each made for the caller; the cache is left to those who ask for single ones. */
  *heads(): Iterable<RecordHead> {
    for (let row = 0; row < this.rowCount; row += 1) {
      const head = this.cache.get(row) ?? this.unpacked(row)
      if (head) yield head
    }
  }

  /** The id of the record that holds a claim (see {@link claimsOf}). */
  holder(claim: string): string | undefined {
    let holder: RecordHead | undefined
    let first = this.rowCount
    for (const row of this.claims.candidates(claim)) {
      const head = row < first ? this.headAt(row) : undefined
      if (!head || !claimsOf(head).includes(claim)) continue
      holder = head
      first = row
    }
    return holder?.id
  }

  place(id: string): VersionPlace | undefined {
    const latest = this.latestOf(id)
    return latest === undefined ? undefined : this.table.place(latest)
  }

  createdBy(id: string): Author | undefined {
    const row = this.rowOf(id)
    return row === undefined ? undefined : this.table.authors.get(this.creators.get(row))
  }

  /** The latest first. */
  versions(id: string): readonly PlacedVersion[] {
    const row = this.rowOf(id)
    return row === undefined ? [] : this.versionsAt(row)
  }

  /** The latest first; none of an erased record. */
  versionsAt(row: number): readonly PlacedVersion[] {
    const found: PlacedVersion[] = []
    for (let index = this.table.latestOf(row); index !== undefined; index = this.table.beforeThat(index))
      found.push(this.table.version(index))
    return found
  }

  /** Ids of records that changed or were erased after `revision`; null when that revision has not been yet. */
  changedSince(revision: number): readonly string[] | null {
    if (revision > this.lastRevision) return null
    const changed = new Set<string>()
    for (let row = 0; row < this.rowCount; row += 1) if (this.changedAt.get(row) > revision) changed.add(this.ids.idOf(row))
    return [...changed]
  }

  /** Ids of the records, erased ones too, that have a version in a segment. */
  recordsIn(segment: string): readonly string[] {
    const rows = new Set<number>()
    for (const index of this.table.inSegment(segment)) rows.add(this.table.rowAt(index)!)
    return Array.from(rows, (row) => this.ids.idOf(row))
  }

  /** In no particular order. It may be left and taken up again between changes; what changes meanwhile may show or not. */
  *allVersions(): Iterable<ListedVersion> {
    for (let index = 0; index < this.table.length; index += 1) {
      const row = this.table.rowAt(index)
      if (row === undefined) continue
      const current = this.table.latestOf(row) === index
      yield { ...this.table.version(index), id: this.ids.idOf(row), current, erased: !this.packed.has(row) }
    }
  }

  /** Places of versions are numbered below it, for long work in small steps; see {@link erasedPlaceAt}. */
  get placeCount(): number {
    return this.table.length
  }

  /** Where a version of an erased record lies; undefined for any other. */
  erasedPlaceAt(index: number): VersionPlace | undefined {
    const row = this.table.rowAt(index)
    return row === undefined || this.packed.has(row) ? undefined : this.table.place(index)
  }

  /** Whether a segment has versions of records that were erased. */
  holdsErased(segment: string): boolean {
    for (const index of this.table.inSegment(segment)) if (!this.packed.has(this.table.rowAt(index)!)) return true
    return false
  }

  /** After segments were replaced. @throws as {@link prepareRelocation} */
  relocate(moves: SegmentMoves): void {
    this.prepareRelocation(moves)()
  }

  /**
   * Answers what relocates and cannot fail; nothing may be applied in between.
   * @throws RangeError when a record's latest version would go, and what a move throws; then nothing has changed
   */
  prepareRelocation(moves: SegmentMoves): () => void {
    return this.table.prepareRelocation(moves)
  }

  private latestOf(id: string): number | undefined {
    const row = this.rowOf(id)
    return row === undefined ? undefined : this.table.latestOf(row)
  }

  private put(entry: AppliedVersion): number {
    const { head } = entry
    const known = this.ids.rowOf(head.id)
    const before = known === undefined ? undefined : this.headAt(known)
    const row = known ?? this.addRow(head.id, entry.createdBy)
    if (!before || !claimsAreSame(before, head)) {
      for (const claim of before ? claimsOf(before) : []) this.claims.remove(claim, row)
      for (const claim of claimsOf(head)) this.claims.add(claim, row)
    }
    this.packed.set(row, packHead(head))
    const pinned = entry.pinned || (entry.fixed !== 0 && entry.fixed !== this.fixed.get(row))
    this.table.add(row, { ...entry, rev: head.rev, own: entry.own || pinned, pinned })
    this.fixed.set(row, entry.fixed)
    this.cache.delete(row)
    this.keep(row, deepFreeze(head))
    return row
  }

  private erase(id: string): number | undefined {
    const row = this.rowOf(id)
    const head = row === undefined ? undefined : this.headAt(row)
    if (row === undefined || !head) return undefined
    for (const claim of claimsOf(head)) this.claims.remove(claim, row)
    this.ids.remove(id)
    this.packed.clear(row)
    this.table.unchain(row)
    this.cache.delete(row)
    return row
  }

  private addRow(id: string, createdBy: Author): number {
    const row = this.ids.add(id)
    this.packed.addRow()
    this.table.addRow()
    this.changedAt.push(0)
    this.fixed.push(0)
    this.creators.push(this.table.authors.numberOf(createdBy))
    return row
  }

  private unpacked(row: number): RecordHead | undefined {
    const packed = this.packed.get(row)
    return packed && unpackHead(this.ids.idOf(row), packed)
  }

  private keep(row: number, head: RecordHead): void {
    if (this.cache.size >= CACHED_HEADS) for (const oldest of this.cache.keys()) if (this.cache.delete(oldest)) break
    this.cache.set(row, head)
  }
}
