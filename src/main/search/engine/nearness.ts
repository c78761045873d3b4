import { NO_TERM, type Found } from './found.ts'
import type { Places, Segment } from './segment.ts'

/** What two words are worth that follow each other in the order of the query; farther apart it is so much less. */
const SIDE_BY_SIDE = 1024
/** As near as they can be, in the other order. */
const TURNED = 960
/** Words farther apart than this have nothing to do with each other. */
const FARTHEST = 32

/** How near the words of the query stand to each other in one document: for each two that follow each other in the query, their best place. */
export function nearnessIn(segment: Segment, words: readonly Found[], document: number): number {
  let sum = 0
  if (words.length < 2) return sum
  let before: readonly Places[] | undefined
  for (const { flags, terms } of words) {
    const term = flags[document] === 0 ? NO_TERM : (terms[document] as number)
    const places = term === NO_TERM ? undefined : segment.places(term, document)
    if (before && places) sum += nearest(before, places)
    before = places
  }
  return sum
}

function nearest(first: readonly Places[], second: readonly Places[]): number {
  let best = 0
  for (const { field, places } of first) {
    const others = second.find((one) => one.field === field)
    if (others) best = Math.max(best, nearestOf(places, others.places))
  }
  return best
}

/** Both in order. */
function nearestOf(first: readonly number[], second: readonly number[]): number {
  let best = 0
  let at = 0
  for (const place of first) {
    while (at < second.length && (second[at] as number) <= place) at++
    const after = (second[at] ?? Infinity) - place
    let behind = at - 1
    // two words of the query may be one and the same in the text
    while (behind >= 0 && second[behind] === place) behind--
    const ahead = behind < 0 ? Infinity : place - (second[behind] as number)
    if (after === 1) return SIDE_BY_SIDE
    const distance = Math.min(after, ahead)
    if (distance <= FARTHEST) best = Math.max(best, ahead === 1 ? TURNED : Math.floor(SIDE_BY_SIDE / distance))
  }
  return best
}
