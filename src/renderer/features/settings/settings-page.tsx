import { useTranslation } from 'react-i18next'
import { AboutSection } from './about-section.tsx'
import { AppearanceSection } from './appearance-section.tsx'
import { BackupsSection } from './backups-section.tsx'
import { HistorySection } from './history-section.tsx'
import { MirrorSection } from './mirror-section.tsx'
import { PersonSection } from './person-section.tsx'
import styles from './settings.module.css'
import { WorkspaceSection } from './workspace-section.tsx'

/** Who works here, how it looks, where the workspace lies. */
export function SettingsPage() {
  const { t } = useTranslation('settings')
  return (
    <div className={styles.scroller}>
      <div className={styles.page}>
        <h1 className={styles.title}>{t('title')}</h1>
        <PersonSection />
        <AppearanceSection />
        <WorkspaceSection />
        <HistorySection />
        <BackupsSection />
        <MirrorSection />
        <AboutSection />
      </div>
    </div>
  )
}
