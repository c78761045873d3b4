import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportPlan } from '../../../shared/contract/import.ts'
import { formatNumber } from '../../i18n/dates.ts'
import { Fold } from '../../ui/fold.tsx'
import { Location } from '../../ui/location.tsx'
import styles from './import.module.css'

/** Files that do not come along: somebody who gives the folder away afterwards has to know which. */
export function IgnoredFiles({ plan: { ignored, ignoredFiles } }: { readonly plan: ImportPlan }) {
  const { t } = useTranslation('import')
  const [open, setOpen] = useState(false)
  const label = t('found.ignored', { count: ignored, number: formatNumber(ignored) })
  const more = ignored - ignoredFiles.length
  return (
    <Fold label={label} open={open} onOpenChange={setOpen}>
      <p className={styles.promise}>{t('found.ignoredHint')}</p>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, also by key */}
      <ul className={styles.ignored} tabIndex={0} aria-label={label}>
        {ignoredFiles.map((file) => (
          <li key={file}>
            <Location path={file} />
          </li>
        ))}
        {more > 0 && <li>{t('done.more', { count: more, number: formatNumber(more) })}</li>}
      </ul>
    </Fold>
  )
}
