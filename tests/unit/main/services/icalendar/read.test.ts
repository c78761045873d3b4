import { describe, expect, test } from 'vitest'
import { readCalendarFile, textOf } from '../../../../../src/main/services/icalendar/calendar-file.ts'
import { draftOf, summaryOf, type EventDraft } from '../../../../../src/main/services/icalendar/event-draft.ts'
import { peopleOf } from '../../../../../src/main/services/icalendar/event-people.ts'
import { namedZone } from '../../../../../src/main/services/icalendar/named-zone.ts'

const HOME = 'Asia/Almaty'
const calendar = (event: readonly string[], before: readonly string[] = []) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', ...before, 'BEGIN:VEVENT', 'UID:one', ...event, 'END:VEVENT', 'END:VCALENDAR', ''].join('\r\n')
const fileOf = (text: string) => readCalendarFile(text, HOME)

function draft(event: readonly string[], before?: readonly string[]): EventDraft {
  const file = fileOf(calendar(event, before))
  const [one] = file.events
  if (!one) throw new Error('no event')
  return draftOf(one, file)
}
const times = ({ start, startTime, end, endTime, timeZone }: EventDraft) => [start, startTime, end, endTime, timeZone]
const codes = ({ notes }: EventDraft) => notes.map(({ code }) => code)

const CUSTOM = [
  'BEGIN:VTIMEZONE',
  'TZID:Customized Time Zone',
  'BEGIN:STANDARD',
  'DTSTART:16010101T030000',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0100',
  'RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10',
  'END:STANDARD',
  'BEGIN:DAYLIGHT',
  'DTSTART:16010101T020000',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0200',
  'RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3',
  'END:DAYLIGHT',
  'END:VTIMEZONE',
]

describe('times', () => {
  test.each([
    [
      'an IANA zone',
      ['DTSTART;TZID=Europe/Berlin:20230517T093000', 'DTEND;TZID=Europe/Berlin:20230517T110000'],
      ['2023-05-17', '09:30', '', '11:00', 'Europe/Berlin'],
    ],
    ["Windows' name", ['DTSTART;TZID="W. Europe Standard Time":20230517T093000'], ['2023-05-17', '09:30', '', '', 'Europe/Berlin']],
    [
      'a name with a prefix',
      ['DTSTART;TZID=/freeassociation.sourceforge.net/Asia/Almaty:20230517T093000'],
      ['2023-05-17', '09:30', '', '', 'Asia/Almaty'],
    ],
    ['no zone', ['DTSTART:20230517T093000', 'DURATION:PT90M'], ['2023-05-17', '09:30', '', '11:00', '']],
    [
      'an end in another zone',
      ['DTSTART;TZID=Europe/Berlin:20230517T093000', 'DTEND;TZID=Europe/London:20230517T100000'],
      ['2023-05-17', '09:30', '', '11:00', 'Europe/Berlin'],
    ],
    [
      'an end in UTC',
      ['DTSTART;TZID=Asia/Almaty:20230517T230000', 'DTEND:20230517T190000Z'],
      ['2023-05-17', '23:00', '2023-05-18', '01:00', 'Asia/Almaty'],
    ],
    [
      'a duration over the change of clocks',
      ['DTSTART;TZID=Europe/Berlin:20230326T010000', 'DURATION:PT2H'],
      ['2023-03-26', '01:00', '', '04:00', 'Europe/Berlin'],
    ],
    ['one whole day', ['DTSTART;VALUE=DATE:20230517', 'DTEND;VALUE=DATE:20230518'], ['2023-05-17', '', '', '', '']],
    ['three whole days', ['DTSTART;VALUE=DATE:20230517', 'DURATION:P3D'], ['2023-05-17', '', '2023-05-19', '', '']],
    ['a day and nothing more', ['DTSTART;VALUE=DATE:20230517'], ['2023-05-17', '', '', '', '']],
  ])('%s', (_name, event, expected) => {
    const read = draft(event)
    expect(times(read)).toEqual(expected)
    expect(codes(read)).toEqual([])
  })

  test('times in UTC are shown by the clock of this place, or the one the file names, and it is said', () => {
    const event = ['DTSTART:20230517T033000Z', 'DTEND:20230517T050000Z']
    expect(times(draft(event))).toEqual(['2023-05-17', '09:30', '', '11:00', 'Asia/Almaty'])
    expect(times(draft(event, ['X-WR-TIMEZONE:Europe/Berlin']))).toEqual(['2023-05-17', '05:30', '', '07:00', 'Europe/Berlin'])
    expect(codes(draft(event))).toEqual(['fromUtc'])
  })

  test("a zone of the file's own is worked out from what the file says of it", () => {
    const event = ['DTSTART;TZID=Customized Time Zone:20230517T093000', 'DTEND;TZID=Customized Time Zone:20230517T103000']
    expect(times(draft(event, CUSTOM))).toEqual(['2023-05-17', '13:30', '', '14:30', 'Asia/Almaty'])
    expect(draft(event, CUSTOM).notes).toEqual([{ code: 'ownZone', about: 'Customized Time Zone' }])
    expect(times(draft(event))).toEqual(['2023-05-17', '09:30', '', '10:30', ''])
    expect(draft(event).notes).toEqual([{ code: 'unknownZone', about: 'Customized Time Zone' }])
  })

  test('a zone whose rules never end is not followed', () => {
    const endless = CUSTOM.map((line) => line.replace('BYDAY=-1SU;BYMONTH=10', 'BYMONTH=2;BYMONTHDAY=31'))
    expect(codes(draft(['DTSTART;TZID=Customized Time Zone:20230517T093000'], endless))).toEqual(['unknownZone'])
  })

  test.each([
    ['31 February', ['DTSTART;VALUE=DATE:20230231'], 'badStart'],
    ['25 o’clock', ['DTSTART:20230517T250000'], 'badStart'],
    ['no beginning', ['SUMMARY:x'], 'badStart'],
    ['a year that no record holds', ['DTSTART:00010101T000000'], 'badStart'],
    ['an end before the beginning', ['DTSTART:20230517T093000', 'DTEND:20230516T093000'], 'badEnd'],
    ['an end on 31 February', ['DTSTART;VALUE=DATE:20230217', 'DTEND;VALUE=DATE:20230231'], 'badEnd'],
    ['a duration before the beginning', ['DTSTART:20230517T093000', 'DURATION:-PT1H'], 'badEnd'],
  ])('%s is no time, and said', (_name, event, code) => {
    const read = draft(event)
    expect(codes(read)).toEqual([code])
    expect(code === 'badStart' ? read.start : read.end + read.endTime).toBe('')
  })

  test('names of zones', () => {
    expect(['Central Asia Standard Time', 'Qyzylorda Standard Time', 'RUSSIAN STANDARD TIME'].map(namedZone)).toEqual([
      'Asia/Bishkek',
      'Asia/Qyzylorda',
      'Europe/Moscow',
    ])
    expect(['UTC', 'tzone://Microsoft/Utc', '(UTC) UTC'].map(namedZone)).toEqual(['UTC', 'UTC', 'UTC'])
    expect(['/mozilla.org/20050126_1/America/Argentina/Salta', 'Astana', '', '+05:00'].map(namedZone)).toEqual([
      'America/Argentina/Salta',
      undefined,
      undefined,
      undefined,
    ])
  })
})

describe('series', () => {
  const weekly = ['SUMMARY:Weekly', 'DTSTART;TZID=Asia/Almaty:20230517T093000', 'RRULE:FREQ=WEEKLY;COUNT=10']

  test('the first is taken, and it is said that it is one of several', () => {
    expect(draft(weekly)).toMatchObject({ start: '2023-05-17', repeats: true, notes: [] })
  })

  test('what the file says of the first alone counts, and exceptions are no events of their own', () => {
    const text = calendar([
      ...weekly,
      'END:VEVENT',
      'BEGIN:VEVENT',
      'UID:one',
      'RECURRENCE-ID;TZID=Asia/Almaty:20230517T093000',
      'SUMMARY:The first',
      'DTSTART;TZID=Asia/Almaty:20230518T100000',
    ])
    const file = fileOf(text)
    expect(file.events.map((event, place) => summaryOf(event, file, place))).toEqual([
      { event: 0, title: 'The first', start: '2023-05-18', startTime: '10:00', repeats: true },
    ])
  })

  test('a first that was called off is said', () => {
    expect(codes(draft([...weekly, 'EXDATE;TZID=Asia/Almaty:20230517T093000']))).toEqual(['firstCancelled'])
    expect(codes(draft(['DTSTART;VALUE=DATE:20230517', 'STATUS:CANCELLED']))).toEqual(['cancelled'])
    expect(codes(draft(['DTSTART;VALUE=DATE:20230517'], ['METHOD:CANCEL']))).toEqual(['cancelled'])
  })
})

describe('texts', () => {
  test('lines are put together, escapes read, and what links use is taken out of a title', () => {
    const read = draft([
      'DTSTART;VALUE=DATE:20230517',
      'SUMMARY:Заседание комитета\\, 8-я сессия [онлайн] #',
      ' 2',
      'LOCATION:Astana\\nHall  2',
      'DESCRIPTION:1. Opening\\n2. Budget\\; plan',
    ])
    expect(read).toMatchObject({
      title: 'Заседание комитета, 8-я сессия (онлайн) 2',
      place: 'Astana Hall 2',
      text: '1. Opening\n2. Budget; plan',
    })
  })

  test('bytes: UTF-8 with and without mark, UTF-16, and nothing else', () => {
    const text = 'BEGIN:VCALENDAR'
    expect(textOf(Buffer.from(`\ufeff${text}`))).toBe(text)
    expect(textOf(Buffer.from(`\ufeff${text}`, 'utf16le'))).toBe(text)
    expect(() => textOf(Buffer.from([0xc7, 0xe0, 0xf1]))).toThrow('no text in Unicode')
  })

  test.each([
    ['a text', 'Minutes of the meeting', 'This is no calendar file.'],
    ['nothing', '', 'This is no calendar file.'],
    ['a file cut off', calendar(['DTSTART;VALUE=DATE:20230517']).slice(0, 60), 'damaged or cut off'],
    ['a line that is none', calendar(['no colon here']), 'damaged or cut off'],
    ['tasks only', 'BEGIN:VCALENDAR\r\nBEGIN:VTODO\r\nSUMMARY:x\r\nEND:VTODO\r\nEND:VCALENDAR', 'has no event'],
  ])('%s is refused in one sentence', (_name, text, message) => {
    expect(() => fileOf(text)).toThrow(message)
  })

  test('blank lines, several calendars in one file, lone line feeds and a bare event are read', () => {
    const one = calendar(['DTSTART;VALUE=DATE:20230517', 'SUMMARY:One'])
    expect(fileOf(`${one}\r\n\r\n${one.replaceAll('\r\n', '\n')}`).events).toHaveLength(2)
    expect(fileOf('BEGIN:VEVENT\nDTSTART;VALUE=DATE:20230517\nEND:VEVENT').events).toHaveLength(1)
  })
})

describe('people', () => {
  const peopleIn = (lines: readonly string[]) => {
    const [one] = fileOf(calendar(['DTSTART;VALUE=DATE:20230517', ...lines])).events
    if (!one) throw new Error('no event')
    return peopleOf(one)
  }

  test('the organiser first, nobody twice, rooms left out, replies and roles taken', () => {
    const { people } = peopleIn([
      'ORGANIZER;CN="Anna Lee":MAILTO:Anna@Hub.org',
      'ATTENDEE;CN=Anna@hub.org;ROLE=CHAIR;PARTSTAT=ACCEPTED:mailto:anna@hub.org',
      'ATTENDEE;CN="Facer, Rex";PARTSTAT=DECLINED:mailto:rex%40x.edu',
      'ATTENDEE;CUTYPE=ROOM;CN=Hall 2:mailto:hall2@hub.org',
      'ATTENDEE;CN=No Address:invalid:nomail',
      'ATTENDEE:mailto:',
    ])
    expect(people).toEqual([
      { name: 'Anna Lee', email: 'anna@hub.org', isOrganiser: true, function: 'chair', presence: '' },
      { name: 'Facer, Rex', email: 'rex@x.edu', isOrganiser: false, function: '', presence: 'apologies' },
      { name: 'No Address', email: '', isOrganiser: false, function: '', presence: '' },
    ])
  })

  test('as many as a record holds', () => {
    const { people, more } = peopleIn(Array.from({ length: 2_003 }, (_, number) => `ATTENDEE:mailto:a${number}@hub.org`))
    expect([people.length, more]).toEqual([2_000, 3])
  })
})
