import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LanguageSelect } from '../../parts/language/language-select.tsx'
import { useAppState } from '../../store/session.ts'
import { IdentifyForm } from './identify-form.tsx'
import styles from './start.module.css'
import { WorkspaceChoice } from './workspace-choice.tsx'

/** First start: who is working, then where. Later starts without a workspace begin at the second step. */
export function StartPage() {
  const { t } = useTranslation('start')
  const { person } = useAppState()
  // who has just said who they are goes on at the first choice; a window that opens begins at its beginning
  const [atStart] = useState(person === null)
  return (
    <main className={styles.page}>
      <div className={styles.column}>
        <header className={styles.header}>
          <div className={styles.first}>
            <span className={styles.mark} aria-hidden="true">
              R
            </span>
            <LanguageSelect hideLabel />
          </div>
          <h1 className={styles.title}>{person ? t('welcomeBack', { name: person.name }) : t('welcome')}</h1>
          <p className={styles.lead}>{person ? t('leadBack') : t('lead')}</p>
        </header>
        {person ? <WorkspaceChoice takesFocus={atStart} /> : <IdentifyForm />}
        <p className={styles.promise}>{t('promise')}</p>
      </div>
    </main>
  )
}
