import { BriefcaseBusiness } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Post } from '../../../shared/model/contact.ts'
import type { ContactRecord } from '../../../shared/model/record.ts'
import { KindIcon } from '../../app/kind-icons.tsx'
import { useQuery } from '../../api/use-query.ts'
import { formatDate, formatDateRange } from '../../i18n/dates.ts'
import { recordAddress } from '../../store/navigation.ts'
import { MiniRow } from './mini-row.tsx'
import { postsByTime } from './posts-by-time.ts'
import { Section } from './section.tsx'

/** Meetings shown here; the record's own page has them all. */
const MEETINGS = 8

/** Posts over time and the last meetings. */
export function ContactTab({ record }: { readonly record: ContactRecord }) {
  const { t } = useTranslation('inspector')
  const { data } = useQuery('contacts.page', { id: record.id }, { dependsOn: 'records' })
  const time = ({ from, to, former }: Post) => {
    if (from && to) return formatDateRange(from, to)
    if (from) return former ? t('fromFormer', { date: formatDate(from) }) : t('since', { date: formatDate(from) })
    if (to) return t('until', { date: formatDate(to) })
    return former ? t('former') : ''
  }
  return (
    <>
      {record.contactType === 'person' && (
        <Section title={t('posts')} count={record.posts.length} empty={t('noPosts')}>
          {postsByTime(record.posts).map((post, index) => (
            <MiniRow
              // oxlint-disable-next-line react/no-array-index-key -- posts have no identity of their own
              key={index}
              mark={<BriefcaseBusiness aria-hidden="true" />}
              title={post.title || post.organisation}
              detail={[post.title && post.organisation, time(post)].filter(Boolean).join(' · ')}
            />
          ))}
        </Section>
      )}
      <Section title={t('lastMeetings')} count={data?.meetings.length} empty={data ? t('noMeetings') : undefined}>
        {data?.meetings.slice(0, MEETINGS).map((head) => (
          <MiniRow
            key={head.id}
            mark={<KindIcon kind={head.kind} />}
            title={head.title}
            detail={head.kind === 'meeting' ? [formatDateRange(head.start, head.end), head.place].filter(Boolean).join(' · ') : undefined}
            address={recordAddress(head.kind, head.id)}
          />
        ))}
      </Section>
    </>
  )
}
