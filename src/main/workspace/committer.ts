/** Brings staged transactions to the disk, several at once where they come so fast, and then into the columns. */
import { AppError } from '../../shared/errors.ts'
import { appliedErasure, appliedVersion } from './applied-version.ts'
import type { AppliedErasure, AppliedVersion, RecordColumns } from './columns/record-columns.ts'
import { diskFailure } from './disk-failure.ts'
import type { PendingFrame, PlacedFrame } from './journal/segment-writer.ts'
import { utf8 } from './json-file.ts'
import type { Commit, ReadOnlyReason, Transaction } from './port.ts'
import type { RecordReader } from './record-reader.ts'
import type { StagedChanges } from './record-view.ts'
import { findClash, Layer } from './record-view.ts'
import { titleTaken } from './refusals.ts'
import { SaveQueue } from './save-queue.ts'
import { StagedTransaction, type Staging } from './staged-transaction.ts'
import type { WorkspaceJournal } from './workspace-journal.ts'

export interface CommitterParts {
  readonly columns: RecordColumns
  readonly reader: RecordReader
  readonly journal: WorkspaceJournal
  readonly revision: number
  /** Told of each commit in order, before whoever asked for it is answered. */
  readonly onCommit: (commit: Commit) => void
  /** A segment was closed because it was full. */
  readonly onRotated: () => void
  /** The disk has failed: no more changes. */
  readonly onReadOnly: (reason: ReadOnlyReason) => void
}

/** One transaction on its way to the disk. */
interface Saving {
  readonly changes: StagedChanges
  readonly commit: Commit
  readonly frames: readonly PendingFrame[]
}

export class Committer {
  private readonly parts: CommitterParts
  /** What is staged behind the save under way, over the columns. */
  private readonly pending: Layer
  private pendingRevision: number
  private saved: number
  /** The last save that failed; a work that began before it was built on a state that never came to be. */
  private failure: { readonly error: unknown } | null = null
  private readonly saves = new SaveQueue<Saving>({
    save: (batch) => this.save(batch),
    failed: (error) => this.takeBack(error),
    afterwards: () => this.rotate(),
  })

  constructor(parts: CommitterParts) {
    this.parts = parts
    this.pending = new Layer(parts.columns)
    this.pendingRevision = parts.revision
    this.saved = parts.revision
  }

  /** Of the last commit that is on the disk. */
  get revision(): number {
    return this.saved
  }

  /**
   * Runs `work`, one at a time. Its commit is on the disk when `saved` answers; the next work need not wait for that.
   * @throws AppError CONFLICT with `details.current`, TITLE_TAKEN, and what `work` throws
   */
  async stage<T>(
    staging: Staging,
    work: (transaction: Transaction) => Promise<T>,
  ): Promise<{ value: T; saved: () => Promise<Commit | null> }> {
    const failureBefore = this.failure
    const transaction = new StagedTransaction({ view: this.pending, read: (id) => this.parts.reader.read(id) }, staging)
    let value: T
    try {
      value = await work(transaction)
    } catch (error) {
      throw await withCurrent(error, transaction)
    } finally {
      transaction.end()
    }
    if (this.failure !== failureBefore) throw this.failure?.error
    const changes = transaction.staged()
    if (changes.size === 0) return { value, saved: async () => null }
    const clash = findClash(this.pending, changes)
    if (clash) throw titleTaken(clash)
    const commit: Commit = Object.freeze({ revision: this.pendingRevision + 1, changes: transaction.changes() })
    const frames = framesOf(commit, changes, staging)
    this.pending.apply(changes)
    this.pendingRevision = commit.revision
    const acknowledged = this.saves.add({ changes, commit, frames })
    return { value, saved: () => acknowledged.then(() => commit) }
  }

  /** Runs `work` while nothing is written but what it writes itself. */
  between<T>(work: () => Promise<T>): Promise<T> {
    return this.saves.between(work)
  }

  idle(): Promise<void> {
    return this.saves.idle()
  }

  private async save(batch: readonly Saving[]): Promise<void> {
    const { columns, journal, onCommit, onReadOnly } = this.parts
    let placed: readonly PlacedFrame[]
    try {
      placed = await journal.append(
        batch.flatMap(({ frames }) => frames),
        batch.length,
      )
    } catch (cause) {
      const { error, readOnly } = diskFailure(cause, 'saving')
      if (error instanceof AppError && error.code === 'DISK_FULL') await journal.makeRoom()
      if (readOnly !== null) onReadOnly(readOnly)
      throw error
    }
    try {
      columns.apply(appliedBy(batch, placed, journal.manifest.active))
      journal.followColumns()
    } catch (cause) {
      // the disk has it and memory does not: whatever is written from here on would be made from the wrong state
      journal.forgoColumns()
      process.emitWarning(cause instanceof Error ? cause : String(cause))
      onReadOnly('ioError')
      throw notFollowed(cause)
    }
    this.saved = batch.at(-1)?.commit.revision ?? this.saved
    this.pending.clear()
    for (const { changes } of this.saves.waiting) this.pending.apply(changes)
    for (const { commit } of batch) onCommit(commit)
  }

  private takeBack(error: unknown): void {
    this.failure = { error }
    this.pending.clear()
    this.pendingRevision = this.saved
  }

  /** What is on the disk stays there when no new segment can be begun; the old one goes on. */
  private async rotate(): Promise<void> {
    const { columns, journal, onReadOnly, onRotated } = this.parts
    try {
      if (journal.isFull) {
        await journal.rotate(this.saved)
        onRotated()
      }
    } catch (cause) {
      const { error, readOnly } = diskFailure(cause, 'saving')
      if (!(error instanceof AppError)) process.emitWarning(error instanceof Error ? error : String(error))
      if (readOnly !== null) onReadOnly(readOnly)
      return
    }
    journal.checkpointWhenDue(columns)
  }
}

function framesOf({ revision, changes }: Commit, staged: StagedChanges, { author, now, own }: Staging): readonly PendingFrame[] {
  return changes.map(({ id, kind }, index): PendingFrame => {
    const last = index === changes.length - 1
    const version = staged.get(id)
    if (version) return { kind: own ? 'C' : 'P', last, revision, payload: version.json }
    // not what it was called: this line stays when everything else of the record has gone
    return { kind: 'E', last, revision, payload: utf8(JSON.stringify({ id, kind, at: now, by: author })) }
  })
}

function appliedBy(batch: readonly Saving[], placed: readonly PlacedFrame[], segment: string): (AppliedVersion | AppliedErasure)[] {
  let next = 0
  return batch.flatMap(({ changes, commit }) =>
    commit.changes.map(({ id }) => {
      const frame = placed[next]
      next += 1
      if (!frame) throw new Error('Fewer lines were written than there are changes.')
      const version = changes.get(id)
      return version ? appliedVersion(version, { segment, ...frame }) : appliedErasure(id, frame.header)
    }),
  )
}

const notFollowed = (cause: unknown): AppError =>
  new AppError(
    'INTERNAL',
    'A defect in the application stopped it at the last step of saving. The change may be on the disk or not, everything older is kept, and the workspace takes no more changes; open it again to see what was saved.',
    {},
    { cause },
  )

/** Whoever is refused because of somebody else's change needs to see it. */
async function withCurrent(error: unknown, transaction: StagedTransaction): Promise<unknown> {
  if (!(error instanceof AppError) || error.code !== 'CONFLICT' || 'current' in error.details) return error
  const { id } = error.details
  const current = typeof id === 'string' ? await transaction.read(id) : undefined
  return current ? new AppError('CONFLICT', error.message, { ...error.details, current }, { cause: error }) : error
}
