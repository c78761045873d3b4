import { NotebookPen } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../../../shared/contract/index.ts'
import { formatDateRange, formatNumber } from '../../../i18n/dates.ts'
import { PlaceLink } from '../../../parts/places/place-link.tsx'
import { recordAddress } from '../../../store/navigation.ts'
import { Entry } from '../../../ui/entry.tsx'
import { SectionTitle } from '../../../ui/section-title.tsx'

interface CountryMeetingsProps {
  readonly title: string
  readonly meetings: Output<'countries.page'>['meetings']
}

/** Meetings of one sort with who spoke for the country; nothing at all when there are none. */
export function CountryMeetings({ title, meetings }: CountryMeetingsProps) {
  const { t } = useTranslation('lists')
  if (meetings.length === 0) return null
  return (
    <>
      <SectionTitle count={formatNumber(meetings.length)}>{title}</SectionTitle>
      {meetings.map(({ head, detail, unreadable }) => (
        <Entry
          key={head.id}
          icon={<NotebookPen />}
          detail={[head.kind === 'meeting' && formatDateRange(head.start, head.end), unreadable ? t('unreadable') : detail]}
        >
          <PlaceLink address={recordAddress(head.kind, head.id)}>{head.title}</PlaceLink>
        </Entry>
      ))}
    </>
  )
}
