/** Whatever a file holds, it becomes a draft that a record can hold, or one sentence. */
import * as fc from 'fast-check'
import ICAL from 'ical.js'
import { expect, test, vi } from 'vitest'
import { readCalendarFile, textOf } from '../../../../../src/main/services/icalendar/calendar-file.ts'
import { draftOf, summaryOf } from '../../../../../src/main/services/icalendar/event-draft.ts'
import { peopleOf } from '../../../../../src/main/services/icalendar/event-people.ts'
import { calendarDraft, calendarEvent } from '../../../../../src/shared/contract/calendar.ts'
import { AppError } from '../../../../../src/shared/errors.ts'
import { line } from '../../../../../src/shared/model/common.ts'

const LINES = [
  'BEGIN:VCALENDAR',
  'METHOD:REQUEST',
  'X-WR-TIMEZONE:Asia/Almaty',
  'BEGIN:VTIMEZONE',
  'TZID:Own',
  'BEGIN:STANDARD',
  'DTSTART:16010101T000000',
  'TZOFFSETFROM:+0600',
  'TZOFFSETTO:+0500',
  'RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10',
  'RDATE:20240301T000000',
  'END:STANDARD',
  'END:VTIMEZONE',
  'BEGIN:VEVENT',
  'UID:1',
  'SUMMARY;LANGUAGE=ru:Заседание\\, 8-я сессия',
  'DTSTART;TZID=Own:20230517T093000',
  'DTEND;TZID="W. Europe Standard Time":20230517T110000',
  'DURATION:PT90M',
  'RECURRENCE-ID;TZID=Own:20230517T093000',
  'RRULE:FREQ=WEEKLY;COUNT=3',
  'EXDATE;TZID=Own:20230517T093000,20230524T093000',
  'ORGANIZER;CN="Anna, Lee":mailto:anna@hub.org',
  'ATTENDEE;CN=Rex;ROLE=CHAIR;PARTSTAT=DECLINED;MEMBER="mailto:a@b","mailto:c@d":mailto:rex@x.edu',
  'DESCRIPTION:1. Opening\\n2. Budget',
  'END:VEVENT',
  'END:VCALENDAR',
]

const piece = fc.constantFrom(
  ':',
  ';',
  '=',
  '"',
  ',',
  '\\',
  '\u0000',
  'Z',
  'T',
  '-',
  '+',
  '99999999999999999999',
  'VALUE=PERIOD',
  '😀',
  '\ud83d',
  'mailto:',
  ' ',
)
const damaged = fc
  .array(fc.tuple(fc.constantFrom('drop', 'repeat', 'swap', 'insert', 'cut', 'digits'), fc.nat(), fc.nat(), piece), {
    minLength: 1,
    maxLength: 6,
  })
  .map((changes) => {
    const lines = [...LINES]
    for (const [how, one, two, text] of changes) {
      const at = one % lines.length
      const there = lines[at] ?? ''
      const place = two % (there.length + 1)
      if (how === 'drop') lines.splice(at, 1)
      else if (how === 'repeat') lines.splice(at, 0, there)
      else if (how === 'swap') lines.splice(at, 1, lines[two % lines.length] ?? '')
      else if (how === 'insert') lines.splice(at, 1, there.slice(0, place) + text + there.slice(place))
      else if (how === 'cut') lines.splice(at, 1, there.slice(0, place))
      else lines.splice(at, 1, there.replace(/\d/g, String(two % 10)))
      if (lines.length === 0) lines.push('')
    }
    return lines.join(changes.length % 2 === 0 ? '\r\n' : '\n')
  })

/** True for a file that was read, false for one that was refused in a sentence. */
function isRead(text: string): boolean {
  try {
    const file = readCalendarFile(text, 'Asia/Almaty')
    for (const [place, event] of file.events.entries()) {
      const wanted = { ...draftOf(event, file), attendees: [], same: null }
      expect(calendarDraft.parse(wanted)).toEqual(wanted)
      calendarEvent.parse(summaryOf(event, file, place))
      for (const { name, email } of peopleOf(event).people) line.parse(name + email)
    }
    return true
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    expect(error.code).toBe('INVALID_INPUT')
    return false
  }
}

test('the file itself is read', () => {
  expect(isRead(LINES.join('\r\n'))).toBe(true)
})

test('damaged in any place it is read or refused, and never more than that', () => {
  fc.assert(fc.property(damaged, (text) => void isRead(text)))
})

test('any bytes are read or refused', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      try {
        isRead(textOf(bytes))
      } catch (error) {
        expect(error).toBeInstanceOf(AppError)
      }
    }),
  )
})

test('a series is read by looking at each event as often in a long file as in a short one', () => {
  const looks = vi.spyOn(ICAL.Component.prototype, 'getFirstProperty')
  const looksOf = (size: number) => {
    const series = Array.from({ length: size }, (_, at) => {
      const day = `${2000 + at}0517T093000`
      const own = ['BEGIN:VEVENT', 'UID:1', `DTSTART:${day}`]
      return [...own, 'RRULE:FREQ=DAILY', 'END:VEVENT', ...own, `RECURRENCE-ID:${day}`, `SUMMARY:Moved ${at}`, 'END:VEVENT']
    })
    const text = ['BEGIN:VCALENDAR', ...series.flat(), 'END:VCALENDAR'].join('\n')
    looks.mockClear()
    const { events } = readCalendarFile(text, 'Asia/Almaty')
    expect(events).toHaveLength(size)
    expect(events.at(-1)?.first?.getFirstPropertyValue('summary')).toBe(`Moved ${size - 1}`)
    return looks.mock.calls.length
  }
  // what is read once for the whole file stands in both
  const [small, large] = [looksOf(20), looksOf(200)]
  expect(large).toBeLessThan(11 * small)
  looks.mockRestore()
})
