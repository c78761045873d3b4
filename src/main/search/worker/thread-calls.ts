/** What the main thread asks of the thread that holds the index. Everything here crosses by structured clone. */
import type { RecordHead } from '../../../shared/model/head.ts'
import type { AnyRecord } from '../../../shared/model/record.ts'
import type { DerivedPlace } from '../../workspace/port.ts'
import type { Plan } from '../engine/plan.ts'
import type { Matches, MatchRequest, Snippet } from '../search-engine.ts'

/** JSON of records; see `RecordPayloads` of the workspace. */
export interface Payloads {
  readonly bytes: Uint8Array<ArrayBuffer>
  /** Three numbers a record: its row, where in `bytes` it begins, and where it ends. */
  readonly places: readonly number[]
}

export interface RowRecord {
  readonly row: number
  readonly record: AnyRecord
}

export interface RowHead {
  readonly row: number
  readonly head: RecordHead
}

/** The words found in a record, and the title in which some of them stand. */
export interface FoundIn extends Snippet {
  readonly row: number
  readonly title: string
}

export interface ThreadCalls {
  /** Takes up the file, or begins with nothing. @returns the revision of the workspace that the file is of; null without one */
  open(place: DerivedPlace | null): Promise<number | null>
  /** Forgets everything. */
  clear(): Promise<void>
  /**
   * Takes records in from their JSON, in the background of queries. Those in the trash are taken out.
   * @returns rows of records that could not be taken in
   */
  take(payloads: Payloads): Promise<readonly number[]>
  /** Takes records in; the next query finds them. @returns rows of records that could not be taken in */
  put(records: readonly RowRecord[]): Promise<readonly number[]>
  /** Records whose text cannot be read. */
  putHeads(heads: readonly RowHead[]): Promise<void>
  /** @returns how many of them were found by then */
  remove(rows: readonly number[]): Promise<number>
  /**
   * Writes the file anew, in the background of queries. When it cannot, the one of before stays unless it `mustGo`.
   * @returns why it was not written; empty when it was
   */
  save(revision: number, mustGo: boolean): Promise<string>
  /** Whether files may be written from now on. */
  letWrite(isAllowed: boolean): Promise<void>
  /** Ends what is under way and takes its files away; nothing is asked afterwards. */
  close(): Promise<void>
  match(request: MatchRequest): Promise<Matches>
  rows(plan: Plan): Promise<Uint32Array>
  count(plans: readonly Plan[]): Promise<readonly number[]>
  /** What to show of records; of `heads` only their names can be read. */
  snippets(plan: Plan, meant: Matches['meant'], payloads: readonly Payloads[], heads: readonly RowHead[]): Promise<readonly FoundIn[]>
}

export type CallName = keyof ThreadCalls

export interface CallMessage<K extends CallName = CallName> {
  readonly id: number
  readonly name: K
  readonly input: Parameters<ThreadCalls[K]>
}

/** What holds the index, in whichever thread. Calls take effect in the order in which they are made. */
export interface IndexHolder {
  /** @throws ThreadGoneError when it has ended, and what the call throws, by its name */
  call<K extends CallName>(name: K, input: Parameters<ThreadCalls[K]>, transfer?: readonly ArrayBuffer[]): ReturnType<ThreadCalls[K]>
  close(): Promise<void>
}

export type AnswerMessage =
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly error: { readonly name: string; readonly message: string; readonly stack: string } }
