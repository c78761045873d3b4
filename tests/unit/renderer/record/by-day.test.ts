import { expect, test } from 'vitest'
import { byDay, timesOf } from '../../../../src/renderer/features/record/programme/by-day.ts'
import type { ProgrammeSession } from '../../../../src/shared/contract/participants.ts'

const session = (title: string, start: string, startTime = '', endTime = ''): ProgrammeSession => ({
  id: title,
  title,
  meetingType: 'session',
  start,
  startTime,
  end: '',
  endTime,
  place: '',
  people: [],
  participants: 0,
  unreadable: false,
})

test('sessions stand under their days, those of a month or of no date under none', () => {
  const sessions = [
    session('A', '2023-05-17'),
    session('B', '2023-05-17'),
    session('C', '2023-05-19'),
    session('D', '2023-05'),
    session('E', ''),
  ]
  expect(byDay(sessions).map(({ day, sessions: under }) => [day, ...under.map(({ title }) => title)])).toEqual([
    ['2023-05-17', 'A', 'B'],
    ['2023-05-19', 'C'],
    ['', 'D', 'E'],
  ])
})

test('times are a span, a beginning, or nothing', () => {
  expect(timesOf(session('A', '', '10:00', '12:30'))).toBe('10:00–12:30')
  expect(timesOf(session('A', '', '10:00'))).toBe('10:00')
  expect(timesOf(session('A', ''))).toBe('')
})
