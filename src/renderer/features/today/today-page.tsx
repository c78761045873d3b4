import { Calendar, Send, TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../../shared/contract/index.ts'
import type { NearMeeting } from '../../../shared/contract/today.ts'
import { partialDateSpan } from '../../../shared/model/partial-date.ts'
import { formatError } from '../../api/format-error.ts'
import { useQuery } from '../../api/use-query.ts'
import { askNewRecord } from '../../parts/dialogs/dialogs.ts'
import { KindIcon } from '../../parts/records/kind-icons.tsx'
import { PlaceLink } from '../../parts/places/place-link.tsx'
import { formatDayOfWeek, formatNumber, localDay } from '../../i18n/dates.ts'
import { registerAddress } from '../../store/decisions-address.ts'
import { listAddress, navigate } from '../../store/navigation.ts'
import { useReadOnly } from '../../store/session.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { SectionTitle } from '../../ui/section-title.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Entry } from '../../ui/entry.tsx'
import { ActionsColumn } from './actions-column.tsx'
import { QuickCapture } from './quick-capture.tsx'
import { ConfirmEntry, MeetingEntry, RecentEntry, StudyEntry, WaitingEntry } from './today-entries.tsx'
import styles from './today-page.module.css'

type Today = Output<'today.get'>

/** Enough to see what waits; the list of meetings has the rest. */
const MOST_WAITING = 5

/** A workspace in which nothing is planned, open or written. */
const isEmpty = (today: Today) =>
  [today.meetings, today.waiting, today.actions, today.studiesDue, today.recent, today.toConfirm].every((list) => list.length === 0)

function FirstSteps() {
  const { t } = useTranslation('today')
  const writable = useReadOnly() === null
  return (
    <EmptyState
      icon={<Calendar />}
      title={t('empty.title')}
      text={t('empty.text')}
      actions={
        writable && (
          <>
            <Button variant="primary" onClick={() => askNewRecord('meeting')}>
              {t('common:newKind.meeting')}
            </Button>
            <Button onClick={() => askNewRecord('contact')}>{t('common:newKind.contact')}</Button>
            <Button onClick={() => askNewRecord('country')}>{t('common:newKind.country')}</Button>
            <Button onClick={() => navigate('/import')}>{t('empty.import')}</Button>
          </>
        )
      }
    />
  )
}

const isAhead = ({ start, end }: NearMeeting['head'], now: string) => partialDateSpan(end || start).last >= now

/** Numbers that two decisions bear: the person settles which keeps it. */
function Clashes({ today: { clashes, clashesTotal } }: { readonly today: Today }) {
  const { t } = useTranslation('today')
  if (clashesTotal === 0) return null
  return (
    <>
      <SectionTitle count={formatNumber(clashesTotal)}>{t('clashes')}</SectionTitle>
      {clashes.map(({ number, records }) => (
        <Entry key={number} icon={<TriangleAlert />} detail={[records.map(({ title }) => title).join(', '), t('settle')]}>
          <PlaceLink address={registerAddress({ status: 'clash', text: '' })}>{number}</PlaceLink>
        </Entry>
      ))}
    </>
  )
}

function Columns({ today }: { readonly today: Today }) {
  const { t } = useTranslation('today')
  const { now } = today
  // a past meeting whose text waits is shown once, where it waits
  const waits = new Set(today.waiting.map(({ head }) => head.id))
  const meetings = today.meetings.filter(({ head }) => !waits.has(head.id) || isAhead(head, now))
  const announced = new Set(meetings.map(({ head }) => head.id))
  const waiting = today.waiting.filter(({ head }) => !announced.has(head.id))
  return (
    <div className={styles.columns}>
      <div className={styles.column}>
        <SectionTitle>{t('meetings')}</SectionTitle>
        {meetings.length === 0 && <p className={styles.none}>{t('noMeetings')}</p>}
        {meetings.map((meeting) => (
          <MeetingEntry key={meeting.head.id} meeting={meeting} icon={<Calendar />} />
        ))}
        {waiting.length > 0 && (
          <>
            <SectionTitle count={formatNumber(today.waitingTotal)}>{t('waiting')}</SectionTitle>
            {waiting.slice(0, MOST_WAITING).map((row) => (
              <WaitingEntry key={row.head.id} waiting={row} icon={<Send />} now={now} />
            ))}
            {today.waitingTotal > MOST_WAITING && (
              <Entry icon={<KindIcon kind="meeting" />}>
                <PlaceLink address={listAddress('meetings', 'is:waiting')}>{t('allWaiting')}</PlaceLink>
              </Entry>
            )}
          </>
        )}
        <Clashes today={today} />
      </div>
      <div className={styles.column}>
        <ActionsColumn today={today} />
        {today.studiesDue.length > 0 && (
          <>
            <SectionTitle count={formatNumber(today.studiesDue.length)}>{t('studies')}</SectionTitle>
            {today.studiesDue.map((head) => (
              <StudyEntry key={head.id} head={head} now={now} />
            ))}
          </>
        )}
      </div>
      <div className={styles.column}>
        <SectionTitle>{t('recent')}</SectionTitle>
        {today.recent.map((head) => (
          <RecentEntry key={head.id} head={head} />
        ))}
        {today.toConfirmTotal > 0 && (
          <>
            <SectionTitle count={formatNumber(today.toConfirmTotal)}>{t('toConfirm')}</SectionTitle>
            {today.toConfirm.map((head) => (
              <ConfirmEntry key={head.id} head={head} />
            ))}
            {today.toConfirmTotal > today.toConfirm.length && (
              <Entry icon={<KindIcon kind="contact" />}>
                <PlaceLink address={listAddress('contacts', 'is:unconfirmed')}>{t('allToConfirm')}</PlaceLink>
              </Entry>
            )}
          </>
        )}
      </div>
    </div>
  )
}

/** The first screen: what is around now, what waits, and a line to jot something down. */
export function TodayPage() {
  const { t } = useTranslation(['today', 'new-record', 'actions', 'lists'])
  const { data, error, loading, refetch } = useQuery('today.get', {}, { dependsOn: 'records' })
  const writable = useReadOnly() === null
  return (
    <div className={styles.today}>
      <h1 className={styles.title}>{formatDayOfWeek(data?.now ?? localDay())}</h1>
      {writable && <QuickCapture now={data?.now ?? localDay()} meetingNow={data?.meetingNow ?? null} onBegin={refetch} />}
      {error && !data && (
        <div role="alert">
          <EmptyState
            icon={<TriangleAlert />}
            title={t('failedTitle')}
            text={formatError(error)}
            actions={<Button onClick={refetch}>{t('common:retry')}</Button>}
          />
        </div>
      )}
      {loading && (
        <div role="status">
          <span className="visually-hidden">{t('common:loading')}</span>
          <Skeleton lines={8} />
        </div>
      )}
      {data && (isEmpty(data) ? <FirstSteps /> : <Columns today={data} />)}
    </div>
  )
}
