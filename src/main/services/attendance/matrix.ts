/** Rows of marks over several meetings, and how often each was there. Pure. */
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

/**
 * @param keys rows that stand there even when they were never there
 * @param isDue whether a row was entitled, or participating, at the meeting in this place; who was there was
 */
export function matrixRows(
  meetings: readonly MarkedMeeting[],
  keys: Iterable<string>,
  isDue: (key: string, place: number) => boolean,
): MarkedRow[] {
  const all = new Set([...keys, ...meetings.flatMap(({ marks }) => [...marks.keys()])])
  return [...all].map((key) => {
    let marks = ''
    let attended = 0
    let of = 0
    for (const [place, meeting] of meetings.entries()) {
      const mark = meeting.recorded ? (meeting.marks.get(key) ?? (isDue(key, place) ? '-' : 'x')) : ' '
      marks += mark
      if (isThere(mark)) attended += 1
      if (mark !== ' ' && mark !== 'x') of += 1
    }
    return { key, marks, attended, of }
  })
}
