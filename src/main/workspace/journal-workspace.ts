/** The datastore: columns in memory, whole records in the segments of a journal; an edit costs one appended line. */
import { AppError } from '../../shared/errors.ts'
import type { Author } from '../../shared/model/common.ts'
import type { RecordHead } from '../../shared/model/head.ts'
import type { AnyRecord } from '../../shared/model/record.ts'
import type { RecordColumns } from './columns/record-columns.ts'
import { allClosed } from './all-closed.ts'
import { Committer } from './committer.ts'
import type { Compaction } from './compaction/compaction.ts'
import { compactionOf } from './compaction/compaction-of.ts'
import { diskFailure, withDiskFailures } from './disk-failure.ts'
import type { WorkspaceEnvironment } from './environment.ts'
import { instantOf } from './environment.ts'
import type { FileLock } from './file-system.ts'
import { FoundDamage } from './found-damage.ts'
import { DamagedFileError } from './json-file.ts'
import { Listeners } from './listeners.ts'
import type { Manifest } from './manifest-file.ts'
import { isWorkspaceName, isWorkspaceSettings } from './manifest-file.ts'
import type {
  Commit,
  CompactionReport,
  DerivedFiles,
  ReadOnlyReason,
  RecordPayloads,
  RecordVersion,
  TransactOptions,
  Transaction,
  Workspace,
  WorkspaceInfo,
  WorkspaceNotice,
  WorkspaceProblem,
  WorkspaceSettings,
} from './port.ts'
import { RecordReader } from './record-reader.ts'
import { payloadsInOrder } from './payloads-in-order.ts'
import { recordsInOrder } from './records-in-order.ts'
import { closedError, damagedSegment, readOnlyError } from './refusals.ts'
import type { VersionSource } from './segment-files.ts'
import type { TouchedRecord } from './touched-records.ts'
import type { WorkspaceJournal } from './workspace-journal.ts'

export interface OpenedWorkspace {
  readonly manifest: Manifest
  readonly columns: RecordColumns
  readonly revision: number
  readonly source: VersionSource
  readonly derived: DerivedFiles & { close(): Promise<void> }
  /** Both null for a workspace that is only read. */
  readonly journal: WorkspaceJournal | null
  readonly lock: FileLock | null
  readonly readOnly: ReadOnlyReason | null
  readonly problems: readonly WorkspaceProblem[]
  readonly notices: readonly WorkspaceNotice[]
}

export class JournalWorkspace implements Workspace {
  readonly problems: readonly WorkspaceProblem[]
  readonly derived: DerivedFiles
  private readonly opened: OpenedWorkspace
  private readonly environment: WorkspaceEnvironment
  private readonly columns: RecordColumns
  private readonly reader: RecordReader
  private readonly committer: Committer | null
  private readonly compaction: Compaction | null
  private readonly commitListeners = new Listeners<Commit>()
  private readonly noticeListeners = new Listeners<undefined>()
  private readonly damage = new FoundDamage()
  private readonly readOnlyListeners = new Listeners<ReadOnlyReason | null>()
  private reason: ReadOnlyReason | null
  private lastTurn: Promise<unknown> = Promise.resolve()
  private closing: Promise<void> | null = null

  constructor(opened: OpenedWorkspace, environment: WorkspaceEnvironment) {
    const { columns, source, journal, revision } = opened
    this.opened = opened
    this.environment = environment
    this.problems = opened.problems
    this.derived = opened.derived
    this.columns = columns
    this.reason = opened.readOnly
    this.reader = new RecordReader(columns, source, (record) => this.noteDamage(record))
    this.committer =
      journal &&
      new Committer({
        columns,
        reader: this.reader,
        journal,
        revision,
        onCommit: (commit) => this.tellCommit(commit),
        onRotated: () => this.compaction?.requestSoon(),
        onReadOnly: (reason) => this.turnReadOnly(reason),
      })
    this.compaction =
      journal &&
      this.committer &&
      compactionOf({
        columns,
        journal,
        committer: this.committer,
        source,
        environment,
        assertWritable: () => void this.writable(),
        onReadOnly: (reason) => this.turnReadOnly(reason),
        onDamage: () => this.noteDamage(),
      })
    // the history grows old by itself, and the last session may have ended before its time for it came
    this.compaction?.requestSoon()
  }

  get info(): WorkspaceInfo {
    const { id, name, sample } = this.manifest
    return Object.freeze({ id, name, sample })
  }

  get notices(): readonly WorkspaceNotice[] {
    return [...this.opened.notices, ...this.damage.notices]
  }

  get settings(): WorkspaceSettings {
    return this.manifest.settings
  }

  get revision(): number {
    return this.committer?.revision ?? this.opened.revision
  }

  get readOnly(): ReadOnlyReason | null {
    return this.reason
  }

  get rowCount(): number {
    return this.columns.rowCount
  }

  get rowsEpoch(): string {
    return this.columns.rowsEpoch
  }

  head(id: string): RecordHead | undefined {
    return this.columns.head(id)
  }

  heads(): Iterable<RecordHead> {
    return this.columns.heads()
  }

  rowOf(id: string): number | undefined {
    return this.columns.rowOf(id)
  }

  headAt(row: number): RecordHead | undefined {
    return this.columns.headAt(row)
  }

  hasRecord(row: number): boolean {
    return this.columns.idAt(row) !== undefined
  }

  read(id: string): Promise<AnyRecord | undefined> {
    return this.reader.read(id)
  }

  async body(id: string): Promise<string | undefined> {
    return (await this.read(id))?.body
  }

  records(): AsyncIterable<AnyRecord> {
    return recordsInOrder(this.columns, this.opened.source, (id) => this.reader.read(id))
  }

  payloads(rows: Iterable<number> = Array(this.rowCount).keys()): AsyncIterable<RecordPayloads> {
    return payloadsInOrder(this.columns, this.opened.source, (id) => this.reader.payload(id), rows)
  }

  versions(id: string): readonly RecordVersion[] {
    return this.reader.versions(id)
  }

  readVersion(id: string, rev: number): Promise<AnyRecord | undefined> {
    return this.reader.readVersion(id, rev)
  }

  changedSince(revision: number): readonly string[] | null {
    return this.columns.changedSince(revision)
  }

  async transact<T>(
    author: Author,
    work: (transaction: Transaction) => Promise<T>,
    { kind = 'typing' }: TransactOptions = {},
  ): Promise<{ readonly value: T; readonly commit: Commit | null }> {
    const { value, saved } = await this.inTurn(() => {
      const now = instantOf(this.environment.clock)
      return this.writable().committer.stage({ author, now, own: kind === 'command' }, work)
    })
    return { value, commit: await saved() }
  }

  onCommit(listener: (commit: Commit) => void): () => void {
    return this.commitListeners.add(listener)
  }

  onReadOnly(listener: (reason: ReadOnlyReason | null) => void): () => void {
    return this.readOnlyListeners.add(listener)
  }

  onNotice(listener: () => void): () => void {
    return this.noticeListeners.add(listener)
  }

  async rename(name: string): Promise<void> {
    if (!isWorkspaceName(name)) throw invalid('name', 'A workspace is named by one line of 1 to 200 characters. The name was not changed.')
    await this.changeManifest((manifest) => ({ ...manifest, name }))
  }

  async configure(change: WorkspaceSettings | ((now: WorkspaceSettings) => WorkspaceSettings)): Promise<void> {
    await this.changeManifest((manifest) => {
      const settings = typeof change === 'function' ? change(manifest.settings) : change
      if (!isWorkspaceSettings(settings)) throw invalid('settings', 'A setting has a value that it cannot have. No setting was changed.')
      return { ...manifest, settings: structuredClone({ ...manifest.settings, ...settings }) }
    })
  }

  async whileStill<T>(work: () => Promise<T>): Promise<T> {
    if (this.closing) throw closedError()
    return this.committer ? this.committer.between(work) : work()
  }

  async compact(): Promise<CompactionReport> {
    this.writable()
    const { compaction } = this
    if (!compaction || this.closing) throw closedError()
    try {
      return await withDiskFailures('saving', () => compaction.compact())
    } catch (error) {
      if (!(error instanceof DamagedFileError)) throw error
      this.noteDamage()
      throw damagedSegment(error.message)
    }
  }

  close(): Promise<void> {
    this.closing ??= this.finish()
    return this.closing
  }

  private get manifest(): Manifest {
    return this.opened.journal?.manifest ?? this.opened.manifest
  }

  private async finish(): Promise<void> {
    const { journal, source, derived, lock } = this.opened
    await this.compaction?.close()
    await this.lastTurn
    await this.committer?.idle()
    try {
      await allClosed([journal && { close: () => journal.close(this.columns) }, derived, source])
    } finally {
      await lock?.release()
    }
  }

  /** Works run one after another; their saves do not hold up the next one. */
  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (this.closing) return Promise.reject(closedError())
    const turn = this.lastTurn.then(work)
    const over = () => undefined
    this.lastTurn = turn.then(over, over)
    return turn
  }

  private changeManifest(change: (manifest: Manifest) => Manifest): Promise<void> {
    return this.inTurn(() => {
      const { committer } = this.writable()
      return committer.between(async () => {
        const { journal } = this.writable()
        try {
          await journal.replaceManifest(change(journal.manifest))
        } catch (cause) {
          const { error, readOnly } = diskFailure(cause, 'saving')
          if (readOnly !== null) this.turnReadOnly(readOnly)
          throw error
        }
      })
    })
  }

  /** @throws AppError READ_ONLY */
  private writable(): { readonly committer: Committer; readonly journal: WorkspaceJournal } {
    const { journal } = this.opened
    if (this.reason !== null || !this.committer || !journal) throw readOnlyError(this.reason ?? 'permission')
    return { committer: this.committer, journal }
  }

  private tellCommit(commit: Commit): void {
    if (commit.changes.some(({ after }) => after === null)) this.compaction?.requestSoon()
    this.commitListeners.tell(commit)
  }

  private noteDamage(record?: TouchedRecord): void {
    if (!this.damage.note(record)) return
    this.opened.journal?.distrustColumns()
    this.noticeListeners.tell(undefined)
  }

  private turnReadOnly(reason: ReadOnlyReason): void {
    if (this.reason === reason) return
    this.reason = reason
    this.readOnlyListeners.tell(reason)
  }
}

const invalid = (path: string, message: string) => new AppError('INVALID_INPUT', message, { issues: [{ path, problem: path, message }] })
