import { useTranslation } from 'react-i18next'
import { formatNumber } from '../../i18n/dates.ts'
import styles from './problem.module.css'
import type { TouchedRecord } from './problem-details.ts'

/** Named; of the others only the number is said. */
const NAMED = 9

/** Which records the damage touches. */
export function TouchedList({ records }: { readonly records: readonly TouchedRecord[] }) {
  const { t } = useTranslation('problem')
  if (records.length === 0) return null
  const others = records.length - NAMED
  return (
    <div>
      <p id="problem-touched">{t('touched', { count: records.length, number: formatNumber(records.length) })}</p>
      <ul className={styles.touched} aria-labelledby="problem-touched">
        {records.slice(0, NAMED).map(({ id, title }) => (
          <li key={`${id} ${title}`}>{title === '' ? t('untitled') : title}</li>
        ))}
        {others > 0 && <li>{t('touchedMore', { number: formatNumber(others) })}</li>}
      </ul>
    </div>
  )
}
