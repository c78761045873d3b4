/** One transaction while its work runs: reads through to what stands, collects what is to be written. */
import { AppError } from '../../shared/errors.ts'
import type { Author } from '../../shared/model/common.ts'
import type { RecordHead } from '../../shared/model/head.ts'
import type { AnyRecord } from '../../shared/model/record.ts'
import { claimTo, claimToCode } from './claims.ts'
import { fixedMark, isPinned } from './pinned.ts'
import type { Change, PutOptions, Transaction } from './port.ts'
import type { StagedChanges, StagedVersion } from './record-view.ts'
import { Layer } from './record-view.ts'
import type { CheckedRecord } from './stored-record.ts'
import { checkRecord, deepFreeze, recordOf } from './stored-record.ts'

/** JSON of the records that are kept as objects too, for those who are told of the commit; of more than this each is read from its JSON. */
const KEPT_BYTES = 8_000_000

interface Staged {
  readonly version: StagedVersion
  /** Undefined in a transaction of many: twice in memory would be twice what was imported. */
  readonly record: AnyRecord | undefined
}

/** One of many: its record is made for whoever asks. */
class StagedChange implements Change {
  readonly id: string
  readonly kind: Change['kind']
  readonly before: RecordHead | null
  readonly after: RecordHead
  readonly #version: StagedVersion

  constructor(before: RecordHead | null, version: StagedVersion) {
    this.id = version.head.id
    this.kind = version.head.kind
    this.before = before
    this.after = version.head
    this.#version = version
  }

  get record(): AnyRecord {
    return deepFreeze(recordOf(this.#version))
  }
}

/** What the transaction stands on: the columns with everything queued before it, and the disk. */
export interface TransactionBase {
  readonly view: Layer
  /** Reads a record of the columns from the disk. */
  readonly read: (id: string) => Promise<AnyRecord | undefined>
}

/** Who changes something, when, and how it counts. */
export interface Staging {
  readonly author: Author
  /** An ISO 8601 instant. */
  readonly now: string
  /** It is a command: each version is one of its own in the history. */
  readonly own: boolean
}

export class StagedTransaction implements Transaction {
  private readonly base: TransactionBase
  private readonly staging: Staging
  private readonly own = new Map<string, Staged | null>()
  /** The base with this transaction's own changes, and with who holds which name. */
  private readonly layer: Layer
  private keptBytes = 0
  private ended = false

  constructor(base: TransactionBase, staging: Staging) {
    this.base = base
    this.layer = new Layer(base.view)
    this.staging = staging
  }

  head(id: string): RecordHead | undefined {
    return this.layer.head(id)
  }

  heads(): Iterable<RecordHead> {
    return this.layer.heads()
  }

  holder(name: string): RecordHead | undefined {
    return this.holding(claimTo(name))
  }

  country(code: string): RecordHead | undefined {
    return this.holding(claimToCode(code))
  }

  async read(id: string): Promise<AnyRecord | undefined> {
    const staged = this.layer.staged(id)
    return staged === undefined ? this.base.read(id) : staged === null ? undefined : recordOf(staged)
  }

  put(record: AnyRecord, baseRev: number, { keepsOrigin = false }: PutOptions = {}): void {
    this.assertRunning()
    const { id } = record
    const { author, now, own } = this.staging
    const before = this.base.view.head(id)
    this.checkRevision(id, baseRev)
    if (before && before.kind !== record.kind) {
      const message = `A record keeps its kind: this one is a ${before.kind}. Nothing was changed.`
      throw new AppError('INVALID_INPUT', message, { issues: [{ path: 'kind', problem: 'kind', message }] })
    }
    const origin = keepsOrigin && !before ? record : { rev: 0, createdAt: now, createdBy: author }
    const createdBy = (before && this.base.view.createdBy(id)) ?? origin.createdBy
    const checked = assertValid({
      ...record,
      rev: (before?.rev ?? origin.rev) + 1,
      createdAt: before?.createdAt ?? origin.createdAt,
      createdBy,
      updatedAt: now,
      updatedBy: author,
    })
    const { head, json } = checked
    const { record: stored } = checked
    const version: StagedVersion = { head, json, author, createdBy, pinned: isPinned(stored, own), fixed: fixedMark(stored) }
    this.keptBytes += json.length
    this.own.set(id, { version, record: this.keptBytes <= KEPT_BYTES ? stored : undefined })
    this.layer.apply(new Map([[id, version]]))
  }

  erase(id: string, baseRev: number): void {
    this.assertRunning()
    this.checkRevision(id, baseRev)
    if (this.base.view.head(id)) this.own.set(id, null)
    else this.own.delete(id)
    this.layer.apply(new Map([[id, null]]))
  }

  /** Nothing can be staged any more. */
  end(): void {
    this.ended = true
  }

  staged(): StagedChanges {
    const changes = new Map<string, StagedVersion | null>()
    for (const [id, own] of this.own) changes.set(id, own && own.version)
    return changes
  }

  /** What listeners are told; frozen, because they share it. */
  changes(): readonly Change[] {
    const changes: Change[] = []
    for (const [id, own] of this.own) {
      const before = this.base.view.head(id) ?? null
      const kind = own ? own.version.head.kind : before?.kind
      if (kind === undefined) continue
      changes.push(
        Object.freeze(
          own && !own.record
            ? new StagedChange(before, own.version)
            : { id, kind, before, after: own && own.version.head, record: own && (own.record ?? null) },
        ),
      )
    }
    return Object.freeze(changes)
  }

  private holding(claim: string): RecordHead | undefined {
    const id = this.layer.holder(claim)
    return id === undefined ? undefined : this.layer.head(id)
  }

  private checkRevision(id: string, baseRev: number): void {
    const head = this.layer.head(id)
    if (!head && baseRev === 0) return
    if (!head) throw new AppError('NOT_FOUND', 'The record is not there any more: it was erased. Nothing was changed.', { id })
    if (head.rev === baseRev) return
    const message = `“${head.title}” was changed by ${head.updatedBy} in the meantime. Nothing was overwritten.`
    throw new AppError('CONFLICT', message, { id })
  }

  private assertRunning(): void {
    if (this.ended) throw new Error('The transaction is over: its work has already returned.')
  }
}

/** @throws AppError INVALID_INPUT with `details.issues` */
function assertValid(candidate: AnyRecord): CheckedRecord {
  const checked = checkRecord(candidate)
  if (checked.ok) return checked
  const [first] = checked.issues
  throw new AppError('INVALID_INPUT', `The record was not saved: ${first?.path ?? ''}: ${first?.message ?? ''}`, {
    issues: checked.issues,
    id: candidate.id,
  })
}
