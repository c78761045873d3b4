import { nameKeys } from '../../shared/model/held-names.ts'
import type { RecordHead } from '../../shared/model/head.ts'
import { linkKey } from '../../shared/text/link-key.ts'

/** Who holds which name: what stands in the workspace, and the files that have been given theirs before they are written. */
export class NameClaims {
  readonly #holders = new Map<string, RecordHead>()

  constructor(heads: Iterable<RecordHead>) {
    for (const head of heads) this.add(head)
  }

  add(head: RecordHead): void {
    if (head.trashedAt !== '') return
    for (const key of nameKeys(head)) if (!this.#holders.has(key)) this.#holders.set(key, head)
  }

  /** The record other than `id` that holds `name`. */
  holder(name: string, id: string): RecordHead | undefined {
    const holder = this.#holders.get(linkKey(name))
    return holder?.id === id ? undefined : holder
  }
}
