/** The lines of the first screen. */
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { RecordHead } from '../../../shared/model/head.ts'
import { partialDateSpan } from '../../../shared/model/partial-date.ts'
import { KindIcon } from '../../parts/records/kind-icons.tsx'
import { PlaceLink } from '../../parts/places/place-link.tsx'
import { formatDate, formatDateRange, formatRelative } from '../../i18n/dates.ts'
import { recordAddress } from '../../store/navigation.ts'
import { useAppState } from '../../store/session.ts'
import { Entry } from '../../ui/entry.tsx'
import { DueWords } from '../../parts/actions/due-words.tsx'
import styles from './today-page.module.css'

const RecordLink = ({ head }: { readonly head: RecordHead }) => (
  <PlaceLink address={recordAddress(head.kind, head.id)}>{head.title}</PlaceLink>
)

interface MeetingEntryProps {
  readonly head: RecordHead
  readonly icon: ReactNode
  readonly now: string
  readonly strong?: boolean
}

export function MeetingEntry({ head, icon, now, strong }: MeetingEntryProps) {
  const { t } = useTranslation('today')
  if (head.kind !== 'meeting') return null
  const { stage, commentsBy } = head
  const closed = stage === 'circulated' && commentsBy !== '' && partialDateSpan(commentsBy).last < now
  return (
    <Entry
      icon={icon}
      strong={strong}
      detail={[
        [formatDateRange(head.start, head.end), head.startTime].filter(Boolean).join(', '),
        head.place,
        t(`lists:stage.${stage}`),
        closed ? (
          <span key="comments" className={styles.soon}>
            {t('commentsClosed', { date: formatDate(commentsBy) })}
          </span>
        ) : stage === 'circulated' && commentsBy ? (
          t('commentsBy', { date: formatDate(commentsBy) })
        ) : (
          ''
        ),
      ]}
    >
      <RecordLink head={head} />
    </Entry>
  )
}

export function StudyEntry({ head, now }: { readonly head: RecordHead; readonly now: string }) {
  const { t } = useTranslation('today')
  if (head.kind !== 'study') return null
  return (
    <Entry
      icon={<KindIcon kind="study" />}
      detail={[t(`lists:stage.${head.stage}`), <DueWords key="due" due={head.deadline} today={now} />]}
    >
      <RecordLink head={head} />
    </Entry>
  )
}

export function RecentEntry({ head }: { readonly head: RecordHead }) {
  const { t } = useTranslation('today')
  const { person } = useAppState()
  return (
    <Entry
      icon={<KindIcon kind={head.kind} contactType={head.kind === 'contact' ? head.contactType : undefined} />}
      detail={[`${head.updatedBy === person?.name ? t('you') : head.updatedBy}, ${formatRelative(head.updatedAt)}`]}
    >
      <RecordLink head={head} />
    </Entry>
  )
}

export function ConfirmEntry({ head }: { readonly head: RecordHead }) {
  const { t } = useTranslation('today')
  if (head.kind !== 'contact') return null
  return (
    <Entry
      icon={<KindIcon kind="contact" />}
      detail={[head.confirmedOn ? t('lastConfirmed', { date: formatDate(head.confirmedOn) }) : t('neverConfirmed')]}
    >
      <RecordLink head={head} />
    </Entry>
  )
}
