/**
 * What the services know of the datastore. The first version behind it is lowdb's `Low` over one file; the journal
 * takes its place without touching a service. Therefore: columns are in memory and synchronous, whole records and
 * bodies are read one at a time and asynchronously, and every change is one explicit transaction.
 */
import type { Author } from '../../shared/model/common.ts'
import type { RecordHead } from '../../shared/model/head.ts'
import type { AnyRecord } from '../../shared/model/record.ts'

/** Milliseconds since the Unix epoch; injected so that tests have a clock of their own. */
export type Clock = () => number
/** A new UUID version 7 (RFC 9562). */
export type NewId = () => string

export interface WorkspaceInfo {
  readonly id: string
  readonly name: string
  /** Built from the sample. */
  readonly sample: boolean
}

/** Why a workspace takes no changes. */
export type ReadOnlyReason = 'newerFormat' | 'permission' | 'ioError' | 'damaged'

/** Something that could not be read and is therefore not shown. Only a workspace opened read-only has any. */
export interface WorkspaceProblem {
  /** The file's name inside the workspace. */
  readonly file: string
  /** The record's id and title as far as they can be told; empty when the problem is the file's. */
  readonly id: string
  readonly title: string
  /** One English sentence. */
  readonly reason: string
}

/** One record's step in a commit; `before` is null for a new record, `after` for an erased one. */
export interface Change {
  readonly before: AnyRecord | null
  readonly after: AnyRecord | null
}

/** A transaction that is on the disk. */
export interface Commit {
  /** The workspace's revision after it; the first commit of a workspace is 1. */
  readonly revision: number
  readonly changes: readonly Change[]
}

/**
 * A record as a transaction hands it over. The store sets `rev`, `createdAt/By` of a new record and `updatedAt/By`
 * itself, whatever stands there.
 */
export interface Transaction {
  /** Columns as they stand with this transaction's own changes and everything queued before it. */
  head(id: string): RecordHead | undefined
  heads(): Iterable<RecordHead>
  /** The record outside the trash that holds a title or alias, compared as links compare them. */
  holder(name: string): RecordHead | undefined
  read(id: string): Promise<AnyRecord | undefined>
  /**
   * Stages a whole record. `baseRev` is the revision it was made from, 0 for a new record.
   * @throws AppError CONFLICT with `details.current` when the record's revision is another.
   */
  put(record: AnyRecord, baseRev: number): void
  /** Stages removal for good. @throws AppError CONFLICT as in `put`. */
  erase(id: string, baseRev: number): void
}

export interface Workspace {
  readonly info: WorkspaceInfo
  readonly revision: number
  readonly readOnly: ReadOnlyReason | null
  /** What was left out when a damaged or newer workspace was opened read-only; empty otherwise. */
  readonly problems: readonly WorkspaceProblem[]
  /** Columns of one record, in the trash or not. */
  head(id: string): RecordHead | undefined
  /** Columns of all records, those in the trash too, in no particular order. */
  heads(): Iterable<RecordHead>
  read(id: string): Promise<AnyRecord | undefined>
  body(id: string): Promise<string | undefined>
  /**
   * Runs `work` alone, commits what it staged as one transaction and answers when that is on the disk. Nothing staged:
   * nothing is written and `commit` is null. `work` throws, or the disk fails: nothing has changed, in memory or on disk.
   * `work` must not call `transact` itself: it would wait for itself.
   * @throws AppError DISK_FULL, READ_ONLY, NO_PERMISSION, MISSING, IO, CONFLICT, NOT_FOUND, INVALID_INPUT, TITLE_TAKEN with
   * `details.other` {id, kind, title}, NO_WORKSPACE after `close`, and what `work` throws.
   */
  transact<T>(
    author: Author,
    work: (transaction: Transaction) => Promise<T>,
  ): Promise<{ readonly value: T; readonly commit: Commit | null }>
  /** Called after each commit, in order of revision, before `transact` answers. Returns the function that stops it. */
  onCommit(listener: (commit: Commit) => void): () => void
  /** Called when `readOnly` changes. */
  onReadOnly(listener: (reason: ReadOnlyReason | null) => void): () => void
  rename(name: string): Promise<void>
  /** Waits for what is queued, then releases the lock. */
  close(): Promise<void>
}
