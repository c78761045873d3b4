/** Records of before: what a kind has got since stands in none of their bytes. */
import type { AnyRecord, MeetingRecord, NoteRecord } from './record.ts'

const laterOfMeetings = (): Pick<
  MeetingRecord,
  'comments' | 'adoptedHash' | 'corrigenda' | 'followUp' | 'draftCorrigendum' | 'calendarUid'
> => ({
  comments: [],
  adoptedHash: '',
  corrigenda: [],
  followUp: [],
  draftCorrigendum: null,
  calendarUid: '',
})

const laterOfNotes = (): Pick<NoteRecord, 'meetingBody' | 'followUp'> => ({ meetingBody: '', followUp: [] })

/**
 * A stored record with the fields that its kind got after it was written, each with its default (docs/format.md lists
 * them). Nothing is written: the next save of the record holds them.
 */
export function withLaterFields<R extends AnyRecord>(stored: R): R {
  // of a record that was written before, the compiler's word for its fields does not hold
  if (stored.kind === 'note') return (stored.followUp as unknown) === undefined ? { ...laterOfNotes(), ...stored } : stored
  if (stored.kind !== 'meeting' || (stored.calendarUid as unknown) !== undefined) return stored
  return { ...laterOfMeetings(), ...stored }
}
