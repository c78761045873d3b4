import { Info, Keyboard, Loader } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { formatNumber } from '../../i18n/dates.ts'
import { spelledAs } from '../../parts/search/spelled-as.ts'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import type { SearchAnswer } from './found-rows.ts'
import styles from './search-notes.module.css'

/** What has to be known to read the hits: that the index is still being built, that other words were searched for. */
export function SearchNotes({ answer, text }: { readonly answer: SearchAnswer; readonly text: string }) {
  const { t } = useTranslation('search')
  const { partial, progress, searchedFor, hits } = answer
  return (
    <div role="status" className={styles.notes}>
      {partial && (
        <p className={styles.note}>
          <Loader />
          <span>{t('building', { done: formatNumber(progress.done), total: formatNumber(progress.total) })}</span>
          <span className={styles.bar}>
            <ProgressBar label={t('buildingLabel')} value={progress.total === 0 ? null : progress.done} max={progress.total} />
          </span>
        </p>
      )}
      {searchedFor && (
        <p className={styles.note}>
          {searchedFor.how === 'layout' ? <Keyboard /> : <Info />}
          <span>{t(`searchedFor.${searchedFor.how}`, { text: text.trim(), other: spelledAs(searchedFor.text, hits) })}</span>
        </p>
      )}
    </div>
  )
}
