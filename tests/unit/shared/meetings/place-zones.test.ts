import { describe, expect, test } from 'vitest'
import { citiesLike, zoneOfPlace } from '../../../../src/shared/meetings/place-zones.ts'

describe('time zones by city', () => {
  test.each([
    ['Astana', 'Asia/Almaty'],
    ['алматы', 'Asia/Almaty'],
    ['Palais des Nations, Geneva', 'Europe/Zurich'],
    ['new york', 'America/New_York'],
    ['Нью-Йорк', 'America/New_York'],
    ['Seoul (Republic of Korea)', 'Asia/Seoul'],
  ])('the zone of “%s” is %s', (place, zone) => {
    expect(zoneOfPlace(place)?.zone).toBe(zone)
  })

  test('a place that is no known city has none', () => {
    for (const place of ['', 'Hall 4', 'Astan', 'Etc', 'Newer York']) expect(zoneOfPlace(place)).toBeUndefined()
  })

  test.each([
    ['asta', 'Asia/Almaty', 'Astana'],
    ['жене', 'Europe/Zurich', 'Женева'],
    ['new y', 'America/New_York', 'New York'],
  ])('“%s” finds %s', (typed, zone, city) => {
    expect(citiesLike(typed)).toContainEqual({ zone, city })
  })

  test('every zone that stands for a city is one that the system knows', () => {
    for (const { zone } of citiesLike('')) expect(() => new Intl.DateTimeFormat('en', { timeZone: zone })).not.toThrow()
  })
})
