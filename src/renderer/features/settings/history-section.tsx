import { useTranslation } from 'react-i18next'
import { HISTORY_DAYS } from '../../../shared/model/vocabulary.ts'
import { client } from '../../api/client.ts'
import { useQuery } from '../../api/use-query.ts'
import { formatNumber } from '../../i18n/dates.ts'
import { useReadOnly } from '../../store/session.ts'
import { SavedField } from './saved-field.tsx'
import styles from './settings.module.css'
import { useSavedText } from './use-saved-text.ts'

const { least, most } = HISTORY_DAYS

/** The number, or undefined when it is none or out of bounds. */
function daysOf(text: string): number | undefined {
  const days = /^\d{1,6}$/.test(text) ? Number(text) : undefined
  return days !== undefined && days >= least && days <= most ? days : undefined
}

/** How long versions are kept. */
export function HistorySection() {
  const { t } = useTranslation('history')
  const disabled = useReadOnly() !== null
  const { data, refetch } = useQuery('history.settings', {}, { dependsOn: 'app' })
  const { allDays = 0, dailyDays = 0 } = data ?? {}
  const wrong = t('settings.notNumber', { least: formatNumber(least), most: formatNumber(most) })
  const save = async (policy: { allDays: number; dailyDays: number }) => {
    await client.call('history.configure', policy)
    refetch()
  }
  const all = useSavedText(
    data ? String(allDays) : '',
    // one version a day for less time than every version would mean nothing: it goes along
    (text) => save({ allDays: Number(text), dailyDays: Math.max(dailyDays, Number(text)) }),
    (text) => (daysOf(text) === undefined ? wrong : undefined),
  )
  const daily = useSavedText(
    data ? String(dailyDays) : '',
    (text) => save({ allDays, dailyDays: Number(text) }),
    (text) => {
      const days = daysOf(text)
      return days === undefined ? wrong : days < allDays ? t('settings.lessThanAll', { days: formatNumber(allDays) }) : undefined
    },
  )
  return (
    <section className={styles.section} aria-labelledby="settings-history">
      <h2 id="settings-history" className={styles.heading}>
        {t('settings.title')}
      </h2>
      <p className={styles.quiet}>{t('settings.intro')}</p>
      <SavedField label={t('settings.allDays')} text={all} disabled={disabled || !data} inputMode="numeric" />
      <SavedField label={t('settings.dailyDays')} text={daily} disabled={disabled || !data} inputMode="numeric" />
      <p className={styles.quiet}>{t('settings.after')}</p>
    </section>
  )
}
