/** The first version of the datastore: columns and JSON in memory, lowdb's `Low` over one file, rewritten at each save. */
import { Low } from 'lowdb'
import { AppError } from '../../shared/errors.ts'
import type { Author } from '../../shared/model/common.ts'
import type { RecordHead } from '../../shared/model/head.ts'
import type { AnyRecord } from '../../shared/model/record.ts'
import { AtomicJsonAdapter } from './atomic-json-adapter.ts'
import { diskFailure } from './disk-failure.ts'
import type { WorkspaceEnvironment } from './environment.ts'
import { filesOf, instantOf } from './environment.ts'
import type { FileLock } from './file-system.ts'
import { systemError } from './file-system.ts'
import type { WorkspacePaths } from './layout.ts'
import type { Manifest } from './manifest-file.ts'
import { isWorkspaceName, manifestCodec } from './manifest-file.ts'
import type {
  Commit,
  CompactionReport,
  DerivedFiles,
  ReadOnlyReason,
  RecordVersion,
  TransactOptions,
  Transaction,
  Workspace,
  WorkspaceInfo,
  WorkspaceNotice,
  WorkspaceProblem,
  WorkspaceSettings,
} from './port.ts'
import type { RecordChanges } from './record-table.ts'
import { findClash, Layer, RecordTable } from './record-table.ts'
import type { RecordsContent, RecordsDocument } from './records-file.ts'
import { assertFits, recordsCodec } from './records-file.ts'
import { closedError, readOnlyError, titleTaken } from './refusals.ts'
import { SaveQueue } from './save-queue.ts'
import { SessionMemory } from './session-memory.ts'
import { StagedTransaction } from './staged-transaction.ts'
import { recordOf } from './stored-record.ts'

export interface OpenedFiles {
  readonly paths: WorkspacePaths
  readonly manifest: Manifest
  readonly records: Omit<RecordsContent, 'version'>
  /** Null for a workspace that is only read. */
  readonly lock: FileLock | null
  readonly readOnly: ReadOnlyReason | null
}

interface Saving {
  readonly changes: RecordChanges
  readonly commit: Commit
  readonly own: boolean
}

export class JsonWorkspace implements Workspace {
  readonly problems: readonly WorkspaceProblem[]
  readonly notices: readonly WorkspaceNotice[] = []
  private readonly memory: SessionMemory
  private policies: WorkspaceSettings = {
    history: { allDays: 30, dailyDays: 365 },
    backups: { automatic: true, secondPlace: '' },
  }
  private readonly environment: WorkspaceEnvironment
  private readonly lock: FileLock | null
  private readonly manifest: Low<Manifest>
  private readonly document: Low<RecordsDocument>
  private readonly table: RecordTable
  /** What is staged behind the save under way, over the table. */
  private readonly pending: Layer
  private pendingRevision: number
  /** What is on the disk for certain; `Low` already holds the next state while it is written. */
  private saved: { readonly revision: number; readonly info: WorkspaceInfo }
  private readonly saves = new SaveQueue<Saving>((batch) => this.save(batch))
  private readonly commitListeners = new Set<(commit: Commit) => void>()
  private readonly readOnlyListeners = new Set<(reason: ReadOnlyReason | null) => void>()
  private reason: ReadOnlyReason | null
  /** The last save that failed; a work that began before it was built on a state that never came to be. */
  private failure: { readonly error: unknown } | null = null
  private lastTurn: Promise<unknown> = Promise.resolve()
  private closing: Promise<void> | null = null

  constructor(opened: OpenedFiles, environment: WorkspaceEnvironment) {
    const { paths, manifest, records } = opened
    const files = filesOf(environment)
    this.environment = environment
    this.lock = opened.lock
    this.reason = opened.readOnly
    this.problems = records.problems
    this.manifest = new Low(new AtomicJsonAdapter(files, paths.manifest, manifestCodec, { previous: paths.previousManifest }), manifest)
    this.document = new Low<RecordsDocument>(
      new AtomicJsonAdapter(files, paths.records, recordsCodec, { previous: paths.previousRecords }),
      { revision: records.revision, savedAt: records.savedAt, records: records.records },
    )
    this.table = new RecordTable(records.records)
    this.memory = new SessionMemory(this.table, records.revision)
    this.pending = new Layer(this.table)
    this.pendingRevision = records.revision
    this.saved = { revision: records.revision, info: infoOf(manifest) }
  }

  get info(): WorkspaceInfo {
    return this.saved.info
  }

  get revision(): number {
    return this.saved.revision
  }

  get readOnly(): ReadOnlyReason | null {
    return this.reason
  }

  get settings(): WorkspaceSettings {
    return this.policies
  }

  get rowCount(): number {
    return this.memory.rowCount
  }

  get rowsEpoch(): string {
    return this.memory.epoch
  }

  get derived(): DerivedFiles {
    return this.memory.derived
  }

  rowOf(id: string): number | undefined {
    return this.memory.rowOf(id)
  }

  headAt(row: number): RecordHead | undefined {
    const id = this.memory.idAt(row)
    return id === undefined ? undefined : this.head(id)
  }

  versions(id: string): readonly RecordVersion[] {
    return this.memory.versions(id)
  }

  async readVersion(id: string, rev: number): Promise<AnyRecord | undefined> {
    return this.memory.readVersion(id, rev)
  }

  changedSince(revision: number): readonly string[] | null {
    return this.memory.changedSince(revision)
  }

  head(id: string): RecordHead | undefined {
    return this.table.get(id)?.head
  }

  *heads(): Iterable<RecordHead> {
    for (const { head } of this.table.all()) yield head
  }

  async read(id: string): Promise<AnyRecord | undefined> {
    const stored = this.table.get(id)
    return stored && recordOf(stored)
  }

  async body(id: string): Promise<string | undefined> {
    return (await this.read(id))?.body
  }

  async transact<T>(
    author: Author,
    work: (transaction: Transaction) => Promise<T>,
    { kind = 'typing' }: TransactOptions = {},
  ): Promise<{ readonly value: T; readonly commit: Commit | null }> {
    const { value, saved } = await this.inTurn(() => this.stage(author, work, kind === 'command'))
    return { value, commit: await saved() }
  }

  onCommit(listener: (commit: Commit) => void): () => void {
    this.commitListeners.add(listener)
    return () => void this.commitListeners.delete(listener)
  }

  onReadOnly(listener: (reason: ReadOnlyReason | null) => void): () => void {
    this.readOnlyListeners.add(listener)
    return () => void this.readOnlyListeners.delete(listener)
  }

  async rename(name: string): Promise<void> {
    if (!isWorkspaceName(name)) {
      const message = 'A workspace is named by one line of 1 to 200 characters.'
      throw new AppError('INVALID_INPUT', `${message} The name was not changed.`, { issues: [{ path: 'name', problem: 'name', message }] })
    }
    await this.inTurn(async () => {
      await this.saves.idle()
      this.assertWritable()
      await this.write(this.manifest, { ...this.manifest.data, name })
      this.saved = { ...this.saved, info: infoOf(this.manifest.data) }
    })
  }

  /** The settings last for the sitting: this format has no place for them. */
  async configure(settings: WorkspaceSettings): Promise<void> {
    this.assertWritable()
    this.policies = settings
  }

  whileStill<T>(work: () => Promise<T>): Promise<T> {
    return this.inTurn(async () => {
      await this.saves.idle()
      return work()
    })
  }

  /** There is nothing to rewrite. */
  async compact(): Promise<CompactionReport> {
    return { segmentsRewritten: 0, versionsDropped: 0, bytesFreed: 0 }
  }

  close(): Promise<void> {
    this.closing ??= this.finish()
    return this.closing
  }

  private async finish(): Promise<void> {
    await this.lastTurn
    await this.saves.idle()
    await this.lock?.release()
  }

  /** Works run one after another; their saves do not hold up the next one. */
  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (this.closing) return Promise.reject(closedError())
    const turn = this.lastTurn.then(work)
    const over = () => undefined
    this.lastTurn = turn.then(over, over)
    return turn
  }

  private async stage<T>(
    author: Author,
    work: (transaction: Transaction) => Promise<T>,
    own: boolean,
  ): Promise<{ value: T; saved: () => Promise<Commit | null> }> {
    this.assertWritable()
    const failureBefore = this.failure
    const transaction = new StagedTransaction(this.pending, author, instantOf(this.environment.clock))
    let value: T
    try {
      value = await work(transaction)
    } finally {
      transaction.end()
    }
    if (this.failure !== failureBefore) throw this.failure?.error
    const changes = transaction.staged()
    if (changes.size === 0) return { value, saved: async () => null }
    const clash = findClash(this.pending, changes)
    if (clash) throw titleTaken(clash)
    const commit: Commit = Object.freeze({ revision: this.pendingRevision + 1, changes: Object.freeze(transaction.changes()) })
    this.pending.apply(changes)
    this.pendingRevision = commit.revision
    const acknowledged = this.saves.add({ changes, commit, own })
    return { value, saved: () => acknowledged.then(() => commit) }
  }

  private async save(batch: readonly Saving[]): Promise<void> {
    const changes = new Map(batch.flatMap((saving) => [...saving.changes]))
    const records = this.table.with(changes)
    const revision = batch.at(-1)?.commit.revision ?? this.revision
    try {
      assertFits(records)
      await this.write(this.document, { revision, savedAt: instantOf(this.environment.clock), records })
    } catch (error) {
      this.failure = { error }
      this.pending.clear()
      this.pendingRevision = this.revision
      throw error
    }
    for (const { commit, own, changes: saved } of batch) this.memory.note(commit, saved, own)
    this.table.apply(changes)
    this.saved = { ...this.saved, revision }
    if (this.saves.waiting === 0) this.pending.clear()
    for (const { commit } of batch) for (const listener of this.commitListeners) tell(() => listener(commit))
  }

  /** Swaps memory only when the disk has it. @throws AppError for a failure of the disk. */
  private async write<T>(low: Low<T>, next: T): Promise<void> {
    const before = low.data
    try {
      if (this.lock && !(await this.lock.isInPlace())) throw systemError('ENOENT', 'stat', 'The lock file is not in its place any more.')
      low.data = next
      await low.write()
    } catch (cause) {
      low.data = before
      const { error, readOnly } = diskFailure(cause, 'saving')
      if (readOnly !== null) this.turnReadOnly(readOnly)
      throw error
    }
  }

  private turnReadOnly(reason: ReadOnlyReason): void {
    if (this.reason === reason) return
    this.reason = reason
    for (const listener of this.readOnlyListeners) tell(() => listener(reason))
  }

  private assertWritable(): void {
    if (this.reason !== null) throw readOnlyError(this.reason)
  }
}

const infoOf = ({ id, name, sample }: Manifest): WorkspaceInfo => Object.freeze({ id, name, sample })

/** A listener's defect must not undo a save that is on the disk; it is reported where the process reports its own. */
function tell(listener: () => void): void {
  try {
    listener()
  } catch (error) {
    process.emitWarning(error instanceof Error ? error : String(error))
  }
}
