/** IANA time zones: which there are, and how far from UTC one was on a day. */
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

/** Zones whose name holds the words typed: "almaty", "asia alm". */
export function zoneOptions(text: string): readonly { value: string; label: string; detail: string }[] {
  const typed = fold(text)
    .split(/[\s/_]+/u)
    .filter(Boolean)
  const named = Intl.supportedValuesOf('timeZone').filter((zone) => {
    const parts = fold(zone).split(/[/_]/u)
    return typed.every((start) => parts.some((part) => part.startsWith(start)))
  })
  return named.slice(0, 40).map((zone) => ({ value: zone, label: zone.replaceAll('_', ' '), detail: zoneOffset(zone, '') }))
}
