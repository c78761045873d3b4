/** Time zones that a calendar file describes itself, under names that nobody else knows. */
import ICAL from 'ical.js'

/** Rules as programs write them: a month and a weekday in it. Others could be expanded without end. */
const PLAIN_RULE =
  /^(?:FREQ=YEARLY|INTERVAL=1|BYMONTH=(?:[1-9]|1[0-2])|BYDAY=(?:[+-]?[1-4]|-5)?(?:SU|MO|TU|WE|TH|FR|SA)|UNTIL=[\dTZ]+|WKST=[A-Z]{2}|;)+$/i
const MOST_OBSERVANCES = 200
const NEEDED = ['dtstart', 'tzoffsetfrom', 'tzoffsetto']

const isPlainRule = (rule: string) => PLAIN_RULE.test(rule) && rule.includes('BYDAY=')

/** Whether the rules of a VTIMEZONE can be followed in bounded time. */
function isPlain(component: ICAL.Component): boolean {
  const observances = component.getAllSubcomponents()
  return (
    observances.length > 0 &&
    observances.length <= MOST_OBSERVANCES &&
    observances.every(
      (observance) =>
        NEEDED.every((name) => observance.hasProperty(name)) &&
        observance.getAllProperties('rdate').length <= MOST_OBSERVANCES &&
        observance.getAllProperties('rrule').every((rule) => isPlainRule(String(rule.getFirstValue()))),
    )
  )
}

/** What a file's own zones say: the name that some programs give beside their own, and how far ahead of UTC their clocks are. */
export class FileZones {
  readonly #components = new Map<string, ICAL.Component>()
  /** Those whose rules can be followed; each is worked out once for all events. */
  readonly #followed = new Map<string, ICAL.Timezone | null>()

  constructor(calendars: readonly ICAL.Component[]) {
    for (const component of calendars.flatMap((calendar) => calendar.getAllSubcomponents('vtimezone')))
      this.#components.set(String(component.getFirstPropertyValue('tzid') ?? ''), component)
  }

  location(tzid: string): string {
    return String(this.#components.get(tzid)?.getFirstPropertyValue('x-lic-location') ?? '')
  }

  /** Seconds ahead of UTC at a wall-clock time of the zone (`2023-05-17T09:30:00`); undefined when the file does not say. */
  offset(tzid: string, wall: string): number | undefined {
    const zone = this.#zone(tzid)
    if (!zone) return undefined
    try {
      const offset = zone.utcOffset(ICAL.Time.fromDateTimeString(wall))
      return Number.isFinite(offset) && Math.abs(offset) < 86_400 ? offset : undefined
    } catch {
      return undefined // a description that the library cannot follow describes nothing
    }
  }

  #zone(tzid: string): ICAL.Timezone | null {
    const known = this.#followed.get(tzid)
    if (known !== undefined) return known
    const component = this.#components.get(tzid)
    const zone = component && isPlain(component) ? new ICAL.Timezone({ component, tzid }) : null
    this.#followed.set(tzid, zone)
    return zone
  }
}
