import { useTranslation } from 'react-i18next'
import { zoneOfPlace } from '../../../../shared/meetings/place-zones.ts'
import { Button } from '../../../ui/button.tsx'
import { useField } from '../properties/use-field.ts'
import { zoneOffset } from './time-zones.ts'

/** Where the clock of the place shows another time than the zone of the meeting: offers that zone. */
export function ZoneOffer() {
  const { t } = useTranslation('fields')
  const { value: place } = useField('meeting', 'place')
  const { value: start } = useField('meeting', 'start')
  const zone = useField('meeting', 'timeZone')
  const { value: time } = useField('meeting', 'startTime')
  const found = zoneOfPlace(place)
  if (zone.locked || !found || (time === '' && zone.value === '') || zoneOffset(found.zone, start) === zoneOffset(zone.value, start))
    return null
  return (
    <Button variant="quiet" onClick={() => zone.set(found.zone)}>
      {t('offer.zone', { city: found.city })}
    </Button>
  )
}
