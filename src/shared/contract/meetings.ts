/** Meetings: the adopted text, and the corrigenda that change it. */
import { count, line, list, MAX_BODY, partialDate, recordId, time, title } from '../model/common.ts'
import { followUpEntry } from '../model/follow-up.ts'
import { participant } from '../model/meeting.ts'
import { record } from '../model/record.ts'
import { z } from '../model/zod.ts'
import { actionRow } from './actions.ts'
import { method } from './define.ts'
import { fieldChange } from './history.ts'

const rev = z.number().int().min(1)
/** What a corrigendum puts right: anything that the adopted document says. What is left out stays as it is. */
const correction = {
  title: title.optional(),
  symbol: line.max(80).optional(),
  start: partialDate.optional(),
  startTime: time.optional(),
  end: partialDate.optional(),
  endTime: time.optional(),
  timeZone: line.max(80).optional(),
  place: line.optional(),
  participants: list(participant).optional(),
  body: z.string().max(MAX_BODY).optional(),
}

/** What was recorded of one item, wherever it stands. */
const recordedItem = followUpEntry.pick({ of: true, key: true, nth: true }).shape

/** The text as it was adopted (number 0), or as corrigendum `number` left it. */
export const adoptedVersion = z.strictObject({
  number: count,
  on: partialDate,
  /** Empty for the adoption. */
  reason: line,
  /** As it was recorded then; empty when no fingerprint was taken. */
  sha256: z.string(),
  /** The version of the record that brought it; null when it is not kept here, as after an import. */
  rev: rev.nullable(),
  /** Whether that version still has that fingerprint; null when one of both is missing. */
  isIntact: z.boolean().nullable(),
})
export type AdoptedVersion = z.output<typeof adoptedVersion>

export const meetingMethods = {
  /**
   * The document symbol that a meeting of this body takes: the body's symbol, the year of `start` (of today when it is empty), and one
   * more than the highest that any other meeting has; empty when the body has no symbol.
   */
  'meetings.nextSymbol': method(
    z.strictObject({ id: recordId, meetingBody: line, start: partialDate }),
    z.strictObject({ symbol: z.string() }),
  ),
  /**
   * Open actions of the body's earlier meetings, by deadline; none for a meeting without a body. They become part of its text:
   * those of meetings classified above it are left out, `withheld` counts them, and nothing above it is named in the others.
   * Errors as `meetings.standing`.
   */
  'meetings.mattersArising': method(
    z.strictObject({ id: recordId }),
    z.strictObject({ rows: z.array(actionRow.pick({ recordTitle: true, text: true, responsible: true, due: true })), withheld: count }),
  ),
  /**
   * The fingerprint that was recorded last (of the last corrigendum, else of the adoption) and whether the record's text
   * still has it. `unknown`: none was taken. NOT_FOUND; INVALID_INPUT when the record is no meeting.
   */
  'meetings.standing': method(
    z.strictObject({ id: recordId }),
    z.strictObject({ sha256: z.string(), standing: z.enum(['same', 'other', 'unknown']) }),
  ),
  /** The adopted text and its corrigenda in their order; empty when the text is not adopted. Errors as `meetings.standing`. */
  'meetings.adoptedVersions': method(z.strictObject({ id: recordId }), z.array(adoptedVersion)),
  /** What a corrigendum would change, in words, as `history.compare` says it. Errors as `meetings.standing`. */
  'meetings.compareCorrection': method(
    z.strictObject({ id: recordId, ...correction }),
    z.strictObject({ fields: z.array(fieldChange), added: count, removed: count, coarse: z.boolean() }),
  ),
  /**
   * Issues the next corrigendum of an adopted text. A new title is a rename: links in texts that are not adopted follow, and the
   * old one stays as an alias. NOT_FOUND (also in the trash), CONFLICT with `details.current`, TITLE_TAKEN, INVALID_INPUT with one
   * of `notAdopted`, `noReason`, `noDate`, `future`, `beforeBefore`, `beforeMeeting`, `nothing`, `tooMany` as the problem.
   */
  'meetings.correct': method(
    z.strictObject({ id: recordId, baseRev: count, ...correction, on: partialDate, reason: line }),
    z.strictObject({ record, commit: z.strictObject({ revision: count }) }),
  ),
  /**
   * What was recorded for an action or a decision that the text has no more (docs/adr/0009-follow-up.md) is given by hand to one that
   * it has, or, with null, taken out of the log. `key` of `to` is what names the item now. One command, which can be undone; nothing
   * else does either. CONFLICT when nothing is recorded so any more, or the text has no such item; NOT_FOUND; INVALID_INPUT when the
   * record is neither meeting nor note, or with `notAdopted` for an action of a text in which actions are changed themselves.
   */
  'meetings.settleRecorded': method(
    z.strictObject({ id: recordId, ...recordedItem, to: z.strictObject({ line: count, key: line }).nullable() }),
    z.strictObject({ commit: z.strictObject({ revision: count }) }),
  ),
} as const
