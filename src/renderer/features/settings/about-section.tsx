import { Keyboard } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { openDialog } from '../../parts/dialogs/dialogs.ts'
import { useAppState } from '../../store/session.ts'
import { Button } from '../../ui/button.tsx'
import styles from './settings.module.css'

/** Version, and what the application does not do. */
export function AboutSection() {
  const { t } = useTranslation('settings')
  const { version, host } = useAppState()
  return (
    <section className={styles.section} aria-labelledby="settings-about">
      <h2 id="settings-about" className={styles.heading}>
        {t('about.title')}
      </h2>
      <p>
        {t('about.version', { version })} <small>{t(`about.${host}`)}</small>
      </p>
      <p className={styles.quiet}>{t('about.privacy')}</p>
      <div className={styles.buttons}>
        <Button icon={<Keyboard />} onClick={() => openDialog({ name: 'shortcuts' })}>
          {t('about.shortcuts')}
        </Button>
      </div>
    </section>
  )
}
