/** The parts of a person's name, when the title that they make up changes. */
import type { PersonNames } from '../../../store/records/ports.ts'
import { fold } from '../../../../shared/text/fold.ts'

const split = (text: string) => text.split(/[\s,]+/u).filter(Boolean)
const same = (a: readonly string[], b: readonly string[]) => fold(a.join(' ')) === fold(b.join(' '))

/**
 * The names that go with the new title: only where the old title was given and family name in one of the two orders,
 * and the new one can be parted in the same way. Undefined when a person has to say it.
 */
export function namesAfterRename(old: PersonNames & { readonly title: string }, title: string): PersonNames | undefined {
  const before = split(old.title)
  const given = split(old.given)
  const family = split(old.family)
  const now = split(title)
  const part = (cut: number, familyFirst: boolean): PersonNames => {
    const [first, second] = [now.slice(0, cut).join(' '), now.slice(cut).join(' ')]
    return familyFirst ? { family: first, given: second } : { given: first, family: second }
  }
  const cutAt = (first: readonly string[], second: readonly string[]): number | undefined => {
    if (!same(before, [...first, ...second])) return undefined
    if (now.length === before.length) return first.length
    // a second given name, a double surname: the part that stayed tells where the other one ends
    const rest = now.length - second.length
    if (second.length > 0 && rest > 0 && same(now.slice(rest), second)) return rest
    return first.length > 0 && now.length > first.length && same(now.slice(0, first.length), first) ? first.length : undefined
  }
  const western = cutAt(given, family)
  if (western !== undefined) return part(western, false)
  const eastern = cutAt(family, given)
  return eastern === undefined ? undefined : part(eastern, true)
}

/** True when the lists show the person under a family name that the title does not bear. */
export function listedOtherwise(names: PersonNames, title: string): boolean {
  const borne = split(fold(title))
  return names.family !== '' && !split(fold(names.family)).every((word) => borne.includes(word))
}
