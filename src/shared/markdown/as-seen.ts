/** What somebody saw of a text, found again in the text as it is now. */
import { linkKey } from '../text/link-key.ts'
import type { Task } from './tasks.ts'

/** An action as it was seen in a list, a form or beside its text. */
export interface SeenAction extends Pick<Task, 'line' | 'text' | 'due' | 'state'> {
  readonly responsible: readonly string[]
}

/** Whether two lists name the same, in the same order. */
export const sameNames = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((name, nth) => linkKey(name) === linkKey(b[nth] ?? ''))

/** Whether an action stands as it was seen, on whatever line: words, who is responsible, deadline and state. */
export const isAsSeen = (now: SeenAction, seen: SeenAction): boolean =>
  now.text === seen.text && now.due === seen.due && now.state === seen.state && sameNames(now.responsible, seen.responsible)

/**
 * The place in `items` of what was seen on `line`: lines above it may have come and gone, so it is the nearest of those that are
 * the same in all that was seen. Undefined when none is, and when two are equally near: nobody can say which one was meant.
 */
export function placeOfSeen<T extends { readonly line: number }>(
  items: readonly T[],
  line: number,
  isSame: (item: T) => boolean,
): number | undefined {
  let nearest: number | undefined
  let least = Infinity
  for (const [at, item] of items.entries()) {
    const distance = Math.abs(item.line - line)
    if (distance > least || !isSame(item)) continue
    nearest = distance === least ? undefined : at
    least = distance
  }
  return nearest
}
