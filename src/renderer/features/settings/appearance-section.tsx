import { Monitor, Moon, Sun } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { formatError } from '../../api/format-error.ts'
import { LanguageSelect } from '../../parts/language/language-select.tsx'
import { updateSettings, useSettings } from '../../store/session.ts'
import { showToast } from '../../store/toasts.ts'
import styles from './settings.module.css'

const themes = [
  { value: 'system', Icon: Monitor },
  { value: 'light', Icon: Sun },
  { value: 'dark', Icon: Moon },
] as const

/** Light or dark, and the language of the interface. */
export function AppearanceSection() {
  const { t } = useTranslation('settings')
  const { theme } = useSettings()
  return (
    <section className={styles.section} aria-labelledby="settings-appearance">
      <h2 id="settings-appearance" className={styles.heading}>
        {t('appearance.title')}
      </h2>
      <fieldset className={styles.themes}>
        <legend className={styles.label}>{t('appearance.theme')}</legend>
        {themes.map(({ value, Icon }) => (
          <label key={value} className={styles.theme}>
            <input
              type="radio"
              name="theme"
              className={styles.radio}
              value={value}
              checked={theme === value}
              onChange={() => {
                updateSettings({ theme: value }).catch((error: unknown) => showToast({ message: formatError(error), tone: 'bad' }))
              }}
            />
            <Icon />
            {t(`appearance.${value}`)}
          </label>
        ))}
      </fieldset>
      <div className={styles.savedField}>
        <LanguageSelect />
      </div>
    </section>
  )
}
