/** Participants as a spreadsheet takes them: a row a line, cells parted by tabs. Pure. */
import type { Participant } from '../../../../../shared/model/meeting.ts'

const HEADINGS = ['Name', 'Title', 'Country', 'Organisation', 'Function', 'Status', 'Presence']

/** With headings by which the same rows are understood when they are pasted again. */
export const rowsAsText = (rows: readonly Participant[]): string =>
  [
    HEADINGS,
    ...rows.map(({ person, title, represents, function: role, status, presence }) => [
      person,
      title,
      represents.country,
      represents.organisation,
      role,
      status,
      presence,
    ]),
  ]
    .map((cells) => cells.map((cell) => cell.replaceAll('\t', ' ')).join('\t'))
    .join('\n')
