import { Plus, TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { MeetingRecord } from '../../../../shared/model/record.ts'
import { formatError } from '../../../api/format-error.ts'
import { useQuery } from '../../../api/use-query.ts'
import { askNewRecord } from '../../../parts/dialogs/dialogs.ts'
import { formatDayOfWeek, formatNumber } from '../../../i18n/dates.ts'
import { Button } from '../../../ui/button.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { IconButton } from '../../../ui/icon-button.tsx'
import { SectionTitle } from '../../../ui/section-title.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { useRecordScope } from '../properties/record-scope.ts'
import { byDay } from './by-day.ts'
import { ParticipantsByCountry } from './participants-by-country.tsx'
import styles from './programme.module.css'
import { SessionEntry } from './session-entry.tsx'
import { StatedFigures } from './stated-figures.tsx'

/** The whole of a conference on its page: sessions by day, participants by delegation, and what a source states of them. */
export function MeetingProgramme({ record }: { readonly record: MeetingRecord }) {
  const { t } = useTranslation(['programme', 'lists', 'fields'])
  const { lock } = useRecordScope()
  const isConference = record.meetingType === 'conference'
  const { data, error, loading, refetch } = useQuery(
    'meetings.programme',
    { id: record.id },
    { dependsOn: 'records', kinds: ['meeting'], keepPrevious: false },
  )
  if (error && !data)
    return (
      <div role="alert">
        <EmptyState
          icon={<TriangleAlert />}
          title={t('failed')}
          text={formatError(error)}
          actions={<Button onClick={refetch}>{t('common:retry')}</Button>}
        />
      </div>
    )
  if (!data)
    return loading && isConference ? (
      <div role="status">
        <span className="visually-hidden">{t('common:loading')}</span>
        <Skeleton lines={6} />
      </div>
    ) : null
  // of a meeting of one sitting the properties say all
  if (!isConference && data.sessions.length === 0) return null
  return (
    <div className={styles.programme}>
      <section aria-label={t('title')}>
        <SectionTitle
          count={data.sessions.length > 0 ? formatNumber(data.sessions.length) : undefined}
          action={
            lock === null && (
              <IconButton
                size="small"
                label={t('newSession')}
                icon={<Plus />}
                onClick={() => askNewRecord('meeting', '', { partOf: record.title })}
              />
            )
          }
        >
          {t('title')}
        </SectionTitle>
        {data.sessions.length === 0 && <p className={styles.none}>{t('noSessions')}</p>}
        {byDay(data.sessions).map(({ day, sessions }) => (
          <div key={day}>
            <h3 className={styles.day}>{day === '' ? t('dayNotKnown') : formatDayOfWeek(day)}</h3>
            <ul>
              {sessions.map((session) => (
                <SessionEntry key={session.id} session={session} from={record.start} />
              ))}
            </ul>
          </div>
        ))}
      </section>
      <ParticipantsByCountry participants={data.participants} countries={record.countries} />
      {record.statedFigures.length > 0 && <StatedFigures figures={record.statedFigures} />}
    </div>
  )
}
