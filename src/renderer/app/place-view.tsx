import { lazy, Suspense, type ReactNode } from 'react'
import type { Place } from '../store/navigation.ts'
import { Skeleton } from '../ui/skeleton.tsx'
import { ErrorBoundary } from './error-boundary.tsx'
import { Panels } from './panels.tsx'
import styles from './panels.module.css'

const TodayPage = lazy(async () => ({ default: (await import('../features/today/today-page.tsx')).TodayPage }))
const ActionsPage = lazy(async () => ({ default: (await import('../features/actions/actions-page.tsx')).ActionsPage }))
const DecisionsPage = lazy(async () => ({ default: (await import('../features/decisions/decisions-page.tsx')).DecisionsPage }))
const SearchPage = lazy(async () => ({ default: (await import('../features/search/search-page.tsx')).SearchPage }))
const AttendancePage = lazy(async () => ({ default: (await import('../features/attendance/attendance-page.tsx')).AttendancePage }))
const ImportPage = lazy(async () => ({ default: (await import('../features/import/import-page.tsx')).ImportPage }))
const TrashPage = lazy(async () => ({ default: (await import('../features/trash/trash-page.tsx')).TrashPage }))
const SettingsPage = lazy(async () => ({ default: (await import('../features/settings/settings-page.tsx')).SettingsPage }))

function pageOf(page: Exclude<Place, { id: unknown }>['page']): ReactNode {
  switch (page) {
    case 'today':
      return <TodayPage />
    case 'actions':
      return <ActionsPage />
    case 'decisions':
      return <DecisionsPage />
    case 'search':
      return <SearchPage />
    case 'attendance':
      return <AttendancePage />
    case 'import':
      return <ImportPage />
    case 'trash':
      return <TrashPage />
    case 'settings':
      return <SettingsPage />
  }
}

/** What stands beside the sidebar. */
export function PlaceView({ place }: { readonly place: Place }) {
  if ('id' in place) return <Panels place={place} />
  return (
    <main id="content" tabIndex={-1} className={styles.page}>
      <ErrorBoundary key={place.page}>
        <Suspense fallback={<Skeleton lines={6} />}>{pageOf(place.page)}</Suspense>
      </ErrorBoundary>
    </main>
  )
}
