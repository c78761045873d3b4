/** Which record a link name means: its title or one of its aliases. Records in the trash are not meant. */
import { nameKeys } from '../../shared/model/held-names.ts'
import type { RecordHead } from '../../shared/model/head.ts'
import { linkKey } from '../../shared/text/link-key.ts'

interface Holder {
  readonly id: string
  readonly isTitle: boolean
}

/** Should two records hold a name all the same (merged folders), the title wins, then the older record. */
const before = (a: Holder, b: Holder) => Number(b.isTitle) - Number(a.isTitle) || (a.id < b.id ? -1 : 1)

export class LinkNames {
  readonly #holders = new Map<string, readonly Holder[]>()

  add(head: RecordHead): void {
    nameKeys(head).forEach((key, position) => {
      const others = (this.#holders.get(key) ?? []).filter(({ id }) => id !== head.id || position === 0)
      const own = { id: head.id, isTitle: position === 0 }
      this.#holders.set(key, others.length === 0 ? [own] : [...others, own].toSorted(before))
    })
  }

  remove(head: RecordHead): void {
    for (const key of nameKeys(head)) {
      const others = (this.#holders.get(key) ?? []).filter(({ id }) => id !== head.id)
      if (others.length > 0) this.#holders.set(key, others)
      else this.#holders.delete(key)
    }
  }

  /** The id of the record that `key` (see {@link linkKey}) means. */
  byKey(key: string): string | undefined {
    return this.#holders.get(key)?.[0]?.id
  }

  /** The id of the record that `name` means. */
  resolve(name: string): string | undefined {
    return this.byKey(linkKey(name))
  }
}
