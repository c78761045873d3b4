import { TriangleAlert, Users } from 'lucide-react'
import { useCallback, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../../shared/contract/index.ts'
import { formatError } from '../../api/format-error.ts'
import { useQuery } from '../../api/use-query.ts'
import { countryLanguage, useCountryWords } from '../../parts/countries/country-options.ts'
import { allAttendance, attendanceAddress, readAttendance, type AttendanceView } from '../../store/attendance-address.ts'
import { navigate, useAddress } from '../../store/navigation.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageBar } from '../../ui/page-bar.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { AttendanceControls } from './attendance-controls.tsx'
import styles from './attendance.module.css'
import { ExportMenu } from './export-menu.tsx'
import { MatrixGrid } from './matrix-grid.tsx'
import { MatrixFooter } from './matrix-footer.tsx'
import { inOrder, type MatrixOrder, type MatrixRow } from './matrix-view.ts'

type Matrix = Output<'attendance.matrix'>

/** Rows in their order, with the names that are shown. */
function useShownRows(order: MatrixOrder): (matrix: Matrix) => readonly MatrixRow[] {
  const { nameOf } = useCountryWords()
  return useCallback(
    ({ rows }: Matrix) =>
      inOrder(
        rows.map((row) => ({ ...row, shown: row.name || nameOf(row.key) })),
        order,
        countryLanguage(),
      ),
    [order, nameOf],
  )
}

/** Countries or people × meetings: who was there, and how often. */
export function AttendancePage() {
  const { t } = useTranslation('attendance')
  const view = readAttendance(useAddress())
  const [order, setOrder] = useState<MatrixOrder>('name')
  const { by, body, year, meetings, parts } = view
  const asked = { by, body, year, meetings: meetings && [...meetings], parts }
  const query = useQuery('attendance.matrix', asked, { dependsOn: 'records', kinds: ['meeting', 'contact', 'country'] })
  const { data } = query
  const shownRows = useShownRows(order)
  const rows = useMemo(() => (data ? shownRows(data) : []), [data, shownRows])
  const go = (change: Partial<AttendanceView>) => navigate(attendanceAddress({ ...view, ...change }))

  return (
    <div className={styles.page}>
      <PageBar title={t('title')}>
        <AttendanceControls view={view} years={data?.years ?? []} onChange={go} />
        <span className={styles.space} />
        <ExportMenu asked={asked} shownRows={shownRows} disabled={rows.length === 0} />
      </PageBar>
      {query.error ? (
        <div role="alert" className={styles.state}>
          <EmptyState
            icon={<TriangleAlert />}
            title={t('failed')}
            text={formatError(query.error)}
            actions={
              <>
                <Button onClick={query.refetch}>{t('common:retry')}</Button>
                <Button onClick={() => navigate(attendanceAddress(allAttendance))}>{t('showAll')}</Button>
              </>
            }
          />
        </div>
      ) : !data ? (
        <div role="status" className={styles.state}>
          {query.loading && (
            <>
              <span className="visually-hidden">{t('common:loading')}</span>
              <Skeleton lines={8} />
            </>
          )}
        </div>
      ) : data.meetings.length === 0 || rows.length === 0 ? (
        <div className={styles.state}>
          <EmptyState
            icon={<Users />}
            title={t(data.meetings.length === 0 ? 'noMeetings' : 'nobody')}
            text={t(data.meetings.length === 0 ? 'noMeetingsText' : 'nobodyText')}
            actions={<Button onClick={() => navigate(attendanceAddress({ ...allAttendance, by }))}>{t('showAll')}</Button>}
          />
        </div>
      ) : (
        <MatrixGrid by={by} meetings={data.meetings} rows={rows} order={order} onOrder={setOrder} />
      )}
      <MatrixFooter matrix={data} />
    </div>
  )
}
