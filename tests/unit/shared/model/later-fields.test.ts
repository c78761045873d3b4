import { describe, expect, test } from 'vitest'
import { withLaterFields } from '../../../../src/shared/model/later-fields.ts'
import { record, type AnyRecord } from '../../../../src/shared/model/record.ts'
import { newNote, newRecord } from '../../../support/new-record.ts'

/** The fields that records had when their segments came (schema version 3). */
const all =
  'id kind title rev createdAt createdBy updatedAt updatedBy trashed aliases tags countries classification distribution language languageVersions authenticLanguage attachments body extra'
const first = {
  contact: `${all} contactType honorific given family nativeName posts nationality represents dutyStation assistant languages emails phones address confirmedOn confirmedSource shortName parent seat founded partnership symbol composition officers rules`,
  country: `${all} code shortNames formalNames group officialLanguages participation focalPoints`,
  note: `${all} noteType topic date source`,
  meeting: `${all} meetingBody session symbol form meetingType partOf start startTime end endTime timeZone place mode chair secretary participants statedFigures stage clearance circulation adoption`,
  study: `${all} stage authors reviewers deadline abstract sources versions isbn doi`,
} as const

/** As it stands in a workspace of then. */
function before(made: AnyRecord): AnyRecord {
  const fields: readonly string[] = first[made.kind].split(' ')
  return JSON.parse(JSON.stringify(Object.fromEntries(Object.entries(made).filter(([key]) => fields.includes(key))))) as AnyRecord
}

describe('records of before', () => {
  test.each(['contact', 'country', 'note', 'meeting', 'study'] as const)('a %s has every field of today, the new ones empty', (kind) => {
    const made = newRecord(2, kind === 'country' ? { kind, title: 'Kazakhstan', code: 'KAZ' } : { kind, title: 'Made', tags: ['budget'] })
    expect(withLaterFields(before(made))).toEqual(made)
    expect(record.safeParse(withLaterFields(before(made))).success).toBe(true)
  })

  test('a record that has them is the same object', () => {
    const note = newNote(3)
    const meeting = newRecord(4, { kind: 'meeting', title: 'Held' })
    expect(withLaterFields(note)).toBe(note)
    expect(withLaterFields(meeting)).toBe(meeting)
  })
})
