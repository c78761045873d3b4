/** What happens to a meeting's record when its text is adopted. Pure. */
import { adoptionProblem, type AdoptionProblem } from '../../../shared/meetings/adoption-problem.ts'
import { isAdoptedText } from '../../../shared/model/adopted-text.ts'
import type { AnyRecord } from '../../../shared/model/record.ts'
import { refusedField } from '../service-context.ts'
import { hashOfDocument } from './adopted-hash.ts'

const REASONS: Readonly<Record<AdoptionProblem, string>> = {
  beforeMeeting: 'The adoption lies before the meeting.',
  future: 'The adoption lies in the future.',
  noDeadline: 'Without a deadline for comments a text is not adopted by silence.',
  beforeCirculation: 'The deadline for comments lies before the circulation: nobody could comment.',
  deadlineOpen: 'The deadline for comments has not passed: the text is not adopted by silence yet.',
  beforeDeadline: 'A text is adopted by silence on a day after the deadline for comments.',
}

/**
 * `record` with the fingerprint of its text when it is adopted now, and was not as `current` says; else as it is.
 * @throws AppError INVALID_INPUT with one of {@link AdoptionProblem} at `patch.adoption`
 */
export function adopting(current: AnyRecord, record: AnyRecord, today: string): AnyRecord {
  if (record.kind !== 'meeting' || isAdoptedText(current) || !isAdoptedText(record)) return record
  const problem = adoptionProblem(record, today)
  if (problem) throw refusedField('patch.adoption', problem, REASONS[problem])
  return { ...record, adoptedHash: hashOfDocument(record), corrigenda: [] }
}
