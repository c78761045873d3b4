import { expect, test } from 'vitest'
import { isOn, type MeetingTimes } from '../../../../../src/main/services/today/meeting-on.ts'

const day = { start: '2023-05-17', startTime: '', end: '', endTime: '', timeZone: '' }
const hours = { ...day, startTime: '09:30', endTime: '12:00' }
const almaty = { ...hours, timeZone: 'Asia/Almaty' }
/** On the clock of this computer, wherever it stands. */
const here = (day: string, time: string) => new Date(`${day}T${time}:00`).getTime()
const inAlmaty = (time: string) => Date.parse(`2023-05-17T${time}:00+06:00`)

test.each<readonly [string, MeetingTimes, number, boolean]>([
  ['a minute before it begins', hours, here('2023-05-17', '09:29'), false],
  ['when it begins', hours, here('2023-05-17', '09:30'), true],
  ['a minute before it ends', hours, here('2023-05-17', '11:59'), true],
  ['when it ends', hours, here('2023-05-17', '12:00'), false],
  ['at its hours of another day', hours, here('2023-05-18', '10:00'), false],
  ['by the clocks of its zone', almaty, inAlmaty('09:30'), true],
  ['by the clocks of its zone no more', almaty, inAlmaty('12:00'), false],
  ['a zone that nobody knows, by the clock of this computer', { ...hours, timeZone: 'Astana time' }, here('2023-05-17', '09:30'), true],
  ['in the night between two of its days', { ...hours, end: '2023-05-18' }, here('2023-05-17', '23:00'), true],
  ['after the last of its days has ended', { ...hours, end: '2023-05-18' }, here('2023-05-18', '12:00'), false],
  ['any hour of its day where only its beginning is known', { ...hours, endTime: '' }, here('2023-05-17', '20:00'), true],
  ['any hour of its day where only its end is known', { ...hours, startTime: '' }, here('2023-05-17', '20:00'), true],
  ['any hour of its day where its hours are none', { ...hours, endTime: '09:00' }, here('2023-05-17', '08:00'), true],
  ['any hour of its day', day, here('2023-05-17', '00:00'), true],
  ['the last of its days', { ...day, end: '2023-05-19' }, here('2023-05-19', '23:59'), true],
  ['the day after', { ...day, end: '2023-05-19' }, here('2023-05-20', '00:00'), false],
  ['a month of which the day is not known', { ...day, start: '2023-05' }, here('2023-05-17', '10:00'), false],
  ['an end of which only the month is known', { ...day, end: '2023-06' }, here('2023-05-18', '10:00'), false],
])('%s', (_when, meeting, at, expected) => {
  expect(isOn(meeting, at)).toBe(expected)
})
