import { useTranslation } from 'react-i18next'
import type { RecordHead } from '../../../../shared/model/head.ts'
import { KindIcon } from '../../../parts/records/kind-icons.tsx'
import { PlaceLink } from '../../../parts/places/place-link.tsx'
import { formatDate, formatDateRange, formatNumber } from '../../../i18n/dates.ts'
import { recordAddress } from '../../../store/navigation.ts'
import { Entry } from '../../../ui/entry.tsx'
import { SectionTitle } from '../../../ui/section-title.tsx'

/** Records of one sort under a heading; nothing at all when there are none. */
export function HeadEntries({ title, heads }: { readonly title: string; readonly heads: readonly RecordHead[] }) {
  const { t } = useTranslation('country')
  const detailOf = (head: RecordHead): readonly string[] => {
    switch (head.kind) {
      case 'contact':
        return head.contactType === 'person' ? [head.post, head.organisation] : [head.shortName, head.symbol]
      case 'study':
        return [t(`lists:stage.${head.stage}`), head.deadline && t('lists:row.due', { date: formatDate(head.deadline) })]
      case 'meeting':
        return [formatDateRange(head.start, head.end), head.place]
      case 'note':
        return [formatDate(head.date)]
      case 'country':
        return []
    }
  }
  if (heads.length === 0) return null
  return (
    <>
      <SectionTitle count={formatNumber(heads.length)}>{title}</SectionTitle>
      {heads.map((head) => (
        <Entry
          key={head.id}
          icon={<KindIcon kind={head.kind} contactType={head.kind === 'contact' ? head.contactType : undefined} />}
          detail={detailOf(head)}
        >
          <PlaceLink address={recordAddress(head.kind, head.id)}>{head.title}</PlaceLink>
        </Entry>
      ))}
    </>
  )
}
