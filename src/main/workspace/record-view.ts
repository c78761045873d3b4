/** The records as a transaction sees them: the columns, with layers over them for what is staged but not yet on the disk. */
import type { Author } from '../../shared/model/common.ts'
import type { RecordHead } from '../../shared/model/head.ts'
import { claimsAreSame, claimsOf } from './claims.ts'
import type { StoredRecord } from './stored-record.ts'

/** A version that is on its way to the disk. */
export interface StagedVersion extends StoredRecord {
  readonly author: Author
  readonly createdBy: Author
  readonly pinned: boolean
  /** See `fixedMark` of `pinned.ts`. */
  readonly fixed: number
}

/** What a transaction does to records: a new version, or null for an erased one. */
export type StagedChanges = ReadonlyMap<string, StagedVersion | null>

export interface RecordView {
  head(id: string): RecordHead | undefined
  heads(): Iterable<RecordHead>
  createdBy(id: string): Author | undefined
  /** The record that holds a claim; see `claims.ts`. */
  holder(claim: string): string | undefined
}

export interface Clash {
  readonly record: RecordHead
  readonly other: RecordHead
  readonly claim: string
}

/**
 * Whether `changes` would give one name or code to two records. Looked at as a whole, so that one transaction may
 * swap two titles.
 */
export function findClash(view: RecordView, changes: ReadonlyMap<string, { readonly head: RecordHead } | null>): Clash | undefined {
  const taken = new Map<string, RecordHead>()
  for (const changed of changes.values()) {
    if (!changed) continue
    for (const claim of claimsOf(changed.head)) {
      const holder = view.holder(claim)
      const standing = holder !== undefined && !changes.has(holder) ? view.head(holder) : undefined
      const other = taken.get(claim) ?? standing
      if (other) return { record: changed.head, other, claim }
      taken.set(claim, changed.head)
    }
  }
  return undefined
}

/** Changes over the columns or over another layer. Nothing below is touched. */
export class Layer implements RecordView {
  private readonly below: RecordView
  private readonly under: Layer | null
  private readonly changes = new Map<string, StagedVersion | null>()
  private readonly holders = new Map<string, string | null>()

  constructor(below: RecordView) {
    this.below = below
    this.under = below instanceof Layer ? below : null
  }

  head(id: string): RecordHead | undefined {
    const own = this.changes.get(id)
    return own === undefined ? this.below.head(id) : own?.head
  }

  *heads(): Iterable<RecordHead> {
    for (const head of this.below.heads()) {
      const own = this.changes.get(head.id)
      if (own !== null) yield own?.head ?? head
    }
    for (const [id, own] of this.changes) if (own && !this.below.head(id)) yield own.head
  }

  createdBy(id: string): Author | undefined {
    const own = this.changes.get(id)
    return own === undefined ? this.below.createdBy(id) : own?.createdBy
  }

  holder(claim: string): string | undefined {
    const own = this.holders.get(claim)
    return own === undefined ? this.below.holder(claim) : (own ?? undefined)
  }

  /** Undefined when it is not staged, so that the disk has it; null when it is erased. */
  staged(id: string): StagedVersion | null | undefined {
    const own = this.changes.get(id)
    return own === undefined ? this.under?.staged(id) : own
  }

  apply(changes: StagedChanges): void {
    if (this.keepsNames(changes)) {
      for (const [id, after] of changes) this.changes.set(id, after)
      return
    }
    for (const id of changes.keys()) {
      const before = this.head(id)
      for (const claim of before ? claimsOf(before) : []) if (this.holder(claim) === id) this.holders.set(claim, null)
    }
    for (const [id, after] of changes) {
      this.changes.set(id, after)
      for (const claim of after ? claimsOf(after.head) : []) this.holders.set(claim, id)
    }
  }

  /** Most saves leave all names as they are, and most layers know of none that has changed. */
  private keepsNames(changes: StagedChanges): boolean {
    if (this.holders.size > 0) return false
    for (const [id, after] of changes) {
      const before = this.head(id)
      if (!before || !after || !claimsAreSame(before, after.head)) return false
    }
    return true
  }

  clear(): void {
    this.changes.clear()
    this.holders.clear()
  }
}
