/** What an adoption fixes, as one text that anybody can make again. */
import type { Participant } from '../model/meeting.ts'
import type { MeetingRecord } from '../model/record.ts'
import { adoptedHeading } from '../model/vocabulary.ts'

/** Raise it when the form changes: a hash says by which form it was taken only through this line. */
const FORM = 'rapporteur-adopted-document 1'

/** What is fixed when a text is adopted; everything else of the record says how it is filed and what became of it. */
export type AdoptedParts = Pick<MeetingRecord, (typeof adoptedHeading)[number] | 'participants' | 'body'>

function participantLine({ person, function: duty, status, represents, title, presence, replacedBy }: Participant): string {
  const parts = [person, duty, status, represents.country, represents.organisation, title, presence, replacedBy]
  return `participant: ${JSON.stringify(parts)}`
}

/**
 * The document whose SHA-256, over its UTF-8 bytes, is a meeting's `adoptedHash` or a corrigendum's `sha256`
 * (docs/adr/0009-follow-up.md). Lines end with LF: the form, then title, symbol, dates, times, time zone and place as
 * `name: "JSON string"`, a line a participant (`participant: [person, function, status, country, organisation, title,
 * presence, replaced by]`), an empty line, then the body as it stands, its own line ends kept. Links stand as they are printed:
 * a rename of what they name does not touch them.
 */
export function adoptedDocument(meeting: AdoptedParts): string {
  const facts = adoptedHeading.map((name) => `${name}: ${JSON.stringify(meeting[name])}`)
  const head = [FORM, ...facts, ...meeting.participants.map(participantLine)]
  return `${head.join('\n')}\n\n${meeting.body}`
}
