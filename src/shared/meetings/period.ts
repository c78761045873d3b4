/** Whether something that lasts from one partial date to another holds on a day, as far as both are known. */

/** An empty `from` or `to`: not known, or still going on. */
export interface Period {
  readonly from: string
  readonly to: string
}

/** Partial dates compared as far as both are known: "2023" and "2023-05-17" may be the same day. */
function isBefore(a: string, b: string): boolean {
  const known = Math.min(a.length, b.length)
  return a.slice(0, known) < b.slice(0, known)
}

/** True when it holds, or may hold, on a day that may itself be known only in part. */
export const mayHoldOn = ({ from, to }: Period, day: string): boolean =>
  (from === '' || !isBefore(day, from)) && (to === '' || !isBefore(to, day))
