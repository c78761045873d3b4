import { useTranslation } from 'react-i18next'
import type { Output } from '../../../shared/contract/index.ts'
import { formatNumber } from '../../i18n/dates.ts'
import styles from './attendance.module.css'
import marks from './marks.module.css'
import { legend, MarkIcon, markWords } from './mark-icon.tsx'

/** What the marks mean, and which meetings count. */
export function MatrixFooter({ matrix }: { readonly matrix: Output<'attendance.matrix'> | undefined }) {
  const { t } = useTranslation('attendance')
  if (!matrix) return <footer className={styles.footer} />
  const { meetings, moreMeetings, moreRows, unreadable, rows } = matrix
  const without = meetings.filter(({ recorded }) => !recorded).length
  const counted = (key: 'counted' | 'without' | 'moreMeetings' | 'moreRows' | 'unreadable', count: number) =>
    t(key, { count, formatted: formatNumber(count) })
  const said = [
    counted('counted', meetings.length - without),
    without > 0 ? counted('without', without) : '',
    moreMeetings > 0 ? counted('moreMeetings', moreMeetings) : '',
    moreRows > 0 ? counted('moreRows', moreRows) : '',
    unreadable > 0 ? counted('unreadable', unreadable) : '',
  ].filter(Boolean)
  const used = legend.filter((mark) => rows.some(({ marks }) => marks.includes(mark)))
  return (
    <footer className={styles.footer}>
      <span role="status">{said.join(' ')}</span>
      <ul className={styles.legend} aria-label={t('legend')}>
        {used.map((mark) => (
          <li key={mark}>
            <span className={marks.sample} data-mark={mark}>
              <MarkIcon mark={mark} />
            </span>
            {t(`mark.${markWords[mark]}`)}
          </li>
        ))}
      </ul>
    </footer>
  )
}
