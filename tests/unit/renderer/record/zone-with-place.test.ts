import { expect, test } from 'vitest'
import { zoneOptions, zoneWords } from '../../../../src/renderer/features/record/meeting/time-zones.ts'
import { zoneWithPlace } from '../../../../src/renderer/features/record/meeting/zone-of-place.ts'

test.each([
  ['', '', 'Geneva', 'Europe/Zurich'],
  ['Asia/Almaty', '', 'Geneva', 'Europe/Zurich'],
  ['Europe/Zurich', 'Geneva', 'New York', 'America/New_York'],
  ['Asia/Seoul', '', 'Geneva', ''],
  ['Asia/Almaty', '', 'Astana', ''],
  ['Asia/Almaty', '', 'Hall 4', ''],
])('with the zone “%s”, the place “%s” and then “%s” a meeting takes “%s”', (zone, before, place, taken) => {
  expect(zoneWithPlace(zone, before, place, 'Asia/Almaty')).toBe(taken)
})

test('the clock stands with its city, and zones are found by cities that do not bear their name', () => {
  expect(zoneWords('Asia/Almaty', '2023-05-16')).toBe('Almaty, UTC+6')
  expect(zoneWords('', '2023-05-16')).toBe('')
  expect(zoneOptions('astana')[0]).toMatchObject({ value: 'Asia/Almaty', label: 'Astana (Asia/Almaty)' })
  expect(zoneOptions('new york').map(({ value }) => value)).toEqual(['America/New_York'])
})
