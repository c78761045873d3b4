/** Names of exported files: each safe on every system, and no two that one system takes for the same. */
import type { RecordHead } from '../../shared/model/head.ts'
import { cutTo, MAX_STEM, safeName } from '../../shared/text/safe-file-name.ts'

export const ENDING = '.md'

type Titled = Pick<RecordHead, 'id' | 'title'>

/** The names of all records, by id: a title that is a safe name keeps it, then the older record goes first. */
export function assignFileNames(heads: readonly Titled[]): Map<string, string> {
  const steps = fileNamesInSteps(heads)
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
  }
}

/**
 * As {@link assignFileNames}, with a pause after each name. `isOthers`: a record that does not come along is called so, and links to it
 * would open this file.
 */
export function* fileNamesInSteps(
  heads: readonly Titled[],
  isOthers: (name: string) => boolean = () => false,
): Generator<void, Map<string, string>, void> {
  const names = new Map<string, string>()
  const taken = new Set<string>()
  /** The last number given to a name, so that a thousand alike are not counted through a thousand times. */
  const numbered = new Map<string, number>()
  const safe: { readonly id: string; readonly name: string; readonly changed: boolean }[] = []
  for (const { id, title } of heads) {
    const name = safeName(title)
    safe.push({ id, name, changed: name !== title })
    yield
  }
  for (const { id, name, changed } of safe.toSorted((a, b) => Number(a.changed) - Number(b.changed) || (a.id < b.id ? -1 : 1))) {
    const misleads = (stem: string) => changed && isOthers(stem)
    let free = name
    let key = collisionKey(free)
    while (taken.has(key) || misleads(free)) {
      const number = (numbered.get(name) ?? 1) + 1
      numbered.set(name, number)
      const suffix = ` (${number})`
      free = `${cutTo(name, MAX_STEM - suffix.length)}${suffix}`
      key = collisionKey(free)
    }
    taken.add(key)
    names.set(id, free)
    yield
  }
  return names
}

/** Two names with the same key are one file on some system: case, normalisation and compatibility forms do not part them. */
export const collisionKey = (name: string): string =>
  ASCII.test(name) ? name.toLowerCase() : name.normalize('NFKD').toUpperCase().toLowerCase().normalize('NFKC')

/** The rule for all others comes to the same for these. */
const ASCII = /^[ -~]*$/
