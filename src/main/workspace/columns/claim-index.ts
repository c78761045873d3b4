/**
 * Which rows may hold a claim: a table of hashes and rows. Whoever asks looks at the records themselves, because two
 * claims may have one hash; the claims' texts are not kept a second time.
 */
import { PagedColumn } from './paged-column.ts'

const FIRST_SLOTS = 64
const isFull = (used: number, slots: number) => used * 4 > slots * 3

/** FNV-1a over UTF-16 code units, mixed at the end because only the low bits choose a slot. */
function hashOfClaim(claim: string): number {
  let hash = 0x811c_9dc5
  for (let index = 0; index < claim.length; index += 1) hash = Math.imul(hash ^ claim.charCodeAt(index), 0x0100_0193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85eb_ca6b)
  return (hash ^ (hash >>> 13)) >>> 0
}

export interface ClaimIndexParts {
  readonly hashes: PagedColumn
  readonly rows: PagedColumn
  readonly held: number
}

export class ClaimIndex {
  private hashes: PagedColumn
  /** Row plus one; 0 is a free slot. */
  private rows: PagedColumn
  private held: number

  constructor(parts?: ClaimIndexParts) {
    this.hashes = parts?.hashes ?? PagedColumn.zeros(Uint32Array, FIRST_SLOTS)
    this.rows = parts?.rows ?? PagedColumn.zeros(Uint32Array, FIRST_SLOTS)
    this.held = parts?.held ?? 0
    const size = this.rows.length
    if (this.hashes.length !== size || size < FIRST_SLOTS || (size & (size - 1)) !== 0 || isFull(this.held, size))
      throw new RangeError('The index of names does not fit together.')
  }

  /** For {@link RecordColumns.encode}. */
  get parts(): ClaimIndexParts {
    return { hashes: this.hashes, rows: this.rows, held: this.held }
  }

  /** Rows with a claim of the same hash, in no particular order; a row may come twice. */
  candidates(claim: string): number[] {
    const hash = hashOfClaim(claim)
    const mask = this.rows.length - 1
    const found: number[] = []
    for (let slot = hash & mask; this.rows.get(slot) !== 0; slot = (slot + 1) & mask)
      if (this.hashes.get(slot) === hash) found.push(this.rows.get(slot) - 1)
    return found
  }

  add(claim: string, row: number): void {
    this.held += 1
    if (isFull(this.held, this.rows.length)) this.grow()
    this.put(hashOfClaim(claim), row + 1)
  }

  remove(claim: string, row: number): void {
    const hash = hashOfClaim(claim)
    const mask = this.rows.length - 1
    let slot = hash & mask
    while (this.rows.get(slot) !== row + 1 || this.hashes.get(slot) !== hash) {
      if (this.rows.get(slot) === 0) return
      slot = (slot + 1) & mask
    }
    this.held -= 1
    this.closeGap(slot, mask)
  }

  private put(hash: number, value: number): void {
    const mask = this.rows.length - 1
    let slot = hash & mask
    while (this.rows.get(slot) !== 0) slot = (slot + 1) & mask
    this.hashes.set(slot, hash)
    this.rows.set(slot, value)
  }

  /** Moves what a search would no longer reach into the freed slot, so that no marks of removal pile up. */
  private closeGap(freed: number, mask: number): void {
    let gap = freed
    for (let slot = (gap + 1) & mask; this.rows.get(slot) !== 0; slot = (slot + 1) & mask) {
      const home = this.hashes.get(slot) & mask
      if (((slot - home) & mask) < ((slot - gap) & mask)) continue
      this.hashes.set(gap, this.hashes.get(slot))
      this.rows.set(gap, this.rows.get(slot))
      gap = slot
    }
    this.rows.set(gap, 0)
  }

  private grow(): void {
    const { hashes, rows } = this
    this.hashes = PagedColumn.zeros(Uint32Array, rows.length * 2)
    this.rows = PagedColumn.zeros(Uint32Array, rows.length * 2)
    for (let slot = 0; slot < rows.length; slot += 1) if (rows.get(slot) !== 0) this.put(hashes.get(slot), rows.get(slot))
  }
}
