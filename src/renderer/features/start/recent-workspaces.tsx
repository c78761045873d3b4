import { useTranslation } from 'react-i18next'
import type { FolderInfo } from '../../../shared/contract/app.ts'
import { useQuery } from '../../api/use-query.ts'
import { Location } from '../../ui/location.tsx'
import { SectionTitle } from '../../ui/section-title.tsx'
import styles from './start.module.css'

export interface RecentWorkspacesProps {
  readonly disabled: boolean
  readonly onOpen: (folder: FolderInfo) => void
}

/** Workspaces this person has worked in; those that are gone say so. */
export function RecentWorkspaces({ disabled, onOpen }: RecentWorkspacesProps) {
  const { t } = useTranslation('start')
  const { data } = useQuery('workspace.recent', {}, { dependsOn: 'app' })
  if (!data || data.length === 0) return null
  return (
    <section>
      <SectionTitle>{t('recent')}</SectionTitle>
      <ul className={styles.recent}>
        {data.map((folder) => (
          <li key={folder.handle}>
            <button type="button" className={styles.recentButton} disabled={disabled} onClick={() => onOpen(folder)}>
              <strong>{folder.name}</strong>
              <small className={styles.recentPlace}>
                <Location path={folder.location} />
                {folder.holds !== 'workspace' && ` · ${t('recentGone')}`}
              </small>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
