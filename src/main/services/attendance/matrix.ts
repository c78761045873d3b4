/** Rows of marks over several meetings, and how often each was there. Pure; what is long gives way to other work. */
import { pacing } from '../pacing.ts'
import { isThere } from './marks.ts'

export interface MarkedMeeting {
  readonly marks: ReadonlyMap<string, string>
  /** False: the record names nobody who was there, and the meeting counts for nobody. */
  readonly recorded: boolean
}

export interface MarkedRow {
  readonly key: string
  readonly marks: string
  readonly attended: number
  readonly of: number
}

interface Wanted {
  /** Rows that stand there even when they were never there. */
  readonly keys: Iterable<string>
  /** What a row is called: rows that were there as often stand in its order. */
  readonly inOrder: (a: string, b: string) => number
  readonly most: number
  /** Whether a row was entitled, or participating, at the meeting in this place; who was there was. */
  readonly isDue: (key: string, place: number) => boolean
}

/** Meetings, and rows of a thousand letters, between two turns of the event loop. */
const AT_ONCE = 10

/** Who was there most first. Letters are made for the rows that are shown alone. */
export async function matrixRows(
  meetings: readonly MarkedMeeting[],
  { keys, inOrder, most, isDue }: Wanted,
): Promise<{ readonly rows: MarkedRow[]; readonly more: number }> {
  const next = pacing(AT_ONCE)
  const counts = new Map<string, number>()
  for (const key of keys) counts.set(key, 0)
  for (const { marks, recorded } of meetings) {
    await next()
    for (const [key, mark] of marks) counts.set(key, (counts.get(key) ?? 0) + Number(recorded && isThere(mark)))
  }
  const rows: MarkedRow[] = []
  for (const key of await firstKeys(counts, inOrder, most)) {
    await next()
    let marks = ''
    let of = 0
    for (const [place, meeting] of meetings.entries()) {
      const mark = meeting.recorded ? (meeting.marks.get(key) ?? (isDue(key, place) ? '-' : 'x')) : ' '
      marks += mark
      if (mark !== ' ' && mark !== 'x') of += 1
    }
    rows.push({ key, marks, attended: counts.get(key) ?? 0, of })
  }
  return { rows, more: counts.size - rows.length }
}

/** Those that were there as often are put in order among themselves, as far as they are shown. */
async function firstKeys(counts: ReadonlyMap<string, number>, inOrder: Wanted['inOrder'], most: number): Promise<string[]> {
  const next = pacing(1)
  const equals = new Map<number, string[]>()
  for (const [key, attended] of counts) {
    const list = equals.get(attended)
    if (list) list.push(key)
    else equals.set(attended, [key])
  }
  const found: string[] = []
  for (const attended of [...equals.keys()].toSorted((a, b) => b - a)) {
    if (found.length >= most) break
    await next()
    found.push(...(equals.get(attended) ?? []).toSorted(inOrder).slice(0, most - found.length))
  }
  return found
}
