import { useTranslation } from 'react-i18next'
import { formatError } from '../../api/format-error.ts'
import { formatNumber } from '../../i18n/dates.ts'
import { Button } from '../../ui/button.tsx'
import type { Found } from './found-rows.ts'
import styles from './search-page.module.css'

/** How much was found how fast, and the keys. */
export function SearchFooter({ found: { rows, answer } }: { readonly found: Found }) {
  const { t } = useTranslation('search')
  if (rows.error !== null && rows.total !== null)
    return (
      <footer className={styles.footer}>
        <span role="alert">{formatError(rows.error)}</span>
        <Button variant="quiet" onClick={() => rows.refresh()}>
          {t('common:retry')}
        </Button>
      </footer>
    )
  const total = rows.total ?? 0
  return (
    <footer className={styles.footer}>
      <span role="status">
        {answer === null
          ? ''
          : answer.partial
            ? t('foundSoFar', { count: total, number: formatNumber(total) })
            : t('found', {
                count: total,
                number: formatNumber(total),
                milliseconds: formatNumber(Math.max(1, Math.round(answer.took))),
              })}
        {answer !== null &&
          answer.unreadable > 0 &&
          ` · ${t('unreadable', { count: answer.unreadable, number: formatNumber(answer.unreadable) })}`}
      </span>
    </footer>
  )
}
