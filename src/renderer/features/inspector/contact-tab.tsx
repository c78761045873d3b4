import { BriefcaseBusiness } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { RecordHead } from '../../../shared/model/head.ts'
import type { Post } from '../../../shared/model/contact.ts'
import type { ContactRecord } from '../../../shared/model/record.ts'
import { KindIcon } from '../../parts/records/kind-icons.tsx'
import { useQuery } from '../../api/use-query.ts'
import { formatDate, formatDateRange, localDay } from '../../i18n/dates.ts'
import { recordAddress } from '../../store/navigation.ts'
import { meetingsByTime } from './meetings-by-time.ts'
import { MiniRow } from './mini-row.tsx'
import { postsByTime } from './posts-by-time.ts'
import { Section } from './section.tsx'

/** Meetings shown here; the record's own page has them all. */
const MEETINGS = 8

function MeetingRow({ head }: { readonly head: RecordHead }) {
  const detail = head.kind === 'meeting' ? [formatDateRange(head.start, head.end), head.place].filter(Boolean).join(' · ') : undefined
  return <MiniRow mark={<KindIcon kind={head.kind} />} title={head.title} detail={detail} address={recordAddress(head.kind, head.id)} />
}

/** Posts over time, the meetings to come and the last ones. */
export function ContactTab({ record }: { readonly record: ContactRecord }) {
  const { t } = useTranslation('inspector')
  const { data } = useQuery('contacts.page', { id: record.id }, { dependsOn: 'records' })
  const planned = meetingsByTime(data?.expected ?? [], localDay())
  // those whose day has passed are still planned, as far as anybody has said
  const next = [...planned.next, ...planned.last]
  const last = data?.meetings ?? []
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
      <Section title={t('nextMeetings')} count={next.length}>
        {next.slice(0, MEETINGS).map((head) => (
          <MeetingRow key={head.id} head={head} />
        ))}
      </Section>
      <Section
        title={t('lastMeetings')}
        count={last.length}
        empty={data ? t(next.length > 0 ? 'noLastMeetings' : 'noMeetings') : undefined}
      >
        {last.slice(0, MEETINGS).map((head) => (
          <MeetingRow key={head.id} head={head} />
        ))}
      </Section>
    </>
  )
}
