import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { formatNumber } from '../../i18n/dates.ts'
import styles from './problem.module.css'
import type { TouchedRecord } from './problem-details.ts'

/** Named; of the others only the number is said. */
const NAMED = 9

/** Records under what has become of them. */
export function TouchedList({ title, records }: { readonly title: string; readonly records: readonly TouchedRecord[] }) {
  const { t } = useTranslation('problem')
  const label = useId()
  if (records.length === 0) return null
  const others = records.length - NAMED
  return (
    <div>
      <p id={label}>{title}</p>
      <ul className={styles.touched} aria-labelledby={label}>
        {records.slice(0, NAMED).map(({ id, title: name }) => (
          <li key={`${id} ${name}`}>{name === '' ? t('untitled') : name}</li>
        ))}
        {others > 0 && <li>{t('touchedMore', { number: formatNumber(others) })}</li>}
      </ul>
    </div>
  )
}
