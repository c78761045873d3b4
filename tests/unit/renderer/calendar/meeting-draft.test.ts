import { describe, expect, test } from 'vitest'
import {
  draftProblem,
  meetingDraft,
  meetingInput,
  type MeetingDraft,
} from '../../../../src/renderer/features/record/calendar/meeting-draft.ts'
import type { CalendarAttendee, CalendarDraft } from '../../../../src/shared/contract/calendar.ts'
import { recordInput } from '../../../../src/shared/model/record.ts'

const attendee = (person: string, held: '' | 'chair' | 'secretary' = ''): CalendarAttendee => ({
  name: person,
  email: '',
  isOrganiser: false,
  participant: {
    person,
    function: held,
    status: '',
    represents: { country: '', organisation: '' },
    title: '',
    presence: '',
    replacedBy: '',
  },
  how: 'unknown',
  contacts: [],
})
const read: CalendarDraft = {
  title: ' Committee,  8th session',
  start: '2023-05-17',
  startTime: '09:30',
  end: '',
  endTime: '12:00',
  timeZone: 'Asia/Almaty',
  place: 'Astana',
  text: 'Agenda',
  calendarUid: 'a-1@example.org',
  repeats: true,
  attendees: [attendee('Anna', 'secretary'), attendee('Rex', 'chair'), attendee('ANNA'), attendee('Bolat', 'chair')],
  notes: [],
  same: null,
}
const changed = (change: Partial<MeetingDraft>): MeetingDraft => ({ ...meetingDraft(read), ...change })

describe('a meeting out of a draft', () => {
  test('is one that the host takes, with nobody twice, and its chair and secretary', () => {
    const input = meetingInput(meetingDraft(read))
    expect(recordInput.parse(input)).toMatchObject({
      title: 'Committee, 8th session',
      chair: 'Rex',
      secretary: 'Anna',
      participants: [{ person: 'Anna' }, { person: 'Rex' }, { person: 'Bolat' }],
      body: 'Agenda',
      calendarUid: 'a-1@example.org',
      stage: 'planned',
    })
  })

  test('has nobody who was left out', () => {
    const attendees = meetingDraft(read).attendees.map((one) => ({ ...one, taken: one.name === 'Bolat' }))
    expect(meetingInput(changed({ attendees }))).toMatchObject({ chair: 'Bolat', secretary: '', participants: [{ person: 'Bolat' }] })
  })

  test('is not made without a title, on a day that does not exist, or at no time', () => {
    expect(draftProblem(meetingDraft(read))).toBeUndefined()
    expect(draftProblem(changed({ title: ' ' }))).toEqual({ field: 'title', problem: 'empty' })
    expect(draftProblem(changed({ end: '2023-02-31' }))).toEqual({ field: 'date' })
    expect(draftProblem(changed({ startTime: 'noonish' }))).toEqual({ field: 'time' })
  })
})
