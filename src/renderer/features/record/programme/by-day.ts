/** The sessions of a programme under their days. Pure. */
import type { ProgrammeSession } from '../../../../shared/contract/participants.ts'

export interface ProgrammeDay {
  /** A full date; empty for sessions of which no day is known. */
  readonly day: string
  readonly sessions: readonly ProgrammeSession[]
}

const dayOf = ({ start }: ProgrammeSession): string => (start.length === 10 ? start : '')

/** The sessions come in order; those without a day stand first. */
export function byDay(sessions: readonly ProgrammeSession[]): ProgrammeDay[] {
  const days = new Map<string, ProgrammeSession[]>()
  for (const session of sessions) {
    const known = days.get(dayOf(session))
    if (known) known.push(session)
    else days.set(dayOf(session), [session])
  }
  return Array.from(days, ([day, list]) => ({ day, sessions: list }))
}

/** "10:00–12:30", "10:00", or empty. */
export const timesOf = ({ startTime, endTime }: Pick<ProgrammeSession, 'startTime' | 'endTime'>): string =>
  [startTime, endTime].filter(Boolean).join('–')
