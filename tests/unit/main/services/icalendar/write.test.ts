import ICAL from 'ical.js'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { contentOf, fold, offsetValue, parameterValue, textValue } from '../../../../../src/main/services/icalendar/content-lines.ts'
import { eventLines, hasDay, zoneOf } from '../../../../../src/main/services/icalendar/event-lines.ts'
import { timeZoneLines } from '../../../../../src/main/services/icalendar/time-zone-lines.ts'
import { instantOf, offsetAt, wallTime } from '../../../../../src/main/services/icalendar/zone-time.ts'
import type { MeetingRecord } from '../../../../../src/shared/model/record.ts'
import { newRecord } from '../../../../support/new-record.ts'

const meeting = (fields: Partial<MeetingRecord>): MeetingRecord => ({
  ...(newRecord(7, { kind: 'meeting', title: 'Committee' }) as MeetingRecord),
  ...fields,
})
const nobody = { organiser: null, attendees: [] }
const linesOf = (fields: Partial<MeetingRecord>) => eventLines(meeting(fields), nobody)
const timesOf = (fields: Partial<MeetingRecord>) => linesOf(fields).filter((line) => line.startsWith('DT') && !line.startsWith('DTSTAMP'))

describe('content lines', () => {
  test('are folded at 75 octets, between characters', () => {
    const line = `SUMMARY:${'ғ'.repeat(50)}`
    const [first = '', second = ''] = fold(line).split('\r\n')
    expect(Buffer.byteLength(first)).toBe(74)
    expect(second.startsWith(' ғ')).toBe(true)
    expect(fold('x'.repeat(75))).not.toContain('\n')
    // the space before a continuation is one of its octets
    expect(
      fold('x'.repeat(200))
        .split('\r\n')
        .map((part) => part.length),
    ).toEqual([75, 75, 52])
  })

  test('of any text: no line is longer, no character is cut, and unfolding gives the line back', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'қ', '語', '😀', '\t', ' '), maxLength: 400, size: 'max' }), (text) => {
        const folded = fold(text)
        for (const part of folded.split('\r\n')) expect(Buffer.byteLength(part)).toBeLessThanOrEqual(75)
        expect(folded.replaceAll('\r\n ', '')).toBe(text)
        expect(folded).not.toContain('\ufffd')
      }),
    )
  })

  test('texts and parameters are escaped as RFC 5545 says', () => {
    expect(textValue('Agenda; item 1, 2\\3\r\nnext\u0000')).toBe('Agenda\\; item 1\\, 2\\\\3\\nnext')
    expect(parameterValue('Kim "Pan" Suk; ASPA\n')).toBe(`"Kim 'Pan' Suk; ASPA "`)
    expect([6 * 3_600_000, -(3 * 3_600_000 + 1_800_000), 17_463_000].map(offsetValue)).toEqual(['+0600', '-0330', '+045103'])
  })
})

describe('times', () => {
  const at = { start: '2023-05-17', startTime: '09:30', end: '', endTime: '12:00', timeZone: 'Asia/Almaty' }

  test.each([
    ['a zone of its own', at, ['DTSTART;TZID=Asia/Almaty:20230517T093000', 'DTEND;TZID=Asia/Almaty:20230517T120000']],
    ['UTC', { ...at, timeZone: 'UTC' }, ['DTSTART:20230517T093000Z', 'DTEND:20230517T120000Z']],
    ['no zone: local wherever it is read', { ...at, timeZone: '' }, ['DTSTART:20230517T093000', 'DTEND:20230517T120000']],
    ['a zone that nobody knows', { ...at, timeZone: 'Astana time' }, ['DTSTART:20230517T093000', 'DTEND:20230517T120000']],
    ['no end', { ...at, endTime: '' }, ['DTSTART;TZID=Asia/Almaty:20230517T093000']],
    ['no times: a whole day', { ...at, startTime: '', endTime: '' }, ['DTSTART;VALUE=DATE:20230517', 'DTEND;VALUE=DATE:20230518']],
    ['several whole days', { ...at, startTime: '', end: '2023-05-19' }, ['DTSTART;VALUE=DATE:20230517', 'DTEND;VALUE=DATE:20230520']],
    ['only the end of an hour', { ...at, startTime: '' }, ['DTSTART;VALUE=DATE:20230517', 'DTEND;VALUE=DATE:20230518']],
    [
      'several days whose last hour is not known',
      { ...at, end: '2023-05-19', endTime: '' },
      ['DTSTART;TZID=Asia/Almaty:20230517T093000', 'DTEND;TZID=Asia/Almaty:20230520T000000'],
    ],
    ['an end of which only the month is known', { ...at, end: '2023-06' }, ['DTSTART;TZID=Asia/Almaty:20230517T093000']],
    [
      'an end before the beginning',
      { ...at, startTime: '', end: '2023-05-01' },
      ['DTSTART;VALUE=DATE:20230517', 'DTEND;VALUE=DATE:20230518'],
    ],
  ])('%s', (_name, fields, lines) => {
    expect(timesOf(fields)).toEqual(lines)
  })

  test('a meeting whose day is not known has no place in a calendar', () => {
    expect(['', '2023', '2023-05', '2023-05-17'].map((start) => hasDay({ start }))).toEqual([false, false, false, true])
    expect(['UTC', 'Etc/UTC', 'Asia/Almaty', 'nowhere'].map((timeZone) => zoneOf({ timeZone }))).toEqual(['UTC', 'UTC', 'Asia/Almaty', ''])
  })
})

describe('an event', () => {
  test('keeps its name for good and is stamped by its record, so that the same record gives the same bytes', () => {
    const record = meeting({
      start: '2023-05-17',
      title: 'Committee; 8th, session',
      place: 'Astana',
      rev: 4,
      updatedAt: '2023-05-02T08:30:00.500Z',
    })
    const lines = eventLines(record, nobody)
    expect(lines).toContain(`UID:${record.id}`)
    expect(lines).toContain('DTSTAMP:20230502T083000Z')
    expect(lines).toContain('SEQUENCE:3')
    expect(lines).toContain('SUMMARY:Committee\\; 8th\\, session')
    expect(lines).toContain('LOCATION:Astana')
    expect(eventLines(record, nobody)).toEqual(lines)
  })

  test('carries its classification and nothing of the minutes', () => {
    const classes = (['public', 'internal', 'confidential', 'strictly confidential'] as const).map((classification) =>
      linesOf({ start: '2023-05-17', classification, body: 'Secret words' }).filter((line) => /^CLASS|Secret/.test(line)),
    )
    expect(classes.flat()).toEqual(['CLASS:PUBLIC', 'CLASS:PRIVATE', 'CLASS:CONFIDENTIAL', 'CLASS:CONFIDENTIAL'])
  })

  test('names people by their addresses', () => {
    const people = {
      organiser: { name: 'Анна Ли', email: 'anna@hub.org' },
      attendees: [
        { name: 'Rex "the chair" Facer', email: 'rex@x.edu', isChair: true, presence: 'present' as const },
        { name: 'Li, Wei', email: 'li@undp.org', isChair: false, presence: 'apologies' as const },
      ],
    }
    const text = contentOf(eventLines(meeting({ start: '2023-05-17' }), people)).replaceAll('\r\n ', '')
    expect(text).toContain('ORGANIZER;CN="Анна Ли":mailto:anna@hub.org\r\n')
    expect(text).toContain(`ATTENDEE;CN="Rex 'the chair' Facer";CUTYPE=INDIVIDUAL;ROLE=CHAIR;PARTSTAT=ACCEPTED:mailto:rex@x.edu\r\n`)
    expect(text).toContain('ATTENDEE;CN="Li, Wei";CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=DECLINED:mailto:li@undp.org\r\n')
  })
})

describe('time zones', () => {
  test('one that keeps its time is one observance', () => {
    expect(timeZoneLines('Asia/Tashkent', [2023])).toEqual([
      'BEGIN:VTIMEZONE',
      'TZID:Asia/Tashkent',
      'BEGIN:STANDARD',
      'DTSTART:19700101T000000',
      'TZOFFSETFROM:+0500',
      'TZOFFSETTO:+0500',
      'END:STANDARD',
      'END:VTIMEZONE',
    ])
  })

  test('summer time that follows a rule is written as the rule', () => {
    const rules = (zone: string) => timeZoneLines(zone, [2023]).filter((line) => /^(?:RRULE|DTSTART)/.test(line))
    expect(rules('Europe/Berlin')).toEqual([
      'DTSTART:20220327T020000',
      'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
      'DTSTART:20221030T030000',
      'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
    ])
    expect(rules('America/New_York').filter((line) => line.startsWith('RRULE'))).toEqual([
      'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU',
      'RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU',
    ])
  })

  test('Kazakhstan, which went over to one time on 1 March 2024, has both', () => {
    expect(timeZoneLines('Asia/Almaty', [2024]).filter((line) => /^(?:DTSTART|TZOFFSETTO)/.test(line))).toEqual([
      'DTSTART:20230101T000000',
      'TZOFFSETTO:+0600',
      'DTSTART:20240301T000000',
      'TZOFFSETTO:+0500',
    ])
  })

  test('another program reads from it the time that the zone has', () => {
    const zones = [
      'Asia/Almaty',
      'Europe/Berlin',
      'America/New_York',
      'Australia/Sydney',
      'Africa/Casablanca',
      'Asia/Kathmandu',
      'Europe/Dublin',
    ]
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.date({ min: new Date('1996-01-01'), max: new Date('2030-12-31'), noInvalidDate: true }),
        (zone, date) => {
          const wall = wallTime(zone, Math.floor(date.getTime() / 60_000) * 60_000)
          const text = contentOf(timeZoneLines(zone, [new Date(wall).getUTCFullYear()]))
          const component = new ICAL.Component(ICAL.parse(text.trim()) as unknown[])
          const time = ICAL.Time.fromDateTimeString(new Date(wall).toISOString().slice(0, 19))
          expect(new ICAL.Timezone({ component, tzid: zone }).utcOffset(time) * 1_000).toBe(wall - instantOf(zone, wall))
        },
      ),
      { numRuns: 30 },
    )
  })

  test('a time that the clocks skip or show twice means the first', () => {
    const wall = (text: string) => Date.parse(`${text}Z`)
    expect(instantOf('Europe/Berlin', wall('2023-10-29T02:30:00'))).toBe(Date.parse('2023-10-29T00:30:00Z'))
    expect(instantOf('Europe/Berlin', wall('2023-03-26T02:30:00'))).toBe(Date.parse('2023-03-26T01:30:00Z'))
    expect(offsetAt('Asia/Kolkata', 0)).toBe(5.5 * 3_600_000)
  })
})
