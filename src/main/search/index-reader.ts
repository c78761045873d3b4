/** Reads records from the disk into the index, in the order of the disk and beside everything else. */
import type { RecordPayloads, Workspace } from '../workspace/port.ts'
import { RowsToRead } from './rows-to-read.ts'
import type { IndexHolder, Payloads, RowHead } from './worker/thread-calls.ts'
import { ThreadGoneError } from './worker/worker-engine.ts'

/** Batches of some megabyte that lie in the other thread before the next is read. */
const BATCHES_AHEAD = 2
/** Put in the order of the disk together; rows follow it mostly, and more of them would hold up the window. */
const ROWS_AT_ONCE = 10_000

export interface IndexReaderEvents {
  readonly onProgress: () => void
  /** Nothing is left to be read. */
  readonly onIdle: () => void
  /** What was not read by then is read when {@link IndexReader.goOn} is called. */
  readonly onFailure: (error: unknown) => void
}

export class IndexReader {
  /** Records read. */
  done = 0
  readonly #workspace: Workspace
  readonly #holder: IndexHolder
  readonly #events: IndexReaderEvents
  readonly #rows = new RowsToRead()
  /** Rows of damaged records: found by their names. */
  readonly #unreadable = new Set<number>()
  #running: Promise<void> | null = null
  #hasFailed = false
  #isStopped = false

  constructor(workspace: Workspace, holder: IndexHolder, events: IndexReaderEvents) {
    this.#workspace = workspace
    this.#holder = holder
    this.#events = events
  }

  get isIdle(): boolean {
    return this.#running === null && this.#rows.size === 0
  }

  /** How many rows are still to be read. */
  get left(): number {
    return this.#rows.size
  }

  get unreadable(): number {
    return this.#unreadable.size
  }

  read(rows: Iterable<number>): void {
    this.#rows.add(rows)
    if (!this.#hasFailed) this.#run()
  }

  /** Everything, into an index that holds nothing. */
  readAll(): void {
    this.done = 0
    this.#unreadable.clear()
    this.read(Array(this.#workspace.rowCount).keys())
  }

  /** After a failure. */
  goOn(): void {
    this.#hasFailed = false
    this.#run()
  }

  /** The record of this row comes by itself, or is gone. */
  pass(row: number): void {
    this.#rows.delete(row)
    // what is written stands elsewhere on the disk than what was damaged
    this.#unreadable.delete(row)
  }

  /** Columns of those rows that are to be found. */
  headsOf(rows: readonly number[]): RowHead[] {
    return rows.flatMap((row) => {
      const head = this.#workspace.headAt(row)
      return head?.trashedAt === '' ? [{ row, head }] : []
    })
  }

  /** Settles when nothing is read any more. */
  async stop(): Promise<void> {
    this.#isStopped = true
    await this.#running
  }

  #run(): void {
    if (this.#isStopped) return
    this.#running ??= this.#readWaiting().finally(() => {
      this.#running = null
      if (this.#isStopped || this.#hasFailed) return
      // asked for after the last look at what waits
      if (this.#rows.size > 0) this.#run()
      else this.#events.onIdle()
    })
  }

  async #readWaiting(): Promise<void> {
    const under: Promise<void>[] = []
    try {
      // a query that has come already goes first
      await new Promise<void>((resolve) => void setImmediate(resolve))
      for (let rows = this.#rows.begin(ROWS_AT_ONCE); rows.length > 0; rows = this.#rows.begin(ROWS_AT_ONCE)) {
        for await (const batch of this.#workspace.payloads(rows)) {
          if (this.#isStopped) return
          this.#give(batch, under)
          if (under.length >= BATCHES_AHEAD) await under.shift()
          this.#events.onProgress()
        }
        await Promise.all(under.splice(0))
        this.#rows.end()
      }
    } catch (error) {
      // what was given and not taken waits again by then
      await Promise.allSettled(under)
      this.#rows.putBack()
      this.#hasFailed = true
      // whoever holds the index has ended: then there is another reader
      if (!(error instanceof ThreadGoneError)) this.#events.onFailure(error)
    }
  }

  #give({ bytes, places, damaged }: RecordPayloads, under: Promise<void>[]): void {
    const heads = this.headsOf(damaged.filter((row) => this.#rows.takeOne(row)))
    for (const { row } of heads) this.#unreadable.add(row)
    const wanted = this.#rows.take(places)
    if (heads.length > 0) {
      under.push(
        this.#given(
          heads.map(({ row }) => row),
          this.#holder.call('putHeads', [heads]),
        ),
      )
    }
    if (wanted.length > 0) {
      const rows = wanted.filter((_, at) => at % 3 === 0)
      under.push(this.#given(rows, this.#take({ bytes, places: wanted })))
    }
    this.done += wanted.length / 3 + damaged.length
  }

  /** Of what no document can be made the names are found, as of what is damaged. */
  async #take(payloads: Payloads): Promise<void> {
    const heads = this.headsOf(await this.#holder.call('take', [payloads], [payloads.bytes.buffer]))
    if (heads.length === 0) return
    for (const { row } of heads) this.#unreadable.add(row)
    await this.#holder.call('putHeads', [heads])
  }

  /** Rows count as read when whoever holds the index has them. One that is written anew meanwhile is read once too often. */
  #given(rows: readonly number[], taking: Promise<unknown>): Promise<void> {
    const taken = taking.then(
      () => undefined,
      (error: unknown) => {
        this.#rows.add(rows)
        throw error
      },
    )
    // it is awaited when others have been given
    taken.catch(() => undefined)
    return taken
  }
}
