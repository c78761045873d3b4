/** IANA time zones: which there are, and how far from UTC one was on a day. */
import { citiesLike, zoneCity } from '../../../../shared/meetings/place-zones.ts'
import { fold } from '../../../../shared/text/fold.ts'
import { partialDateSpan } from '../../../../shared/model/partial-date.ts'

/** "UTC+6" on the day the date begins; empty for a name that is no zone. */
export function zoneOffset(zone: string, date: string): string {
  const { first } = partialDateSpan(date)
  const day = first === '' ? new Date() : new Date(`${first}T12:00:00Z`)
  try {
    const parts = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'shortOffset' }).formatToParts(day)
    return (parts.find(({ type }) => type === 'timeZoneName')?.value ?? '').replace('GMT', 'UTC')
  } catch (error) {
    // a zone that the person has only half typed, or one that this browser does not know
    if (error instanceof RangeError) return ''
    throw error
  }
}

/** "Almaty, UTC+6"; empty for a name that is no zone. */
export function zoneWords(zone: string, date: string): string {
  const offset = zone && zoneOffset(zone, date)
  // UTC has no city
  return offset && zone.includes('/') ? `${zoneCity(zone)}, ${offset}` : offset
}

/** Zones whose name holds the words typed, "asia alm", and those of a city that has them: "astana", "new york". */
export function zoneOptions(text: string): readonly { value: string; label: string; detail: string }[] {
  const typed = fold(text)
    .split(/[\s/_]+/u)
    .filter(Boolean)
  const named = Intl.supportedValuesOf('timeZone').filter((zone) => {
    const parts = fold(zone).split(/[/_]/u)
    return typed.every((start) => parts.some((part) => part.startsWith(start)))
  })
  const option = (zone: string, label: string) => ({ value: zone, label, detail: zoneOffset(zone, '') })
  const byCity = text.trim() === '' ? [] : citiesLike(text).filter(({ zone }) => !named.includes(zone))
  return [
    ...byCity.map(({ zone, city }) => option(zone, `${city} (${zone.replaceAll('_', ' ')})`)),
    ...named.map((zone) => option(zone, zone.replaceAll('_', ' '))),
  ].slice(0, 40)
}
