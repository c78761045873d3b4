/** Links that lead nowhere when some records of a step go back and others stay. */
import { linksToRecords } from '../../../shared/markdown/record-links.ts'
import type { RecordHead } from '../../../shared/model/head.ts'
import { nameKeys } from '../../../shared/model/held-names.ts'
import { recordLinks } from '../../../shared/model/links.ts'
import type { AnyRecord } from '../../../shared/model/record.ts'
import { linkKey } from '../../../shared/text/link-key.ts'
import type { Transaction } from '../../workspace/port.ts'

const namesIn = (record: AnyRecord): string[] => [
  ...linksToRecords(record).map(({ target }) => target),
  ...recordLinks(record).map(({ name }) => name),
]

export const holdsName = (head: RecordHead, name: string): boolean => head.trashedAt === '' && nameKeys(head).includes(linkKey(name))

export class LostLinks {
  readonly #transaction: Pick<Transaction, 'holder'>
  readonly #back: ReadonlyMap<string, RecordHead>
  /** Of the records that go back. */
  readonly #names: ReadonlySet<string>

  /** @param back columns as they will be; nothing of it is staged yet */
  constructor(transaction: Pick<Transaction, 'holder'>, back: ReadonlyMap<string, RecordHead>) {
    this.#transaction = transaction
    this.#back = back
    this.#names = new Set([...back.values()].flatMap((head) => (head.trashedAt === '' ? nameKeys(head) : [])))
  }

  /** Whether a record that stays links to one that is there now and will not be. */
  inStaying(record: AnyRecord): boolean {
    return !record.trashed && namesIn(record).some((name) => this.#transaction.holder(name) && !this.#leadsSomewhere(name))
  }

  /** Whether a record gets links back whose record does not come back. */
  inGoingBack(current: AnyRecord, restored: AnyRecord): boolean {
    if (current.trashed || restored.trashed) return false
    const known = new Set(namesIn(current))
    return namesIn(restored).some((name) => !known.has(name) && !this.#leadsSomewhere(name))
  }

  #leadsSomewhere(name: string): boolean {
    if (this.#names.has(linkKey(name))) return true
    const holder = this.#transaction.holder(name)
    return holder !== undefined && !this.#back.has(holder.id)
  }
}
