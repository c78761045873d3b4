/** The lines of the first screen. */
import type { ReactNode } from 'react'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { NearMeeting, WaitingMinutes } from '../../../shared/contract/today.ts'
import type { RecordHead } from '../../../shared/model/head.ts'
import { partialDateSpan } from '../../../shared/model/partial-date.ts'
import { KindIcon } from '../../parts/records/kind-icons.tsx'
import { PlaceLink } from '../../parts/places/place-link.tsx'
import { formatDate, formatDateRange, formatNumber, formatRelative } from '../../i18n/dates.ts'
import { recordAddress } from '../../store/navigation.ts'
import { useAppState } from '../../store/session.ts'
import { Entry } from '../../ui/entry.tsx'
import { DueWords } from '../../parts/actions/due-words.tsx'
import styles from './today-page.module.css'

const RecordLink = ({ head }: { readonly head: RecordHead }) => (
  <PlaceLink address={recordAddress(head.kind, head.id)}>{head.title}</PlaceLink>
)

/** What is missing of a meeting that is to come; of one that was held, that it was. */
function missingOf({ head, agenda, unanswered, sessions, countries }: NearMeeting, t: TFunction<'today'>): string[] {
  const counted = (key: 'replies' | 'sessions' | 'named', count: number) => t(key, { count, formatted: formatNumber(count) })
  const parts = [sessions > 0 ? counted('sessions', sessions) : '', countries > 0 ? counted('named', countries) : '']
  if (head.stage !== 'planned') return parts
  const isWhole = sessions > 0
  return [
    isWhole || agenda === null ? '' : agenda > 0 ? t('agenda', { count: agenda, formatted: formatNumber(agenda) }) : t('noAgenda'),
    ...parts,
    unanswered > 0 ? counted('replies', unanswered) : head.participants === 0 && !isWhole ? t('noInvited') : '',
  ]
}

/** A meeting around now: when and where, and what is still missing. */
export function MeetingEntry({ meeting, icon }: { readonly meeting: NearMeeting; readonly icon: ReactNode }) {
  const { t } = useTranslation(['today', 'lists'])
  const { head } = meeting
  const planned = head.stage === 'planned'
  return (
    <Entry
      icon={icon}
      strong
      detail={[
        [formatDateRange(head.start, head.end), head.startTime].filter(Boolean).join(', '),
        head.place || (planned ? t('noPlace') : ''),
        planned ? '' : t(`lists:stage.${head.stage}`),
        ...missingOf(meeting, t),
      ]}
    >
      <RecordLink head={head} />
    </Entry>
  )
}

/** Minutes on their way: what they wait for, since when, and why. */
export function WaitingEntry({ waiting, icon, now }: { readonly waiting: WaitingMinutes; readonly icon: ReactNode; readonly now: string }) {
  const { t } = useTranslation('today')
  const { head, since, comments, open } = waiting
  const { stage, commentsBy } = head
  if (stage === 'adopted') return null
  const circulated = stage === 'circulated'
  const closed = circulated && commentsBy !== '' && partialDateSpan(commentsBy).last < now
  const said =
    comments === 0
      ? t('noComments')
      : [
          t('comments', { count: comments, formatted: formatNumber(comments) }),
          open === 0 ? t('allAnswered') : t('openComments', { formatted: formatNumber(open) }),
        ].join(', ')
  return (
    <Entry
      icon={icon}
      detail={[
        closed && open === 0 ? (
          <span key="ready" className={styles.soon}>
            {t('ready')}
          </span>
        ) : (
          t(`wait.${stage}`)
        ),
        since && t(`since.${stage}`, { date: formatDate(since) }),
        closed
          ? t('commentsClosed', { date: formatDate(commentsBy) })
          : circulated && commentsBy
            ? t('commentsBy', { date: formatDate(commentsBy) })
            : '',
        circulated ? said : '',
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
