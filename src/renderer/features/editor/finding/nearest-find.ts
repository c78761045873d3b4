import type { Found } from './text-finder.ts'

/** The first find that begins at or behind `place`; the first of all when none does, -1 when there is none. */
export function findFrom(found: readonly Found[], place: number): number {
  let low = 0
  let high = found.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((found[middle]?.from ?? 0) < place) low = middle + 1
    else high = middle
  }
  return low < found.length ? low : found.length > 0 ? 0 : -1
}

/** The last find that begins before `place`; the last of all when none does, -1 when there is none. */
export function findBefore(found: readonly Found[], place: number): number {
  const next = findFrom(found, place)
  const behind = next >= 0 && (found[next]?.from ?? 0) >= place
  return behind && next > 0 ? next - 1 : found.length - 1
}
