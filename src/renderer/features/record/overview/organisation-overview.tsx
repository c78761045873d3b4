import { TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { formatError } from '../../../api/format-error.ts'
import { useQuery } from '../../../api/use-query.ts'
import { formatNumber, localDay } from '../../../i18n/dates.ts'
import { Button } from '../../../ui/button.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { SectionTitle } from '../../../ui/section-title.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { ActionEntry } from '../../../parts/actions/action-entry.tsx'
import { PlaceLink } from '../../../parts/places/place-link.tsx'
import { allAttendance, attendanceAddress } from '../../../store/attendance-address.ts'
import { HeadEntries } from './head-entries.tsx'
import styles from './overview.module.css'

/** All that is known of an organisation or a body: its people, parts, meetings and open actions. */
export function OrganisationOverview({ id, isBody }: { readonly id: string; readonly isBody: boolean }) {
  const { t } = useTranslation(['country', 'actions', 'lists'])
  const { data, error, loading, refetch } = useQuery('contacts.page', { id }, { dependsOn: 'records', keepPrevious: false })
  if (error && !data)
    return (
      <div role="alert">
        <EmptyState
          icon={<TriangleAlert />}
          title={t('failedTitle')}
          text={formatError(error)}
          actions={<Button onClick={refetch}>{t('common:retry')}</Button>}
        />
      </div>
    )
  if (!data)
    return loading ? (
      <div role="status">
        <span className="visually-hidden">{t('common:loading')}</span>
        <Skeleton lines={4} />
      </div>
    ) : null
  if ([data.people, data.parts, data.meetings, data.expected, data.actions].every((list) => list.length === 0))
    return <p className={styles.nothing}>{t('nothingOnOrganisation')}</p>
  const today = localDay()
  return (
    <div className={styles.overview}>
      <div className={styles.columns}>
        <div className={styles.column}>
          <HeadEntries title={t('people')} heads={data.people} />
          <HeadEntries title={t('parts')} heads={data.parts} />
        </div>
        <div className={styles.column}>
          <HeadEntries title={t('expected')} heads={data.expected} />
          <HeadEntries title={t('meetings')} heads={data.meetings} />
          {isBody && data.meetings.length > 0 && (
            <PlaceLink address={attendanceAddress({ ...allAttendance, body: id })} className={styles.attendance}>
              {t('attendance')}
            </PlaceLink>
          )}
          {data.actions.length > 0 && (
            <>
              <SectionTitle count={formatNumber(data.actions.length)}>{t('actions')}</SectionTitle>
              {data.actions.map((action) => (
                <ActionEntry key={`${action.recordId}:${action.line}`} action={action} today={today} />
              ))}
            </>
          )}
        </div>
      </div>
    </div>
  )
}
