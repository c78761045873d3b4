/** The sessions of a conference stand beneath it, in the order in which they are held. */
import type { HeadOf, RecordHead } from '../../../shared/model/head.ts'

/** A row's place: which record, and how deep. */
export interface Placed {
  readonly head: RecordHead
  readonly depth: number
}

type Meeting = HeadOf<'meeting'>

const byTime = (a: Meeting, b: Meeting) => {
  const left = `${a.start} ${a.startTime}`
  const right = `${b.start} ${b.startTime}`
  return left < right ? -1 : left > right ? 1 : 0
}

/**
 * Puts each meeting that is part of another one of `heads` directly beneath it. Parts of parts stand beneath the whole;
 * meetings that name each other as their whole stay where they are.
 */
export function placeParts(heads: readonly RecordHead[], wholeOf: (meeting: Meeting) => string | undefined): Placed[] {
  const byId = new Map(heads.filter((head) => head.kind === 'meeting').map((head) => [head.id, head]))
  const root = (meeting: Meeting): Meeting => {
    const seen = new Set<string>()
    let current = meeting
    for (;;) {
      seen.add(current.id)
      const above = byId.get(wholeOf(current) ?? '')
      if (!above) return current
      if (seen.has(above.id)) return meeting
      current = above
    }
  }
  const parts = new Map<string, Meeting[]>()
  const tops: RecordHead[] = []
  for (const head of heads) {
    const whole = head.kind === 'meeting' ? root(head) : head
    if (head.kind !== 'meeting' || whole.id === head.id) tops.push(head)
    else {
      const beneath = parts.get(whole.id)
      if (beneath) beneath.push(head)
      else parts.set(whole.id, [head])
    }
  }
  return tops.flatMap((head) => [
    { head, depth: 0 },
    ...(parts.get(head.id) ?? []).toSorted(byTime).map((part) => ({ head: part, depth: 1 })),
  ])
}
