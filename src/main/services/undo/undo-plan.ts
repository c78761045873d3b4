/** What of a step can go back, and what has to stay as it is. */
import type { LeftInPlace, reasonsToStay } from '../../../shared/contract/records.ts'
import { AppError } from '../../../shared/errors.ts'
import { headOf, type RecordHead } from '../../../shared/model/head.ts'
import type { AnyRecord } from '../../../shared/model/record.ts'
import { linkKey } from '../../../shared/text/link-key.ts'
import { claimTo, claimToCode } from '../../workspace/claims.ts'
import type { Transaction } from '../../workspace/port.ts'
import { titleTaken } from '../../workspace/refusals.ts'
import { pacing } from '../pacing.ts'
import { holdsName, LostLinks } from './lost-links.ts'
import { notUndoable, recordBefore, type Going } from './record-before.ts'
import type { ChangedRecord, UndoStep } from './undo-step.ts'

/** Characters of the records that are kept between looking and writing; more are worked out twice rather than held at once. */
const KEPT_LETTERS = 4_000_000
/** Of a record beside its text, at least. */
const RECORD_LETTERS = 1_000
/** Records that a refusal names. */
const NAMED = 5

type Reason = (typeof reasonsToStay)[number]

type Staying = LeftInPlace['records'][number]

export interface Before {
  readonly current: AnyRecord
  readonly restored: AnyRecord
}

const holdsCode = (head: RecordHead, code: string): boolean => head.trashedAt === '' && head.kind === 'country' && head.code === code

export class UndoPlan {
  readonly #transaction: Transaction
  readonly #step: UndoStep
  readonly #going: Going
  readonly #kept = new Map<string, Before>()
  #letters = 0
  /** Columns as they will be. */
  readonly #back = new Map<string, RecordHead>()
  readonly #staying: Staying[] = []
  #refusal: AppError | undefined

  private constructor(transaction: Transaction, step: UndoStep, going: Going) {
    this.#transaction = transaction
    this.#step = step
    this.#going = going
  }

  /** Nothing is staged by it, and nothing may have been. */
  static async of(transaction: Transaction, step: UndoStep, going: Going): Promise<UndoPlan> {
    const plan = new UndoPlan(transaction, step, going)
    const next = pacing()
    for (const changed of step.records) {
      await next()
      await plan.#look(changed)
    }
    plan.#leaveClashing()
    return plan
  }

  /** Why the first of those that stay does not go back; undefined when all do. */
  get refusal(): AppError | undefined {
    return this.#refusal
  }

  /** Records that can go back. */
  get size(): number {
    return this.#back.size
  }

  /** Those that can go back, in the order of the step. */
  async *goingBack(): AsyncGenerator<Before> {
    const next = pacing()
    for (const changed of this.#step.records) {
      if (!this.#back.has(changed.id)) continue
      await next()
      const before = this.#kept.get(changed.id) ?? (await this.#before(changed))
      if (before) yield before
    }
  }

  /** What stays; null when all goes back. */
  async left(): Promise<LeftInPlace | null> {
    if (this.#staying.length === 0) return null
    const links = new LostLinks(this.#transaction, this.#back)
    const next = pacing()
    let withLostLinks = 0
    for (const { id } of this.#staying) {
      await next()
      const record = await this.#transaction.read(id)
      if (record && links.inStaying(record)) withLostLinks += 1
    }
    for await (const { current, restored } of this.goingBack()) if (links.inGoingBack(current, restored)) withLostLinks += 1
    return { count: this.#staying.length, records: this.#staying.slice(0, NAMED), withLostLinks }
  }

  async #look(changed: ChangedRecord): Promise<void> {
    try {
      const before = await this.#before(changed)
      if (!before) {
        const error = notUndoable('erased', 'A record of this was erased for good. Nothing was changed.', { id: changed.id })
        this.#leave({ id: changed.id, title: '', reason: 'erased', by: '' }, error)
        return
      }
      this.#back.set(changed.id, headOf(before.restored))
      this.#letters += before.current.body.length + before.restored.body.length + RECORD_LETTERS
      if (this.#letters <= KEPT_LETTERS) this.#kept.set(changed.id, before)
    } catch (error) {
      if (!(error instanceof AppError) || (error.code !== 'NOT_UNDOABLE' && error.code !== 'ADOPTED')) throw error
      const reason: Reason = error.code === 'ADOPTED' ? 'adopted' : error.details['reason'] === 'unknown' ? 'unknown' : 'changedSince'
      const head = this.#transaction.head(changed.id)
      const { title = '', updatedBy = '' } = head ?? {}
      this.#leave(
        { id: changed.id, title, reason, by: updatedBy },
        reason === 'adopted' ? new AppError('NOT_UNDOABLE', error.message, { ...error.details, reason }) : error,
      )
    }
  }

  /** Undefined for what was erased. @throws AppError NOT_UNDOABLE, ADOPTED */
  async #before(changed: ChangedRecord): Promise<Before | undefined> {
    const current = changed.erased ? undefined : await this.#transaction.read(changed.id)
    return current && { current, restored: await recordBefore(current, changed, this.#going) }
  }

  #leave(staying: Staying, error: AppError): void {
    this.#staying.push(staying)
    this.#refusal ??= error
  }

  /** Names and codes may have been given away since. What stays keeps its own, so the others are looked at again. */
  #leaveClashing(): void {
    for (let before = -1; before !== this.#staying.length;) {
      before = this.#staying.length
      const taken = new Map<string, RecordHead>()
      for (const [id, head] of this.#back) {
        const clash = this.#clash(head, taken)
        if (!clash) continue
        const { message, details } = titleTaken({ record: head, ...clash })
        this.#back.delete(id)
        this.#kept.delete(id)
        this.#leave(
          { id, title: head.title, reason: 'nameTaken', by: clash.other.updatedBy },
          notUndoable('nameTaken', message, { other: details['other'] }),
        )
      }
    }
  }

  #clash(head: RecordHead, taken: Map<string, RecordHead>): { other: RecordHead; claim: string } | undefined {
    if (head.trashedAt !== '') return undefined
    const claims: { claim: string; holder: RecordHead | undefined; isFree: (going: RecordHead) => boolean }[] = [
      ...new Map([head.title, ...head.aliases].map((name) => [linkKey(name), name])).values(),
    ].map((name) => ({
      claim: claimTo(name),
      holder: this.#transaction.holder(name),
      isFree: (going) => !holdsName(going, name),
    }))
    if (head.kind === 'country')
      claims.push({
        claim: claimToCode(head.code),
        holder: this.#transaction.country(head.code),
        isFree: (going) => !holdsCode(going, head.code),
      })
    for (const { claim, holder, isFree } of claims) {
      const going = holder && this.#back.get(holder.id)
      const standing = holder && holder.id !== head.id && !(going && isFree(going)) ? holder : undefined
      const other = taken.get(claim) ?? standing
      if (other) return { other, claim }
    }
    for (const { claim } of claims) taken.set(claim, head)
    return undefined
  }
}
