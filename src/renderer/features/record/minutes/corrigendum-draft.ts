/** The corrigendum that is being prepared: what it changes, and of which text. Pure. */
import { jsonEqual } from '../../../../shared/json-equal.ts'
import { recordedHash } from '../../../../shared/meetings/recorded-hash.ts'
import type { DraftCorrigendum } from '../../../../shared/model/meeting.ts'
import { endsBeforeStart, isPartialDate } from '../../../../shared/model/partial-date.ts'
import type { MeetingRecord } from '../../../../shared/model/record.ts'
import { adoptedHeading, titleProblem } from '../../../../shared/model/vocabulary.ts'
import { localDay } from '../../../i18n/dates.ts'
import { mergeText } from '../../../store/records/merge-text.ts'
import { parseTime } from '../parse-time.ts'

const CORRECTED = [...adoptedHeading, 'participants', 'body'] as const
/** All that a corrigendum can put right. */
export type CorrectedParts = Pick<MeetingRecord, (typeof CORRECTED)[number]>
type Correction = { -readonly [F in keyof CorrectedParts]?: CorrectedParts[F] }

/** One that changes nothing yet. */
export const newDraft = (adopted: MeetingRecord): DraftCorrigendum => ({ of: recordedHash(adopted), on: localDay(), reason: '' })

/** What it changes. */
export const correctionOf = (draft: DraftCorrigendum): Correction =>
  Object.fromEntries(CORRECTED.flatMap((field) => (draft[field] === undefined ? [] : [[field, draft[field]]])))

export const changesAnything = (draft: DraftCorrigendum): boolean => CORRECTED.some((field) => draft[field] !== undefined)

/** The document as the draft would have it. */
export const asCorrected = (adopted: MeetingRecord, draft: DraftCorrigendum): MeetingRecord => ({ ...adopted, ...correctionOf(draft) })

/** The draft with a change of it; what reads as the adopted document does is no change. Null when nothing is left to keep. */
export function changedDraft(
  adopted: MeetingRecord,
  draft: DraftCorrigendum,
  part: Correction & Partial<Pick<DraftCorrigendum, 'on' | 'reason'>>,
): DraftCorrigendum | null {
  const next = { ...draft, ...part }
  const changed = CORRECTED.filter((field) => next[field] !== undefined && !jsonEqual(next[field], adopted[field]))
  if (changed.length === 0 && next.reason === '') return null
  return { of: next.of, on: next.on, reason: next.reason, ...Object.fromEntries(changed.map((field) => [field, next[field]])) }
}

/** It was begun on another text: a corrigendum was issued since, or taken back. */
export const isOutdated = (adopted: MeetingRecord, draft: DraftCorrigendum): boolean => draft.of !== recordedHash(adopted)

export interface CarriedOver {
  /** Null when the text says all of it already. */
  readonly draft: DraftCorrigendum | null
  /** Places that both changed: in the text both versions stand there, the draft's first; elsewhere the draft's stands. */
  readonly overlaps: number
}

/** The draft's changes of `base` as changes of the text that stands now. */
export function carriedOver(base: MeetingRecord, draft: DraftCorrigendum, adopted: MeetingRecord): CarriedOver {
  const carried = correctionOf(draft)
  let overlaps = 0
  for (const field of CORRECTED) {
    if (draft[field] === undefined || jsonEqual(draft[field], adopted[field]) || jsonEqual(base[field], adopted[field])) continue
    if (field !== 'body') {
      overlaps += 1
      continue
    }
    const merged = mergeText(base.body, draft.body ?? '', adopted.body)
    carried.body = merged.text
    overlaps += merged.overlaps
  }
  const { on, reason } = draft
  return { draft: changedDraft(adopted, { of: recordedHash(adopted), on, reason }, carried), overlaps }
}

/** Why a field of the heading cannot be as it is; the fields of dates and times say their own. */
export function headingProblem(adopted: MeetingRecord, { title, start }: CorrectedParts): { title?: string; start?: 'afterAdoption' } {
  const wrong = titleProblem(title)
  return {
    ...(wrong && { title: wrong }),
    ...(start !== adopted.start &&
      isPartialDate(start) &&
      endsBeforeStart(start, adopted.adoption.on) && { start: 'afterAdoption' as const }),
  }
}

/** Every field of the heading can be saved. */
export const isHeadingSound = (adopted: MeetingRecord, corrected: CorrectedParts): boolean =>
  Object.keys(headingProblem(adopted, corrected)).length === 0 &&
  [corrected.start, corrected.end].every(isPartialDate) &&
  [corrected.startTime, corrected.endTime].every((time) => parseTime(time) !== undefined)
