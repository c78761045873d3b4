/** The people of the workspace by the keys of their names, so that thousands of names are compared with those that share a word. */
import { calledAlike, keyedName, type KeyedName, type Likeness } from '../../../shared/meetings/called-alike.ts'
import { pacing } from '../pacing.ts'
import type { RecordIndex } from '../record-index.ts'

const LIKELIEST: readonly Likeness[] = ['same', 'likely', 'near']
/** Names keyed between two turns of the event loop. */
const AT_ONCE = 50

export interface Alike {
  readonly row: number
  readonly likeness: Likeness
}

const isBrief = (name: KeyedName): boolean => name.length < 2 || name.some(({ isInitial }) => isInitial)

/** Of the state that was asked last: a paste, a calendar file and a composition ask one after the other. */
const kept = new WeakMap<RecordIndex, { readonly version: number; readonly people: Promise<PeopleAlike> }>()

export class PeopleAlike {
  readonly #names: { readonly row: number; readonly name: KeyedName }[] = []
  /** Places in the list above by the key of a word. */
  readonly #byKey = new Map<string, number[]>()
  /** The same of names of one word or with initials: one word in common may be enough for them. */
  readonly #briefByKey = new Map<string, number[]>()

  /** Every person's title, other names and name in the native script; made once for each state of the workspace. */
  static of(index: RecordIndex): Promise<PeopleAlike> {
    const { version } = index
    const known = kept.get(index)
    if (known && known.version === version) return known.people
    const people = PeopleAlike.#made(index)
    const made = { version, people }
    kept.set(index, made)
    people.catch(() => kept.get(index) === made && kept.delete(index))
    return people
  }

  static async #made(index: RecordIndex): Promise<PeopleAlike> {
    const people = new PeopleAlike()
    const nextPerson = pacing(AT_ONCE)
    for (const row of index.rows('contact')) {
      if (index.columns.contactType(row) !== 'person') continue
      await nextPerson()
      const head = index.headAt(row)
      if (head?.kind !== 'contact') continue
      for (const name of new Set([head.title, ...head.aliases, head.nativeName])) if (name !== '') people.#add(row, keyedName(name))
    }
    return people
  }

  #add(row: number, name: KeyedName): void {
    const place = this.#names.push({ row, name }) - 1
    const maps = isBrief(name) ? [this.#byKey, this.#briefByKey] : [this.#byKey]
    for (const key of new Set(name.flatMap(({ keys }) => keys))) {
      for (const map of maps) {
        const places = map.get(key)
        if (places) places.push(place)
        else map.set(key, [place])
      }
    }
  }

  /**
   * Places of names that may be alike. Two names of several whole words are so only when they share two: those that share
   * the commonest word alone, a given name, need not be looked at.
   */
  #candidates(wanted: KeyedName): Set<number> {
    const sharing = (map: ReadonlyMap<string, readonly number[]>) => wanted.map(({ keys }) => keys.flatMap((key) => map.get(key) ?? []))
    const all = sharing(this.#byKey)
    if (isBrief(wanted)) return new Set(all.flat())
    const rarer = all.toSorted((a, b) => a.length - b.length).slice(0, -1)
    return new Set([...rarer, ...sharing(this.#briefByKey)].flat())
  }

  /** The likeliest first; each person once. */
  alike(text: string): Alike[] {
    const wanted = keyedName(text)
    const places = this.#candidates(wanted)
    const best = new Map<number, number>()
    for (const place of places) {
      const other = this.#names[place]
      const likeness = other && calledAlike(wanted, other.name)
      if (!other || !likeness) continue
      best.set(other.row, Math.min(LIKELIEST.indexOf(likeness), best.get(other.row) ?? Infinity))
    }
    return Array.from(best, ([row, at]) => ({ row, likeness: LIKELIEST[at] ?? 'near' })).toSorted(
      (a, b) => LIKELIEST.indexOf(a.likeness) - LIKELIEST.indexOf(b.likeness) || a.row - b.row,
    )
  }
}
