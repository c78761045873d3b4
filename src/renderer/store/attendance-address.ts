/** What the page of attendance shows, and the address that means it: `/attendance?by=person&body=<id>&year=2023`. */

export interface AttendanceView {
  readonly by: 'country' | 'person'
  /** A contact's id; null: the meetings of all bodies. */
  readonly body: string | null
  /** Four digits; empty: all years. */
  readonly year: string
  /** Ids of meetings that were chosen; null: all. */
  readonly meetings: readonly string[] | null
  /** Sessions of conferences are meetings too. */
  readonly parts: boolean
}

export const allAttendance: AttendanceView = { by: 'country', body: null, year: '', meetings: null, parts: true }

/** An address holds no more; the host refuses longer ones. */
export const MOST_IN_ADDRESS = 150

const ID = /^[0-9a-f-]{36}$/

export function attendanceAddress({ by, body, year, meetings, parts }: AttendanceView): string {
  const words = new URLSearchParams()
  if (by !== 'country') words.append('by', by)
  if (body !== null) words.append('body', body)
  if (year !== '') words.append('year', year)
  if (!parts) words.append('parts', 'no')
  if (meetings !== null) words.append('meetings', meetings.slice(0, MOST_IN_ADDRESS).join('.'))
  const query = words.toString()
  return query === '' ? '/attendance' : `/attendance?${query}`
}

/** What an address asks for; whatever does not fit is left out. */
export function readAttendance(address: string): AttendanceView {
  const words = new URLSearchParams(address.split('#')[0]?.split('?').slice(1).join('?') ?? '')
  const body = words.get('body') ?? ''
  const year = words.get('year') ?? ''
  const meetings = (words.get('meetings') ?? '').split('.').filter((id) => ID.test(id))
  return {
    by: words.get('by') === 'person' ? 'person' : 'country',
    body: ID.test(body) ? body : null,
    year: /^\d{4}$/.test(year) ? year : '',
    meetings: meetings.length > 0 ? meetings.slice(0, MOST_IN_ADDRESS) : null,
    parts: words.get('parts') !== 'no',
  }
}
