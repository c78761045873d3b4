import {
  BookOpen,
  CircleCheck,
  Flag,
  Gavel,
  NotebookPen,
  Search,
  Settings,
  StickyNote,
  Sun,
  Trash2,
  Users,
  type LucideIcon,
} from 'lucide-react'
import { lazy, Suspense, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../shared/contract/index.ts'
import { useQuery } from '../api/use-query.ts'
import { formatNumber } from '../i18n/dates.ts'
import { sections, type Place, type Section } from '../store/navigation.ts'
import { useAppState, useWorkspace } from '../store/session.ts'
import { Kbd } from '../ui/kbd.tsx'
import { openDialog } from '../parts/dialogs/dialogs.ts'
import { shortcutOf } from '../parts/commands/shortcuts.ts'
import { PlaceLink } from '../parts/places/place-link.tsx'
import styles from './sidebar.module.css'

const SavedSearches = lazy(async () => ({ default: (await import('../features/search/saved-searches-list.tsx')).SavedSearchesList }))

const icons: Readonly<Record<Section | 'trash' | 'settings', LucideIcon>> = {
  today: Sun,
  contacts: Users,
  countries: Flag,
  meetings: NotebookPen,
  studies: BookOpen,
  notes: StickyNote,
  actions: CircleCheck,
  decisions: Gavel,
  trash: Trash2,
  settings: Settings,
}

type Counts = Output<'list.counts'>

function countOf(page: Section | 'trash' | 'settings', counts: Counts): number | null {
  switch (page) {
    case 'contacts':
      return counts.contacts.person + counts.contacts.organisation + counts.contacts.body
    case 'actions':
      return counts.openActions
    case 'today':
    case 'settings':
    // what lies in the trash is on nobody's mind
    case 'trash':
      return null
    default:
      return counts[page]
  }
}

/** Attendance is of meetings, and is reached from them. */
const pageIn = ({ page }: Place) => (page === 'attendance' ? 'meetings' : page)

/** Workspace, search, sections with their numbers, trash and settings. */
export function Sidebar({ place }: { readonly place: Place }) {
  const { t } = useTranslation('frame')
  const workspace = useWorkspace()
  const { platform } = useAppState()
  const { data: counts } = useQuery('list.counts', {}, { dependsOn: 'records' })
  const shortcut = shortcutOf('search.open', platform)

  const link = (page: Section | 'trash' | 'settings') => {
    const Icon = icons[page]
    const count = counts ? countOf(page, counts) : null
    const overdue = page === 'actions' ? (counts?.overdueActions ?? 0) : 0
    let note: ReactNode = null
    if (overdue > 0) note = <span className={styles.overdue}>{t('overdue', { count: overdue, number: formatNumber(overdue) })}</span>
    else if (count) note = <span className={styles.count}>{formatNumber(count)}</span>
    return (
      <PlaceLink key={page} address={`/${page}`} current={pageIn(place) === page} className={styles.link}>
        <Icon />
        <span className={styles.name}>{t(`section.${page}`)}</span>
        {note}
      </PlaceLink>
    )
  }

  return (
    <nav className={styles.sidebar} aria-label={t('sections')}>
      <div className={styles.workspace}>
        <span className={styles.mark} aria-hidden="true">
          R
        </span>
        <div className={styles.words}>
          <strong className={styles.title} title={workspace?.location}>
            {workspace?.name}
          </strong>
          {workspace?.sample && <small>{t('sample')}</small>}
        </div>
      </div>
      <button type="button" className={styles.search} onClick={() => openDialog({ name: 'palette' })} aria-keyshortcuts="Control+K Meta+K">
        <Search />
        <span className={styles.name}>{t('search')}</span>
        {shortcut && <Kbd>{shortcut}</Kbd>}
      </button>
      {sections.map((section) => link(section))}
      <Suspense fallback={null}>
        <SavedSearches />
      </Suspense>
      <span className={styles.grow} />
      {link('trash')}
      {link('settings')}
    </nav>
  )
}
