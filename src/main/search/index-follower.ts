/**
 * Keeps the index what the workspace is: takes up its file, follows commits, starts whoever holds it again, and has it
 * written. Nothing of it is needed for data, and whatever fails here leaves saving alone.
 */
import { setTimeout as wait } from 'node:timers/promises'
import { AppError } from '../../shared/errors.ts'
import type { Log } from '../rpc/log.ts'
import type { Change, Commit, DerivedPlace, Workspace } from '../workspace/port.ts'
import { IndexReader } from './index-reader.ts'
import { IndexSaver } from './index-saver.ts'
import { INDEX_FILE, INDEX_VERSION } from './index-version.ts'
import { rowsWithoutRecord } from './rows-without-record.ts'
import { Settling } from './settling.ts'
import type { CallName, IndexHolder, RowHead, RowRecord, ThreadCalls } from './worker/thread-calls.ts'
import { ThreadGoneError, WorkerEngine } from './worker/worker-engine.ts'

/** A commit of more records than these is read back from the disk, so that no window waits while it is copied over. */
const COPIED_AT_ONCE = 20
/** Nor more than so many UTF-16 units of texts. */
const LETTERS_AT_ONCE = 500_000
/** A thread that ends so often in a row has a reason that starting it again does not remove. */
const MOST_STARTS = 4
/** How long the thread may take to tidy up; what it leaves is removed at the next opening. */
const CLOSING_MS = 1_000

export interface Progress {
  readonly done: number
  readonly total: number
}

export interface IndexFollowerOptions {
  readonly log: Log
  /** Called while it is built, often, and once when it is whole. */
  readonly onProgress: (progress: Progress) => void
  /** Changed rows that are worth writing the file anew. */
  readonly worthSaving?: number
  /** Begins with an empty index; `onGone` is called when it ends by itself. In a thread of its own unless given. */
  readonly hold?: (onGone: (reason: Error) => void) => IndexHolder
}

export class IndexFollower {
  readonly #workspace: Workspace
  readonly #options: IndexFollowerOptions
  readonly #saver: IndexSaver
  readonly #stopListening: () => void
  #holder: IndexHolder
  #reader: IndexReader
  #opened: Promise<void>
  #ready = new Settling()
  #isFollowing = false
  /** What the file lacked is known, and asked for. */
  #isTakenUp = false
  #revision = 0
  #failure: unknown
  /** Something did not get into the index, and what is not known. */
  #isBroken = false
  #starts = 0
  #isClosed = false

  constructor(workspace: Workspace, options: IndexFollowerOptions) {
    this.#workspace = workspace
    this.#options = options
    this.#saver = new IndexSaver(options)
    this.#holder = this.#start()
    this.#reader = this.#readerOf(this.#holder)
    this.#opened = this.#takeUp(this.#holder)
    this.#stopListening = workspace.onReadOnly((reason) => this.#send('letWrite', [reason === null]))
  }

  /** Who is to be asked. */
  get holder(): IndexHolder {
    return this.#holder
  }

  /** Settles when every record can be found, or reading them has failed. Never rejects. */
  get ready(): Promise<void> {
    return this.#ready.promise
  }

  /** Settles when the index can be asked: it may still lack records. Never rejects. */
  get opened(): Promise<void> {
    return this.#opened
  }

  get isReady(): boolean {
    return this.#isTakenUp && this.#reader.isIdle
  }

  get isClosed(): boolean {
    return this.#isClosed
  }

  get progress(): Progress {
    const { done, left } = this.#reader
    return { done, total: this.isReady ? done : done + Math.max(1, left) }
  }

  /** How many records are found by their names only, because they are damaged on the disk. */
  get unreadable(): number {
    return this.#reader.unreadable
  }

  /** What failed and was not told yet; undefined when nothing did. */
  get failure(): unknown {
    return this.#failure
  }

  /** Columns of those rows that are to be found. */
  headsOf(rows: readonly number[]): RowHead[] {
    return this.#reader.headsOf(rows)
  }

  /** The next query finds what a commit has changed; of a large one, when it has been read. `rows` are those that it touched. */
  follow(commit: Commit, rows: readonly number[]): void {
    if (!this.#isFollowing || this.#isClosed) return
    this.#revision = commit.revision
    const gone = new Set(rows)
    const written: { readonly row: number; readonly change: Change }[] = []
    for (const change of commit.changes) {
      const row = this.#workspace.rowOf(change.id)
      if (row === undefined || !change.after || change.after.trashedAt !== '') continue
      gone.delete(row)
      written.push({ row, change })
    }
    for (const row of rows) this.#reader.pass(row)
    if (gone.size > 0) this.#send('remove', [[...gone]])
    const isMuch = written.length > COPIED_AT_ONCE
    const records: RowRecord[] = isMuch ? [] : written.flatMap(({ row, change: { record } }) => (record ? [{ row, record }] : []))
    const letters = records.reduce((sum, { record }) => sum + record.body.length, 0)
    if (isMuch || letters > LETTERS_AT_ONCE) this.#reader.read(written.map(({ row }) => row))
    else if (records.length > 0) this.#put(records)
    this.#saver.note(rows.length)
    // what was erased for good must not stay in a file either
    if (commit.changes.some(({ after }) => after === null)) this.#saver.noteAll()
    this.#saveWhenDue()
  }

  /** The file is not as it was written: nothing but the records is believed. */
  readAgain(error: Error): void {
    this.#options.log.error({ message: 'The file of the search is damaged; the index is built anew.', problem: error.message })
    this.#unsettle()
    this.#readEverything()
  }

  /** Takes what failed, which is then tried again; undefined when nothing did. */
  takeFailure(): unknown {
    const failure = this.#failure
    if (failure === undefined) return undefined
    this.#failure = undefined
    this.#unsettle()
    if (!this.#isFollowing) this.#startAgain()
    else if (this.#isBroken) this.#readEverything()
    this.#reader.goOn()
    return failure
  }

  /** Lets go of the thread. What it had not written by then is read again at the next opening. */
  async close(): Promise<void> {
    this.#isClosed = true
    this.#stopListening()
    this.#ready.settle()
    await this.#saver.settled()
    await Promise.race([this.#holder.call('close', []).catch(() => undefined), wait(CLOSING_MS, undefined, { ref: false })])
    await this.#holder.close()
    await this.#reader.stop()
  }

  #start(): IndexHolder {
    this.#starts += 1
    const onGone = (reason: Error) => this.#restart(reason)
    return this.#options.hold ? this.#options.hold(onGone) : new WorkerEngine(onGone)
  }

  #readerOf(holder: IndexHolder): IndexReader {
    return new IndexReader(this.#workspace, holder, {
      onProgress: () => this.#options.onProgress(this.progress),
      onIdle: () => this.#noteWhole(),
      onFailure: (error) => this.#fail(error),
    })
  }

  /** Where its file is; nothing is written where the workspace may only be read. */
  get #place(): DerivedPlace | null {
    const place = this.#workspace.derived.place(INDEX_FILE, INDEX_VERSION)
    return place && { ...place, isWritable: place.isWritable && this.#workspace.readOnly === null }
  }

  async #takeUp(holder: IndexHolder): Promise<void> {
    try {
      // a file that ends the thread is not opened a third time
      const place = this.#starts > 2 ? null : this.#place
      const revision = await holder.call('open', [place])
      if (this.#isClosed || holder !== this.#holder) return
      const changed = revision === null ? null : this.#workspace.changedSince(revision)
      // from here on no commit is missed: those before it are in `changed`
      this.#isFollowing = true
      this.#revision = this.#workspace.revision
      if (changed) await this.#catchUp(changed, holder)
      else this.#readEverything()
      if (holder !== this.#holder) return
      this.#isTakenUp = true
      this.#noteWhole()
    } catch (error) {
      if (!(error instanceof ThreadGoneError)) this.#fail(error)
    }
  }

  async #catchUp(ids: readonly string[], holder: IndexHolder): Promise<void> {
    this.#saver.note(ids.length)
    // which rows erased records had is not known any more, nor whether one of these ids was erased and made again
    const gone = ids.length > 0 ? await holder.call('remove', [rowsWithoutRecord(this.#workspace)]) : 0
    if (holder !== this.#holder) return
    // their words are not to stay in the file
    if (gone > 0) this.#saver.noteAll()
    this.#reader.read(ids.flatMap((id) => this.#workspace.rowOf(id) ?? []))
  }

  #readEverything(): void {
    this.#isBroken = false
    this.#send('clear', [])
    this.#saver.noteAll()
    this.#reader.readAll()
  }

  /** Tells when everything can be found, and has that written. */
  #noteWhole(): void {
    if (!this.isReady || this.#isClosed) return
    this.#starts = 0
    this.#options.onProgress(this.progress)
    this.#ready.settle()
    this.#saveWhenDue()
  }

  #saveWhenDue(): void {
    if (!this.#saver.isDue || !this.isReady || this.#isClosed || this.#place?.isWritable !== true) return
    this.#saver.save(this.#holder, this.#revision, () => this.#saveWhenDue())
  }

  /** Of what no document can be made the names are found. */
  #put(records: readonly RowRecord[]): void {
    const holder = this.#holder
    const putting = holder.call('put', [records]).then((failed) => {
      const heads = this.headsOf(failed)
      return heads.length > 0 ? holder.call('putHeads', [heads]) : undefined
    })
    putting.catch((error: unknown) => this.#failToSend(error))
  }

  /** For changes: when the thread is gone, everything is read again anyway. */
  #send<K extends CallName>(name: K, input: Parameters<ThreadCalls[K]>): void {
    this.#holder.call(name, input).catch((error: unknown) => this.#failToSend(error))
  }

  #failToSend(error: unknown): void {
    if (error instanceof ThreadGoneError) return
    this.#isBroken = true
    this.#fail(error)
  }

  #fail(error: unknown): void {
    if (this.#isClosed) return
    this.#failure = error
    this.#options.log.error({ message: 'The index of the search was not brought up to date.', problem: String(error) })
    this.#ready.settle()
  }

  #restart(reason: Error): void {
    if (this.#isClosed) return
    this.#options.log.error({ message: 'The thread of the search ended and is started again.', problem: String(reason) })
    if (this.#starts < MOST_STARTS) return this.#startAgain()
    this.#isFollowing = false
    this.#isTakenUp = false
    this.#starts = 0
    this.#fail(
      new AppError(
        'INTERNAL',
        'The search does not work at present; the log says why. Everything you write is saved as ever. Try again in a while, or restart the application.',
        {},
        { cause: reason },
      ),
    )
  }

  /** Whoever waits for all of it waits for what is read from now on. */
  #unsettle(): void {
    if (this.#ready.isSettled) this.#ready = new Settling()
  }

  #startAgain(): void {
    this.#isFollowing = false
    this.#isTakenUp = false
    this.#unsettle()
    void this.#holder.close()
    void this.#reader.stop()
    this.#holder = this.#start()
    this.#reader = this.#readerOf(this.#holder)
    this.#opened = this.#takeUp(this.#holder)
  }
}
