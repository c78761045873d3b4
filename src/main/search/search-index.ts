/** The index of one open workspace, as it is asked. It lives in a thread of its own (worker/) and follows the workspace by itself. */
import type { Commit, Workspace } from '../workspace/port.ts'
import type { Plan } from './engine/plan.ts'
import { IndexFollower, type IndexFollowerOptions, type Progress } from './index-follower.ts'
import type { Matches, MatchRequest } from './search-engine.ts'
import type { CallName, FoundIn, Payloads, RowHead, ThreadCalls } from './worker/thread-calls.ts'
import { ThreadGoneError } from './worker/worker-engine.ts'

export type { Progress } from './index-follower.ts'
export type SearchIndexOptions = IndexFollowerOptions

/** For a page of finds. */
const READS_AT_ONCE = 8
/** The name of what the engine throws, which crosses from the other thread. */
const DAMAGED = 'IndexDamagedError'

/** What failed is told to a person who searches. Whoever asks beside that is refused, and leaves it to be told. */
export type Asker = 'person' | 'background'
type Answer<K extends CallName> = Promise<Awaited<ReturnType<ThreadCalls[K]>>>

export class SearchIndex {
  readonly #workspace: Workspace
  readonly #follower: IndexFollower

  constructor(workspace: Workspace, options: SearchIndexOptions) {
    this.#workspace = workspace
    this.#follower = new IndexFollower(workspace, options)
  }

  /** Settles when every record can be found, or reading them has failed. Never rejects. */
  get ready(): Promise<void> {
    return this.#follower.ready
  }

  /** Settles when the index can be asked: it may still lack records. Never rejects. */
  get opened(): Promise<void> {
    return this.#follower.opened
  }

  get isReady(): boolean {
    return this.#follower.isReady
  }

  get progress(): Progress {
    return this.#follower.progress
  }

  /** How many records are found by their names only, because they are damaged on the disk. */
  get unreadable(): number {
    return this.#follower.unreadable
  }

  /** The next query finds what a commit has changed; of a large one, when it has been read. `rows` are those that it touched. */
  follow(commit: Commit, rows: readonly number[]): void {
    this.#follower.follow(commit, rows)
  }

  match(request: MatchRequest): Promise<Matches> {
    return this.#ask('match', [request])
  }

  /** Every row that matches, in no order. */
  rows(plan: Plan, asker: Asker = 'person'): Promise<Uint32Array> {
    return this.#ask('rows', [plan], asker)
  }

  /** How many records match each; null while not all can be found, or the search does not work. */
  async count(plans: readonly Plan[]): Promise<readonly number[] | null> {
    if (!this.isReady) return null
    try {
      const counts = await this.#ask('count', [plans], 'background')
      // its file may have turned out to be damaged
      return this.isReady ? counts : null
    } catch (error) {
      if (error instanceof ThreadGoneError || this.#follower.failure !== undefined) return null
      throw error
    }
  }

  /** What to show of these rows, in no order; those of erased records are missing. */
  async snippets(plan: Plan, meant: Matches['meant'], rows: readonly number[]): Promise<readonly FoundIn[]> {
    const payloads: Payloads[] = []
    const heads: RowHead[] = []
    const read = async (part: readonly number[]) => {
      for await (const { bytes, places, damaged } of this.#workspace.payloads(part)) {
        if (places.length > 0) payloads.push({ bytes, places })
        heads.push(...this.#follower.headsOf(damaged))
      }
    }
    // the disk is asked for several at once: they lie far from each other
    const parts = Array.from({ length: READS_AT_ONCE }, (_, part) => rows.filter((_row, at) => at % READS_AT_ONCE === part))
    await Promise.all(parts.map(read))
    return this.#ask('snippets', [plan, meant, payloads, heads])
  }

  /** Lets go of the thread. What it had not written by then is read again at the next opening. */
  close(): Promise<void> {
    return this.#follower.close()
  }

  async #ask<K extends CallName>(name: K, input: Parameters<ThreadCalls[K]>, asker: Asker = 'person'): Answer<K> {
    const follower = this.#follower
    for (let tries = 1; ; tries += 1) {
      this.#throwFailure(asker)
      await follower.opened
      this.#throwFailure(asker)
      try {
        return await follower.holder.call(name, input)
      } catch (error) {
        if (follower.isClosed || tries === 2) throw error
        if (error instanceof Error && error.name === DAMAGED) follower.readAgain(error)
        // whatever ended it may have been another query: this one is asked again once
        else if (!(error instanceof ThreadGoneError)) throw error
      }
    }
  }

  /** What failed is told once, and tried again. */
  #throwFailure(asker: Asker): void {
    const failure = asker === 'person' ? this.#follower.takeFailure() : this.#follower.failure
    if (failure !== undefined) throw failure
  }
}
