import { CircleAlert } from 'lucide-react'
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { useShallow } from 'zustand/react/shallow'
import { formatNumber } from '../i18n/dates.ts'
import { recordAddress, usePlace } from '../store/navigation.ts'
import { useOpenRecords } from '../store/records.ts'
import { shownRecord } from '../store/records/open-record.ts'
import { useWorkspace } from '../store/session.ts'
import { strandedRecords } from '../store/unsaved.ts'
import { Banner } from './banners.tsx'
import { PlaceLink } from '../parts/places/place-link.tsx'

/** Named; of the others only the number is said. */
const NAMED = 3

/** Names the records that were left with something that could not be saved. The record on the screen says so itself. */
export function UnsavedBanner() {
  const { t } = useTranslation('frame')
  const place = usePlace()
  const open = useWorkspace() !== null
  const stranded = useOpenRecords(useShallow((records) => strandedRecords(records, 'id' in place ? place.id : null)))
  if (!open || stranded.length === 0) return null
  const named = stranded.slice(0, NAMED).flatMap((entry) => shownRecord(entry) ?? [])
  const others = stranded.length - named.length
  return (
    <Banner icon={<CircleAlert />}>
      <strong>{t('unsaved', { count: stranded.length, number: formatNumber(stranded.length) })}</strong>{' '}
      {named.map(({ kind, id, title }, index) => (
        <Fragment key={id}>
          {index > 0 && ', '}
          <PlaceLink address={recordAddress(kind, id)}>{title}</PlaceLink>
        </Fragment>
      ))}
      {others > 0 && ` ${t('unsavedMore', { number: formatNumber(others) })}`}
    </Banner>
  )
}
