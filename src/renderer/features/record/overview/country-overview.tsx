import { Plus, TriangleAlert, User } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { CountryRecord } from '../../../../shared/model/record.ts'
import { linkKey } from '../../../../shared/text/link-key.ts'
import { formatError } from '../../../api/format-error.ts'
import { useCountries } from '../../../parts/countries/country-options.ts'
import { useQuery } from '../../../api/use-query.ts'
import { askNewRecord } from '../../../parts/dialogs/dialogs.ts'
import { formatNumber, localDay } from '../../../i18n/dates.ts'
import { useReadOnly } from '../../../store/session.ts'
import { Button } from '../../../ui/button.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Entry } from '../../../ui/entry.tsx'
import { IconButton } from '../../../ui/icon-button.tsx'
import { SectionTitle } from '../../../ui/section-title.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { ActionEntry } from '../../../parts/actions/action-entry.tsx'
import { addFocalPoint } from '../country/add-focal-point.ts'
import { useRecordScope } from '../properties/record-scope.ts'
import { CountryHeader } from './country-header.tsx'
import { CountryMeetings } from './country-meetings.tsx'
import { FocalPoints } from './focal-points.tsx'
import { HeadEntries } from './head-entries.tsx'
import { NoteCard } from './note-card.tsx'
import styles from './overview.module.css'

export interface CountryOverviewProps {
  readonly id: string
  readonly record: CountryRecord
}

/** All that is known of a country on one page: it assembles itself of what the records say. */
export function CountryOverview({ id, record }: CountryOverviewProps) {
  const { t } = useTranslation(['country', 'actions', 'lists', 'fields'])
  const { lock } = useRecordScope()
  const { data, error, loading, refetch } = useQuery('countries.page', { id }, { dependsOn: 'records', keepPrevious: false })
  const countries = useCountries()
  const writable = useReadOnly() === null
  const option = countries.find(({ code }) => code === record.code)
  const today = localDay()

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
  const posts = new Map(
    (data?.people ?? []).map((head) => [
      linkKey(head.title),
      head.kind === 'contact' ? [head.post, head.organisation].filter(Boolean).join(', ') : '',
    ]),
  )

  return (
    <div className={styles.overview}>
      <CountryHeader record={record} option={option} />
      {loading && !data && (
        <div role="status">
          <span className="visually-hidden">{t('common:loading')}</span>
          <Skeleton lines={6} />
        </div>
      )}
      {data && (
        <div className={styles.columns}>
          <div className={styles.column}>
            <SectionTitle
              count={record.focalPoints.length > 0 ? formatNumber(record.focalPoints.length) : undefined}
              action={
                writable &&
                lock === null && (
                  <IconButton
                    size="small"
                    label={t('newFocalPoint')}
                    icon={<Plus />}
                    onClick={() => addFocalPoint(id, t('fields:label.focalPoints'))}
                  />
                )
              }
            >
              {t('focalPoints')}
            </SectionTitle>
            <FocalPoints focalPoints={record.focalPoints} postOf={(name) => posts.get(linkKey(name)) ?? ''} />
            {data.commitments.length > 0 && (
              <>
                <SectionTitle count={formatNumber(data.commitments.length)}>{t('commitments')}</SectionTitle>
                {data.commitments.map((action) => (
                  <ActionEntry key={`${action.recordId}:${action.line}`} action={action} today={today} />
                ))}
              </>
            )}
            <CountryMeetings title={t('expected')} meetings={data.expected} />
            <CountryMeetings title={t('attended')} meetings={data.meetings} />
            <CountryMeetings title={t('concerning')} meetings={data.concerning} />
          </div>
          <div className={styles.column}>
            <SectionTitle
              count={data.notes.length > 0 ? formatNumber(data.notes.length) : undefined}
              action={
                writable && (
                  <IconButton
                    size="small"
                    label={t('newNote', { country: record.title })}
                    icon={<Plus />}
                    onClick={() => askNewRecord('note', '', { countries: [record.code] })}
                  />
                )
              }
            >
              {t('notes')}
            </SectionTitle>
            {data.notes.length === 0 && <p className={styles.none}>{t('noNotes')}</p>}
            {data.notes.map((note) => (
              <NoteCard key={note.head.id} {...note} />
            ))}
            <HeadEntries title={t('studies')} heads={data.studies} />
          </div>
          <div className={styles.column}>
            <HeadEntries title={t('people')} heads={data.people} />
            <HeadEntries title={t('organisations')} heads={data.organisations} />
            {data.people.length === 0 && data.organisations.length === 0 && (
              <>
                <SectionTitle>{t('people')}</SectionTitle>
                <Entry icon={<User />}>
                  <span className={styles.none}>{t('noPeople')}</span>
                </Entry>
              </>
            )}
          </div>
        </div>
      )}
    </div>
  )
}
