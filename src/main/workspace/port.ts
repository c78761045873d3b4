/**
 * What the services know of the datastore. Columns are in memory and synchronous, whole records and bodies are read one
 * at a time and asynchronously, and every change is one explicit transaction.
 */
import type { ActionView } from '../../shared/contract/actions.ts'
import type { SavedSearch } from '../../shared/contract/search.ts'
import type { Author, Kind } from '../../shared/model/common.ts'
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

/** How long versions are kept, in days; see `history/thinning.ts`. */
export interface HistoryPolicy {
  /** All versions of so many days. */
  readonly allDays: number
  /** Then one a day for so many days; after that one a week. */
  readonly dailyDays: number
}

export interface BackupPolicy {
  /** Hourly while the workspace is open and has changed. */
  readonly automatic: boolean
  /** A second folder that gets every backup, such as one on a USB stick; empty for none. A path of this device. */
  readonly secondPlace: string
}

/** Settings that belong to the workspace and are kept in its manifest. */
export interface WorkspaceSettings {
  readonly history: HistoryPolicy
  readonly backups: BackupPolicy
  /** Searches that are kept, in their order. */
  readonly searches: readonly SavedSearch[]
  /** Ways to look at the actions that are kept, in their order. */
  readonly actionViews: readonly ActionView[]
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

/** Something that opening found and put right, or damage that was found since, which the person should know. */
export interface WorkspaceNotice {
  /**
   * `tornTail`: the last, never acknowledged write was cut off and is kept aside. `foreignFile`: a file that is not
   * ours lies in the folder of the segments. `migrated`: brought to this version. `finishedInterrupted`: a compaction
   * that a crash interrupted was taken back or brought to its end. `damaged`: something that was read is not as it was
   * written; the next opening reads everything.
   */
  readonly code: 'tornTail' | 'foreignFile' | 'migrated' | 'finishedInterrupted' | 'damaged'
  /** One English sentence, and where something was kept. */
  readonly message: string
}

/** One record's step in a commit; `before` is null for a new record, `after` and `record` for an erased one. */
export interface Change {
  readonly id: string
  readonly kind: Kind
  readonly before: RecordHead | null
  readonly after: RecordHead | null
  /**
   * The whole record after it; frozen, because listeners share it. In a commit of many it is made anew each time it is
   * asked for: keep the change, not the record. The one before is `readVersion(id, before.rev)`.
   */
  readonly record: AnyRecord | null
}

/** A transaction that is on the disk. */
export interface Commit {
  /** The workspace's revision after it; the first commit of a workspace is 1. */
  readonly revision: number
  readonly changes: readonly Change[]
}

/** One version of a record that can still be read. */
export interface RecordVersion {
  /** The record's revision. */
  readonly rev: number
  /** When it was saved, an ISO 8601 instant. */
  readonly at: string
  readonly author: Author
  /** Of its JSON in UTF-8. */
  readonly bytes: number
  /** It never belongs to a sitting with others: a command's or an import's, or one that was circulated, adopted or corrected. */
  readonly own: boolean
  /** It is never thinned: circulated, adopted or corrected. */
  readonly pinned: boolean
}

export interface PutOptions {
  /** A new record that was here before: it keeps `createdAt/By` as handed over, and its revisions go on. */
  readonly keepsOrigin?: boolean
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
  /** The country outside the trash that has this code. */
  country(code: string): RecordHead | undefined
  read(id: string): Promise<AnyRecord | undefined>
  /**
   * Stages a whole record. `baseRev` is the revision it was made from, 0 for a new record.
   * @throws AppError CONFLICT (`transact` adds `details.current`) when the record's revision is another.
   */
  put(record: AnyRecord, baseRev: number, options?: PutOptions): void
  /** Stages removal for good. @throws AppError CONFLICT as in `put`. */
  erase(id: string, baseRev: number): void
}

export interface TransactOptions {
  /**
   * `typing` (the default): versions by one author within a sitting count as one in the history. `command`: each is a
   * version of its own (restored, renamed, stage changed, undone, imported).
   */
  readonly kind?: 'typing' | 'command'
}

export interface Workspace {
  readonly info: WorkspaceInfo
  readonly settings: WorkspaceSettings
  readonly revision: number
  readonly readOnly: ReadOnlyReason | null
  /** What was left out when a damaged or newer workspace was opened read-only; empty otherwise. */
  readonly problems: readonly WorkspaceProblem[]
  readonly notices: readonly WorkspaceNotice[]
  /** Called when `notices` says more. Returns the function that stops it. */
  onNotice(listener: () => void): () => void

  /** Columns of one record, in the trash or not. */
  head(id: string): RecordHead | undefined
  /** Columns of all records, those in the trash too, in no particular order. Each is made for the caller: at 100,000 records ask for rows. */
  heads(): Iterable<RecordHead>
  /**
   * Rows are small numbers that stand for records while the workspace is open: every row is below `rowCount`, some are
   * of erased records and have no head. They are also what derived files use, together with `rowsEpoch`.
   */
  readonly rowCount: number
  /** Rows mean the same records as long as this is the same, from one opening to the next. */
  readonly rowsEpoch: string
  rowOf(id: string): number | undefined
  headAt(row: number): RecordHead | undefined
  /** Whether `headAt` has an answer, without making it. */
  hasRecord(row: number): boolean

  /** @throws AppError DAMAGED with `details` {id, title} when its bytes are not those that were written; IO */
  read(id: string): Promise<AnyRecord | undefined>
  body(id: string): Promise<string | undefined>
  /**
   * Every record, those in the trash too, in the order in which the disk gives them fastest; damaged ones are left out.
   * One that is changed meanwhile comes once, as it was or as it is; one that is made meanwhile does not come.
   */
  records(): AsyncIterable<AnyRecord>
  /**
   * The JSON of the records of these rows (all unless given), those in the trash too, in the order in which the disk
   * gives them fastest. One that is changed meanwhile comes as it stood when its batch was handed over.
   */
  payloads(rows?: Iterable<number>): AsyncIterable<RecordPayloads>
  /** The versions that can be read, the latest first. */
  versions(id: string): readonly RecordVersion[]
  /** Undefined when this version is not kept any more. @throws AppError as `read` */
  readVersion(id: string, rev: number): Promise<AnyRecord | undefined>
  /**
   * The records that changed or were erased after `revision`, to bring something derived up to date; null when that is
   * not known any more and it has to be derived anew.
   */
  changedSince(revision: number): readonly string[] | null
  /** What is derived from the records and may be thrown away at any time. */
  readonly derived: DerivedFiles

  /**
   * Runs `work` alone, commits what it staged as one transaction and answers when that is on the disk. Nothing staged:
   * nothing is written and `commit` is null. `work` throws, or the disk fails: nothing has changed, in memory or on disk.
   * `work` must not call `transact` itself: it would wait for itself.
   * @throws AppError DISK_FULL, READ_ONLY, NO_PERMISSION, MISSING, IO, CONFLICT with `details.current`, NOT_FOUND,
   * INVALID_INPUT, TITLE_TAKEN with `details.other` {id, kind, title}, NO_WORKSPACE after `close`, and what `work` throws.
   */
  transact<T>(
    author: Author,
    work: (transaction: Transaction) => Promise<T>,
    options?: TransactOptions,
  ): Promise<{ readonly value: T; readonly commit: Commit | null }>
  /** Called after each commit, in order of revision, before `transact` answers. Returns the function that stops it. */
  onCommit(listener: (commit: Commit) => void): () => void
  /** Called when `readOnly` changes. */
  onReadOnly(listener: (reason: ReadOnlyReason | null) => void): () => void
  /** Runs `work` while nothing is written and no file of the workspace is replaced: for backups. Reading goes on. */
  whileStill<T>(work: () => Promise<T>): Promise<T>
  rename(name: string): Promise<void>
  /** A function is given the settings as they stand after every change that was asked for before. What it throws is thrown. */
  configure(change: WorkspaceSettings | ((now: WorkspaceSettings) => WorkspaceSettings)): Promise<void>
  /**
   * Thins the history and rewrites segments that are worth it. Does nothing while one is under way.
   * @throws AppError DAMAGED when a segment is not as it was closed, DISK_FULL, IO and others; nothing has changed then
   */
  compact(): Promise<CompactionReport>
  /** Waits for what is queued, writes what is derived, then releases the lock. */
  close(): Promise<void>
}

export interface CompactionReport {
  readonly segmentsRewritten: number
  readonly versionsDropped: number
  /** On the disk, before the previous generation is let go. */
  readonly bytesFreed: number
}

/** Records as they lie on the disk, for whoever parses them in another thread. */
export interface RecordPayloads {
  /** UTF-8, with bytes of no meaning between the records. The receiver's own, to be handed on. */
  readonly bytes: Uint8Array<ArrayBuffer>
  /** Three numbers a record: its row, where in `bytes` it begins, and where it ends. */
  readonly places: readonly number[]
  /** Rows whose bytes are not those that were written. */
  readonly damaged: readonly number[]
}

/** Where another thread may keep what it derives by itself. */
export interface DerivedPlace {
  readonly path: string
  /** What the file has to be of: workspace, lineage, rows, version, ICU. */
  readonly stamp: string
  readonly isWritable: boolean
}

/** Files that can be made again from the records: indexes and orders. A failure to read or write one is never an error. */
export interface DerivedFiles {
  /**
   * Undefined when it is missing, damaged, of another workspace, of other rows, or of another `version` of what is
   * derived (raise it when the code that makes it changes; the ICU version is part of the stamp anyway).
   */
  read(name: string, version: number): Promise<{ readonly revision: number; readonly bytes: Uint8Array } | undefined>
  /** `revision`: that of the workspace it was derived from. */
  write(name: string, version: number, revision: number, pieces: Iterable<Uint8Array>): Promise<void>
  /** Null where there is no real disk under it. */
  place(name: string, version: number): DerivedPlace | null
}
