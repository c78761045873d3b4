import { useTranslation } from 'react-i18next'
import { formatDate } from '../../i18n/dates.ts'
import styles from './actions.module.css'
import { dueState } from './due.ts'

/** A deadline in words: overdue 12 days, today, 15 Sep 2023. Nothing when there is none. */
export function DueWords({ due, today, long }: { readonly due: string; readonly today: string; readonly long?: boolean | undefined }) {
  const { t } = useTranslation('actions')
  const { state, since } = dueState(due, today)
  switch (state) {
    case 'none':
      return null
    case 'later':
      return <span className={styles.figure}>{formatDate(due)}</span>
    case 'today':
      return <span className={styles.today}>{t('today')}</span>
    case 'overdue':
      return (
        <span className={styles.overdue}>
          {long && <span className={styles.deadline}>{formatDate(due)}</span>}
          {t(`overdue.${since.unit}`, { count: since.count })}
        </span>
      )
  }
}
