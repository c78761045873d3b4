/** Letters of the matrix for what a meeting says of who was there. Pure. */
import type { AttendanceMark } from '../../../shared/contract/attendance.ts'
import type { Standing } from '../../../shared/meetings/attendance.ts'

const COUNTED: ReadonlySet<string> = new Set(['p', 'r', 's', 'n'] satisfies AttendanceMark[])

/** True for a mark that says that somebody was there. */
export const isThere = (mark: string): boolean => COUNTED.has(mark)

/** Who is expected, or of whom nobody says anything, has no letter. */
const LETTERS: Readonly<Record<Standing, AttendanceMark | ''>> = {
  present: 'p',
  remote: 'r',
  replaced: 's',
  named: 'n',
  away: 'a',
  expected: '',
  unmarked: '',
}

export const marksOf = (standings: ReadonlyMap<string, Standing>): Map<string, string> =>
  new Map([...standings].map(([key, standing]) => [key, LETTERS[standing]] as const).filter(([, letter]) => letter !== ''))
