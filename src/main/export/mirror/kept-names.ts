/**
 * The names of all exported files, kept current: what {@link assignFileNames} says of all records at once, worked out
 * again only for records whose names can meet.
 */
import { safeName } from '../../../shared/text/safe-file-name.ts'
import { assignFileNames, collisionKey } from '../file-names.ts'

/** Names that are cut are longer than this, however many letters one system folds into one. */
const FAMILY_LETTERS = 16

/** A number stands behind it. */
const NUMBER = ' ('

/** Names that can ever meet have the same one: numbers come after ` (`, and nothing is cut before so many letters. */
function familyOf(key: string): string {
  const number = key.indexOf(NUMBER)
  return (number === -1 ? key : key.slice(0, number)).slice(0, FAMILY_LETTERS)
}

interface Titled {
  readonly id: string
  readonly title: string
}

interface Member extends Titled {
  /** What its name meets others by, before it gets a number. */
  readonly key: string
}

const keyOf = (title: string) => collisionKey(safeName(title))

/** A file's name that is another than before; undefined: there is none. */
export interface Renamed {
  readonly id: string
  readonly before: string | undefined
  readonly after: string | undefined
}

export class KeptNames {
  readonly #stems = new Map<string, string>()
  readonly #ids = new Map<string, string>()
  readonly #families = new Map<string, Member[]>()
  readonly #stale = new Set<string>()

  /** The name of a record's file without ending. */
  stemOf(id: string): string | undefined {
    this.#settle()
    return this.#stems.get(id)
  }

  /** The record whose file has this name. */
  idOf(stem: string): string | undefined {
    this.#settle()
    return this.#ids.get(stem)
  }

  /** One more record, when all are told for the first time. */
  add({ id, title }: Titled): void {
    const key = keyOf(title)
    const family = familyOf(key)
    const members = this.#families.get(family)
    if (members) members.push({ id, title, key })
    else this.#families.set(family, [{ id, title, key }])
    this.#stale.add(family)
  }

  /**
   * A record was made, renamed or taken away; `before` and `after` are its titles among the records that are exported.
   * @returns every file that is called otherwise than before
   */
  change(id: string, before: string | undefined, after: string | undefined): Renamed[] {
    this.#settle()
    const keys = [before, after].flatMap((title) => (title === undefined ? [] : [keyOf(title)]))
    // it may have been told of as it is now already
    for (const key of keys) this.#leave(familyOf(key), id)
    const isAlone = keys.every((key) => !key.includes(NUMBER) && !this.#isMet(key))
    if (after !== undefined) this.add({ id, title: after })
    return isAlone ? this.#rename(id, after) : this.#settle(id)
  }

  /** Nothing else has or had to give way to this name: it is the only one that changes. */
  #rename(id: string, title: string | undefined): Renamed[] {
    this.#stale.clear()
    const before = this.#stems.get(id)
    const after = title === undefined ? undefined : safeName(title)
    if (before === after) return []
    this.#take([{ id, before, after }])
    return [{ id, before, after }]
  }

  #isMet(key: string): boolean {
    return this.#families.get(familyOf(key))?.some((member) => member.key === key) === true
  }

  #leave(family: string, id: string): void {
    const members = this.#families.get(family) ?? []
    this.#families.set(
      family,
      members.filter((member) => member.id !== id),
    )
    this.#stale.add(family)
  }

  #settle(left?: string): Renamed[] {
    if (this.#stale.size === 0) return []
    const renamed: Renamed[] = []
    const named = new Map<string, string>()
    for (const family of this.#stale) {
      const members = this.#families.get(family) ?? []
      if (members.length === 0) this.#families.delete(family)
      for (const [id, stem] of assignFileNames(members)) named.set(id, stem)
    }
    this.#stale.clear()
    for (const [id, after] of named) {
      const before = this.#stems.get(id)
      if (before !== after) renamed.push({ id, before, after })
    }
    const gone = left === undefined || named.has(left) ? undefined : this.#stems.get(left)
    if (left !== undefined && gone !== undefined) renamed.push({ id: left, before: gone, after: undefined })
    this.#take(renamed)
    return renamed
  }

  #take(renamed: readonly Renamed[]): void {
    // two may have changed names with each other
    for (const { before } of renamed) if (before !== undefined) this.#ids.delete(before)
    for (const { id, after } of renamed) {
      if (after === undefined) this.#stems.delete(id)
      else {
        this.#stems.set(id, after)
        this.#ids.set(after, id)
      }
    }
  }
}
