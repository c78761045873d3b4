/** The records in memory, with who holds which name; and layers over them for what is staged but not yet on the disk. */
import type { RecordHead } from '../../shared/model/head.ts'
import { claimsOf } from './claims.ts'
import type { StoredRecord } from './stored-record.ts'

/** What a transaction does to records: a new version, or null for an erased one. */
export type RecordChanges = ReadonlyMap<string, StoredRecord | null>

export interface RecordView {
  get(id: string): StoredRecord | undefined
  all(): Iterable<StoredRecord>
  /** The record that holds a claim; see {@link claimsOf}. */
  holder(claim: string): string | undefined
}

export { claimsOf, claimTo, claimToCode } from './claims.ts'

export interface Clash {
  readonly record: RecordHead
  readonly other: RecordHead
  readonly claim: string
}

/**
 * Whether `changes` would give one name or code to two records. Looked at as a whole, so that one transaction may
 * swap two titles.
 */
export function findClash(view: RecordView, changes: RecordChanges): Clash | undefined {
  const taken = new Map<string, RecordHead>()
  for (const stored of changes.values()) {
    if (!stored) continue
    for (const claim of claimsOf(stored.head)) {
      const holder = view.holder(claim)
      const standing = holder !== undefined && !changes.has(holder) ? view.get(holder)?.head : undefined
      const other = taken.get(claim) ?? standing
      if (other) return { record: stored.head, other, claim }
      taken.set(claim, stored.head)
    }
  }
  return undefined
}

/** The records that are on the disk. */
export class RecordTable implements RecordView {
  private readonly records: Map<string, StoredRecord>
  private readonly holders = new Map<string, string>()

  constructor(records: ReadonlyMap<string, StoredRecord>) {
    this.records = new Map(records)
    for (const { head } of records.values()) this.claim(head)
  }

  get(id: string): StoredRecord | undefined {
    return this.records.get(id)
  }

  all(): Iterable<StoredRecord> {
    return this.records.values()
  }

  holder(claim: string): string | undefined {
    return this.holders.get(claim)
  }

  apply(changes: RecordChanges): void {
    for (const id of changes.keys()) {
      const before = this.records.get(id)
      for (const claim of before ? claimsOf(before.head) : []) if (this.holders.get(claim) === id) this.holders.delete(claim)
    }
    for (const [id, after] of changes) {
      if (after) {
        this.records.set(id, after)
        this.claim(after.head)
      } else this.records.delete(id)
    }
  }

  /** A table of its own for the next document on the disk. */
  with(changes: RecordChanges): Map<string, StoredRecord> {
    const next = new Map(this.records)
    for (const [id, after] of changes) {
      if (after) next.set(id, after)
      else next.delete(id)
    }
    return next
  }

  private claim(head: RecordHead): void {
    for (const claim of claimsOf(head)) if (!this.holders.has(claim)) this.holders.set(claim, head.id)
  }
}

/** Changes over a table or another layer. Nothing below is touched. */
export class Layer implements RecordView {
  private readonly below: RecordView
  private readonly changes = new Map<string, StoredRecord | null>()
  private readonly holders = new Map<string, string | null>()

  constructor(below: RecordView) {
    this.below = below
  }

  get(id: string): StoredRecord | undefined {
    const own = this.changes.get(id)
    return own === undefined ? this.below.get(id) : (own ?? undefined)
  }

  *all(): Iterable<StoredRecord> {
    for (const stored of this.below.all()) {
      const own = this.changes.get(stored.head.id)
      if (own !== null) yield own ?? stored
    }
    for (const [id, own] of this.changes) if (own && !this.below.get(id)) yield own
  }

  holder(claim: string): string | undefined {
    const own = this.holders.get(claim)
    return own === undefined ? this.below.holder(claim) : (own ?? undefined)
  }

  apply(changes: RecordChanges): void {
    for (const id of changes.keys()) {
      const before = this.get(id)
      for (const claim of before ? claimsOf(before.head) : []) if (this.holder(claim) === id) this.holders.set(claim, null)
    }
    for (const [id, after] of changes) {
      this.changes.set(id, after)
      for (const claim of after ? claimsOf(after.head) : []) this.holders.set(claim, id)
    }
  }

  clear(): void {
    this.changes.clear()
    this.holders.clear()
  }
}
