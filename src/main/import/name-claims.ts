import { nameKeys } from '../../shared/model/held-names.ts'
import type { RecordHead } from '../../shared/model/head.ts'
import { linkKey } from '../../shared/text/link-key.ts'
import type { Transaction } from '../workspace/port.ts'

type Holder = Pick<RecordHead, 'id' | 'title'>

/** Who holds which name: what stands in the workspace, and the files that have been given theirs before they are written. */
export class NameClaims {
  readonly #transaction: Pick<Transaction, 'holder'>
  readonly #given = new Map<string, Holder>()

  constructor(transaction: Pick<Transaction, 'holder'>) {
    this.#transaction = transaction
  }

  add(head: RecordHead): void {
    for (const key of nameKeys(head)) if (!this.#given.has(key)) this.#given.set(key, { id: head.id, title: head.title })
  }

  /** The record other than `id` that holds `name`. */
  holder(name: string, id: string): Holder | undefined {
    const holder = this.#transaction.holder(name) ?? this.#given.get(linkKey(name))
    return holder?.id === id ? undefined : holder
  }
}
