/**
 * The index of one open workspace: follows its commits, is kept in a file from one opening to the next, and is built
 * anew whenever that file does not fit. It lives in a thread of its own (worker/); nothing of it is needed for data, and
 * whatever fails here leaves saving alone.
 */
import { setTimeout as wait } from 'node:timers/promises'
import { AppError } from '../../shared/errors.ts'
import type { Log } from '../rpc/log.ts'
import type { Commit, Workspace } from '../workspace/port.ts'
import type { Plan } from './engine/plan.ts'
import type { Matches, MatchRequest } from './search-engine.ts'
import { RowsToRead } from './rows-to-read.ts'
import type { CallName, FoundIn, IndexHolder, Payloads, RowHead, RowRecord, ThreadCalls } from './worker/thread-calls.ts'
import { ThreadGoneError, WorkerEngine } from './worker/worker-engine.ts'

const INDEX_FILE = 'search'
/** Raise it when documents, folding or the form of the file change. */
export const INDEX_VERSION = 1
/** A commit of more records than these is read back from the disk, so that no window waits while it is copied over. */
const COPIED_AT_ONCE = 20
/** Batches of some megabyte that lie in the other thread before the next is read. */
const BATCHES_AHEAD = 2
/** With fewer changes, reading them again at the next opening costs less than writing everything. */
const WORTH_SAVING = 2_000
/** A thread that ends so often in a row has a reason that starting it again does not remove. */
const MOST_STARTS = 4
/** How long closing waits for the file: without it the index is built again. */
const CLOSING_MS = 3_000
/** For a page of finds. */
const READS_AT_ONCE = 8

export interface Progress {
  readonly done: number
  readonly total: number
}

export interface SearchIndexOptions {
  readonly log: Log
  /** Called while it is built, often, and once when it is whole. */
  readonly onProgress: (progress: Progress) => void
  /** Changed rows that are worth writing the file anew. */
  readonly worthSaving?: number
  /** Begins with an empty index; `onGone` is called when it ends by itself. In a thread of its own unless given. */
  readonly hold?: (onGone: (reason: Error) => void) => IndexHolder
}

export class SearchIndex {
  readonly #workspace: Workspace
  readonly #options: SearchIndexOptions
  #thread: IndexHolder
  /** Settles when the file of the last opening has been taken up, or there is none; never rejects. */
  #opened: Promise<void>
  #isFollowing = false
  #reading = new RowsToRead()
  #pump: Promise<void> | null = null
  #done = 0
  #revision = 0
  /** Rows taken in since the file was written. */
  #unsaved = 0
  #saving: Promise<void> | null = null
  /** Rows of damaged records: found by their names. */
  readonly #unreadable = new Set<number>()
  #failure: unknown
  #starts = 0
  #closed = false
  #whenReady = new Settling()

  constructor(workspace: Workspace, options: SearchIndexOptions) {
    this.#workspace = workspace
    this.#options = options
    this.#thread = this.#start()
    this.#opened = this.#takeUp()
  }

  /** Settles when every record can be found, or reading them has failed. Never rejects. */
  get ready(): Promise<void> {
    return this.#whenReady.promise
  }

  /** Settles when the index can be asked: it may still lack records. Never rejects. */
  get opened(): Promise<void> {
    return this.#opened
  }

  get isReady(): boolean {
    return this.#isFollowing && this.#pump === null && this.#reading.size === 0
  }

  get progress(): Progress {
    if (this.isReady) return { done: this.#done, total: this.#done }
    return { done: this.#done, total: this.#done + Math.max(1, this.#reading.size) }
  }

  /** How many records are found by their names only, because they are damaged on the disk. */
  get unreadable(): number {
    return this.#unreadable.size
  }

  /** The next query finds what a commit has changed; of a large one, when it has been read. `rows` are those that it touched. */
  follow(commit: Commit, rows: readonly number[]): void {
    if (!this.#isFollowing || this.#closed) return
    this.#revision = commit.revision
    const gone = new Set(rows)
    const records: RowRecord[] = []
    for (const { id, record } of commit.changes) {
      const row = this.#workspace.rowOf(id)
      if (row === undefined || !record || record.trashed) continue
      gone.delete(row)
      records.push({ row, record })
    }
    for (const row of rows) {
      this.#reading.delete(row)
      // what is written stands elsewhere on the disk than what was damaged
      this.#unreadable.delete(row)
    }
    if (gone.size > 0) this.#send('remove', [[...gone]])
    if (records.length > COPIED_AT_ONCE) this.#read(records.map(({ row }) => row))
    else if (records.length > 0) this.#send('put', [records])
    this.#unsaved += rows.length
    this.#saveWhenWorth()
  }

  match(request: MatchRequest): Promise<Matches> {
    return this.#ask('match', [request])
  }

  /** Every row that matches, in no order. */
  rows(plan: Plan): Promise<Uint32Array> {
    return this.#ask('rows', [plan])
  }

  count(plans: readonly Plan[]): Promise<readonly number[]> {
    return this.#ask('count', [plans])
  }

  /** What to show of these rows, in no order; those of erased records are missing. */
  async snippets(plan: Plan, meant: Matches['meant'], rows: readonly number[]): Promise<readonly FoundIn[]> {
    const payloads: Payloads[] = []
    const heads: RowHead[] = []
    const read = async (part: readonly number[]) => {
      for await (const { bytes, places, damaged } of this.#workspace.payloads(part)) {
        if (places.length > 0) payloads.push({ bytes, places })
        heads.push(...this.#headsOf(damaged))
      }
    }
    // the disk is asked for several at once: they lie far from each other
    const parts = Array.from({ length: READS_AT_ONCE }, (_, part) => rows.filter((_row, at) => at % READS_AT_ONCE === part))
    await Promise.all(parts.map(read))
    return this.#ask('snippets', [plan, meant, payloads, heads])
  }

  /** Lets go of the thread. What it had not written by then is read again at the next opening. */
  async close(): Promise<void> {
    this.#closed = true
    this.#whenReady.settle()
    await this.#savedInTime()
    await this.#thread.close()
    await this.#pump
    await this.#saving
  }

  async #savedInTime(): Promise<void> {
    if (!this.#saving) return
    const calledOff = new AbortController()
    const tooLong = wait(CLOSING_MS, undefined, { signal: calledOff.signal }).catch(later)
    await Promise.race([this.#saving, tooLong])
    calledOff.abort()
  }

  #start(): IndexHolder {
    this.#starts += 1
    const onGone = (reason: Error) => this.#restart(reason)
    return this.#options.hold ? this.#options.hold(onGone) : new WorkerEngine(onGone)
  }

  async #takeUp(): Promise<void> {
    const thread = this.#thread
    try {
      // a file that ends the thread is not opened a third time
      const place = this.#starts > 2 ? null : this.#workspace.derived.place(INDEX_FILE, INDEX_VERSION)
      const revision = await thread.call('open', [place])
      const changed = revision === null ? null : this.#workspace.changedSince(revision)
      if (this.#closed || thread !== this.#thread) return
      // from here on no commit is missed: those before it are in `changed`
      this.#isFollowing = true
      this.#revision = this.#workspace.revision
      if (changed) await this.#catchUp(changed)
      else this.#readEverything()
      this.#look()
    } catch (error) {
      if (!(error instanceof ThreadGoneError)) this.#fail(error)
    }
  }

  #readEverything(): void {
    this.#send('clear', [])
    this.#done = 0
    this.#unreadable.clear()
    this.#unsaved = Infinity
    this.#read(Array(this.#workspace.rowCount).keys())
  }

  async #catchUp(ids: readonly string[]): Promise<void> {
    const rows: number[] = []
    let hasErased = false
    for (const id of ids) {
      const row = this.#workspace.rowOf(id)
      if (row === undefined) hasErased = true
      else rows.push(row)
    }
    this.#unsaved = ids.length
    this.#read(rows)
    // which rows they had is not known any more
    if (hasErased) this.#send('remove', [await this.#rowsWithoutRecord()])
  }

  async #rowsWithoutRecord(): Promise<number[]> {
    let rows: number[] = []
    for (;;) {
      const { revision, rowCount } = this.#workspace
      rows = []
      for (let row = 0; row < rowCount; row += 1) {
        if (!this.#workspace.headAt(row)) rows.push(row)
        if (row % HEADS_AT_ONCE === HEADS_AT_ONCE - 1) await new Promise<void>((resolve) => void setImmediate(resolve))
      }
      // a row may have been given to a new record meanwhile
      if (revision === this.#workspace.revision) return rows
    }
  }

  #read(rows: Iterable<number>): void {
    this.#reading.add(rows)
    if (this.#pump) return
    const pump = this.#readAll(this.#thread, this.#reading).finally(() => {
      if (this.#pump !== pump) return
      this.#pump = null
      // somebody was told of a failure before this had come to its end, and it goes on
      if (this.#reading.size > 0 && this.#failure === undefined) this.#read([])
      else this.#look()
    })
    this.#pump = pump
  }

  async #readAll(thread: IndexHolder, reading: RowsToRead): Promise<void> {
    try {
      // a query that has come already goes first
      await new Promise<void>((resolve) => void setImmediate(resolve))
      for (let rows = reading.begin(); rows.length > 0; rows = reading.begin()) {
        const under: Promise<unknown>[] = []
        for await (const { bytes, places, damaged } of this.#workspace.payloads(rows)) {
          if (this.#closed || thread !== this.#thread) return
          const wanted = reading.take(places)
          const heads = this.#headsOf(damaged.filter((row) => reading.takeOne(row)))
          if (heads.length > 0) this.#send('putHeads', [heads])
          for (const { row } of heads) this.#unreadable.add(row)
          if (wanted.length > 0) {
            const taken = thread.call('take', [{ bytes, places: wanted }], [bytes.buffer])
            // it is awaited below, when others have been sent
            taken.catch(later)
            under.push(taken)
          }
          this.#done += wanted.length / 3 + damaged.length
          if (under.length >= BATCHES_AHEAD) await under.shift()
          this.#options.onProgress(this.progress)
        }
        await Promise.all(under)
        reading.end()
      }
    } catch (error) {
      reading.putBack()
      // then it is started again, and reads everything again
      if (!(error instanceof ThreadGoneError)) this.#fail(error)
    }
  }

  /** Tells when everything can be found, and has that written. */
  #look(): void {
    if (!this.isReady || this.#closed) return
    this.#starts = 0
    this.#options.onProgress(this.progress)
    this.#whenReady.settle()
    this.#saveWhenWorth()
  }

  #saveWhenWorth(): void {
    if (this.#unsaved < (this.#options.worthSaving ?? WORTH_SAVING) || this.#saving || !this.isReady || this.#closed) return
    if (this.#workspace.readOnly !== null || this.#workspace.derived.place(INDEX_FILE, INDEX_VERSION)?.isWritable !== true) return
    this.#unsaved = 0
    this.#saving = this.#save(this.#thread, this.#revision).finally(() => {
      this.#saving = null
      this.#saveWhenWorth()
    })
  }

  /** It is there to be taken up at the next opening; without it that reads everything again. */
  async #save(thread: IndexHolder, revision: number): Promise<void> {
    let problem: string
    try {
      problem = await thread.call('save', [revision])
    } catch (error) {
      problem = this.#closed || error instanceof ThreadGoneError ? '' : String(error)
    }
    if (problem !== '') this.#options.log.error({ message: 'The index of the search was not written; it is kept in memory.', problem })
  }

  #headsOf(rows: readonly number[]): RowHead[] {
    return rows.flatMap((row) => {
      const head = this.#workspace.headAt(row)
      return head?.trashedAt === '' ? [{ row, head }] : []
    })
  }

  /** For changes: when the thread is gone, everything is read again anyway. */
  #send<K extends CallName>(name: K, input: Parameters<ThreadCalls[K]>): void {
    this.#thread.call(name, input).catch((error: unknown) => {
      if (!(error instanceof ThreadGoneError)) this.#fail(error)
    })
  }

  async #ask<K extends CallName>(name: K, input: Parameters<ThreadCalls[K]>): Promise<Awaited<ReturnType<ThreadCalls[K]>>> {
    for (let tries = 1; ; tries += 1) {
      this.#throwFailure()
      await this.#opened
      this.#throwFailure()
      try {
        return await this.#thread.call(name, input)
      } catch (error) {
        if (this.#closed || tries === 2) throw error
        if (error instanceof Error && error.name === DAMAGED) this.#readAgain(error)
        // whatever ended it may have been another query: this one is asked again once
        else if (!(error instanceof ThreadGoneError)) throw error
      }
    }
  }

  /** The file is not as it was written: nothing but the records is believed. */
  #readAgain(error: Error): void {
    this.#options.log.error({ message: 'The file of the search is damaged; the index is built anew.', problem: error.message })
    if (this.#whenReady.isSettled) this.#whenReady = new Settling()
    this.#readEverything()
  }

  /** What failed is told once, and tried again. */
  #throwFailure(): void {
    const failure = this.#failure
    if (failure === undefined) return
    this.#failure = undefined
    if (this.#isFollowing) this.#read([])
    else this.#startAgain()
    throw failure
  }

  #fail(error: unknown): void {
    if (this.#closed) return
    this.#failure = error
    this.#options.log.error({ message: 'The index of the search was not brought up to date.', problem: String(error) })
    this.#whenReady.settle()
  }

  #restart(reason: Error): void {
    if (this.#closed) return
    this.#options.log.error({ message: 'The thread of the search ended and is started again.', problem: String(reason) })
    if (this.#starts < MOST_STARTS) this.#startAgain()
    else {
      this.#isFollowing = false
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
  }

  #startAgain(): void {
    this.#isFollowing = false
    this.#reading = new RowsToRead()
    this.#pump = null
    this.#done = 0
    this.#unreadable.clear()
    if (this.#whenReady.isSettled) this.#whenReady = new Settling()
    void this.#thread.close()
    this.#thread = this.#start()
    this.#opened = this.#takeUp()
  }
}

/** The name of what the engine throws, which crosses from the other thread. */
const DAMAGED = 'IndexDamagedError'
const HEADS_AT_ONCE = 500

/** For failures that are looked at elsewhere. */
const later = () => undefined

class Settling {
  isSettled = false
  readonly promise: Promise<void>
  #resolve: () => void = later

  constructor() {
    this.promise = new Promise<void>((resolve) => (this.#resolve = resolve))
  }

  settle(): void {
    this.isSettled = true
    this.#resolve()
  }
}
