import { homeZone, zoneOfPlace } from '../../../../shared/meetings/place-zones.ts'
import { useField } from '../properties/use-field.ts'

/**
 * The zone that a meeting takes when its place is given: that of the place, as long as nobody has chosen another than the computer's
 * or that of the place before. Empty when it stays.
 */
export function zoneWithPlace(zone: string, before: string, place: string, home: string): string {
  const next = zoneOfPlace(place)?.zone ?? ''
  const isUnchosen = zone === '' || zone === home || zone === zoneOfPlace(before)?.zone
  return isUnchosen && next !== zone ? next : ''
}

/** Takes the zone of a new place; to be called before the place is written. */
export function useZoneOfPlace(): (before: string, place: string) => void {
  const zone = useField('meeting', 'timeZone')
  return (before, place) => {
    const next = zoneWithPlace(zone.current(), before, place, homeZone())
    if (next !== '') zone.set(next)
  }
}
