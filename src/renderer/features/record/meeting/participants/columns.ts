/** The columns of the table of participants, and what of a participant each holds. Pure. */
import type { Participant } from '../../../../../shared/model/meeting.ts'
import { emptyParticipant } from './participant-list.ts'

/** Columns in the order of the table. */
export const columns = ['person', 'titleOnTheDay', 'country', 'organisation', 'function', 'status', 'presence'] as const
export type Column = (typeof columns)[number]

/** Letters mean presence here; in any other column they are written into the cell. */
export const marksPresence = (column: number): boolean => columns[column] === 'person' || columns[column] === 'presence'

/** What a column holds: of `was` in place of what is there now. A name brings title and delegation along. */
export function writtenIn(column: Column, was: Participant, now: Participant): Partial<Participant> {
  switch (column) {
    case 'person':
      return { person: was.person, title: was.title, represents: was.represents }
    case 'titleOnTheDay':
      return { title: was.title }
    case 'country':
      return { represents: { ...now.represents, country: was.represents.country } }
    case 'organisation':
      return { represents: { ...now.represents, organisation: was.represents.organisation } }
    case 'function':
      return { function: was.function }
    case 'status':
      return { status: was.status }
    case 'presence':
      return { presence: was.presence, replacedBy: was.replacedBy }
  }
}

/** What emptying a cell leaves of the row. */
export const emptied = (column: Column, row: Participant): Partial<Participant> =>
  column === 'person' ? { person: '' } : writtenIn(column, emptyParticipant, row)
