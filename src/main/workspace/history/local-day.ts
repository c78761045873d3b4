/** Days since 1 January 1970 of the calendar day an instant falls on. */
export type DayOf = (milliseconds: number) => number

const DAY = 24 * 60 * 60 * 1_000

/** In the time zone of this machine: what the person calls a day. */
export const localDay: DayOf = (milliseconds) => {
  const local = new Date(milliseconds)
  return Date.UTC(local.getFullYear(), local.getMonth(), local.getDate()) / DAY
}
