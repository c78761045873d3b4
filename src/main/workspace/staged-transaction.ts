/** One transaction while its work runs: reads through to what stands, collects what is to be written. */
import { AppError } from '../../shared/errors.ts'
import type { Author } from '../../shared/model/common.ts'
import type { RecordHead } from '../../shared/model/head.ts'
import type { AnyRecord } from '../../shared/model/record.ts'
import type { Change, Transaction } from './port.ts'
import { claimTo, claimToCode, Layer, type RecordChanges, type RecordView } from './record-table.ts'
import type { StoredRecord } from './stored-record.ts'
import { checkRecord, recordOf } from './stored-record.ts'

interface Staged {
  readonly stored: StoredRecord
  readonly record: AnyRecord
}

export class StagedTransaction implements Transaction {
  private readonly view: RecordView
  private readonly author: Author
  private readonly now: string
  private readonly own = new Map<string, Staged | null>()
  /** The same over the view, with who holds which name. */
  private readonly layer: Layer
  private ended = false

  /** `now` is an ISO 8601 instant. */
  constructor(view: RecordView, author: Author, now: string) {
    this.view = view
    this.layer = new Layer(view)
    this.author = author
    this.now = now
  }

  head(id: string): RecordHead | undefined {
    return this.layer.get(id)?.head
  }

  *heads(): Iterable<RecordHead> {
    for (const { head } of this.layer.all()) yield head
  }

  holder(name: string): RecordHead | undefined {
    const id = this.layer.holder(claimTo(name))
    return id === undefined ? undefined : this.head(id)
  }

  country(code: string): RecordHead | undefined {
    const id = this.layer.holder(claimToCode(code))
    return id === undefined ? undefined : this.head(id)
  }

  async read(id: string): Promise<AnyRecord | undefined> {
    const stored = this.layer.get(id)
    return stored && recordOf(stored)
  }

  put(record: AnyRecord, baseRev: number): void {
    this.assertRunning()
    const before = this.view.get(record.id)
    this.checkRevision(record.id, baseRev)
    if (before && before.head.kind !== record.kind) {
      const message = `A record keeps its kind: this one is a ${before.head.kind}. Nothing was changed.`
      throw new AppError('INVALID_INPUT', message, { issues: [{ path: 'kind', problem: 'kind', message }] })
    }
    const created = before && recordOf(before)
    const checked = checkRecord({
      ...record,
      rev: (before?.head.rev ?? 0) + 1,
      createdAt: created?.createdAt ?? this.now,
      createdBy: created?.createdBy ?? this.author,
      updatedAt: this.now,
      updatedBy: this.author,
    })
    if (!checked.ok) {
      const [first] = checked.issues
      throw new AppError('INVALID_INPUT', `The record was not saved: ${first?.path ?? ''}: ${first?.message ?? ''}`, {
        issues: checked.issues,
        id: record.id,
      })
    }
    this.own.set(record.id, { stored: checked.stored, record: checked.record })
    this.layer.apply(new Map([[record.id, checked.stored]]))
  }

  erase(id: string, baseRev: number): void {
    this.assertRunning()
    this.checkRevision(id, baseRev)
    if (this.view.get(id)) this.own.set(id, null)
    else this.own.delete(id)
    this.layer.apply(new Map([[id, null]]))
  }

  /** Nothing can be staged any more. */
  end(): void {
    this.ended = true
  }

  staged(): RecordChanges {
    return new Map([...this.own].map(([id, own]) => [id, own && own.stored]))
  }

  /** What listeners are told; frozen, because they share it. */
  changes(): readonly Change[] {
    return [...this.own].flatMap(([id, own]) => {
      const before = this.view.get(id)?.head ?? null
      const after = own && own.stored.head
      const kind = (after ?? before)?.kind
      return kind ? [Object.freeze({ id, kind, before, after, record: own && own.record })] : []
    })
  }

  private checkRevision(id: string, baseRev: number): void {
    const stored = this.layer.get(id)
    if (!stored && baseRev === 0) return
    if (!stored) throw new AppError('NOT_FOUND', 'The record is not there any more: it was erased. Nothing was changed.', { id })
    if (stored.head.rev === baseRev) return
    throw new AppError(
      'CONFLICT',
      `“${stored.head.title}” was changed by ${stored.head.updatedBy} in the meantime. Nothing was overwritten.`,
      {
        current: recordOf(stored),
      },
    )
  }

  private assertRunning(): void {
    if (this.ended) throw new Error('The transaction is over: its work has already returned.')
  }
}
