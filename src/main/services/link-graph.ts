/**
 * Who names whom. Links are kept by the name they use, not by the record it means: a new title, alias or record then
 * changes what they resolve to without any of them being read again.
 */
import { findLinks } from '../../shared/markdown/links.ts'
import { recordLinks } from '../../shared/model/links.ts'
import type { AnyRecord } from '../../shared/model/record.ts'
import { linkKey } from '../../shared/text/link-key.ts'
import { KeySets } from './key-sets.ts'

/** The field of links that stand in the body. */
export const IN_BODY = ''

interface Outgoing {
  readonly key: string
  /** The property, or {@link IN_BODY}. */
  readonly field: string
}

export class LinkGraph {
  readonly #outgoing = new Map<string, readonly Outgoing[]>()
  readonly #linkers = new KeySets()

  add(record: AnyRecord): void {
    const found = new Map<string, Outgoing>()
    const note = (name: string, field: string) => {
      const key = linkKey(name)
      if (key !== '') found.set(`${field}\n${key}`, { key, field })
    }
    for (const { target } of findLinks(record.body)) note(target, IN_BODY)
    for (const { field, name } of recordLinks(record)) note(name, field)
    if (found.size === 0) return
    this.#outgoing.set(record.id, [...found.values()])
    for (const { key } of found.values()) this.#linkers.add(key, record.id)
  }

  remove(id: string): void {
    for (const { key } of this.#outgoing.get(id) ?? []) this.#linkers.delete(key, id)
    this.#outgoing.delete(id)
  }

  /** Records with a link that uses one of `keys`; in one of `fields` when given. */
  linkers(keys: Iterable<string>, fields?: readonly string[]): Set<string> {
    const found = new Set<string>()
    for (const key of keys) {
      for (const id of this.#linkers.get(key)) {
        if (!fields || this.#outgoing.get(id)?.some((link) => link.key === key && fields.includes(link.field))) found.add(id)
      }
    }
    return found
  }

  /** The keys that a record names in one of its fields. */
  named(id: string, field: string): string[] {
    return (this.#outgoing.get(id) ?? []).filter((link) => link.field === field).map(({ key }) => key)
  }
}
