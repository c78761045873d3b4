import { Command } from 'cmdk'
import { ListFilter } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { formatNumber } from '../../i18n/dates.ts'
import { shortcutOf } from '../../parts/commands/shortcuts.ts'
import { useAppState } from '../../store/session.ts'
import { classNames } from '../../ui/class-names.ts'
import { Kbd } from '../../ui/kbd.tsx'
import styles from './palette.module.css'

export const ALL_RESULTS = 'all-results'

/** The way to the page of results, where they can be narrowed, ordered, exported and kept. */
export function AllResultsEntry({ total, onSelect }: { readonly total: number; readonly onSelect: () => void }) {
  const { t } = useTranslation('palette')
  const shortcut = shortcutOf('search.page', useAppState().platform)
  return (
    <Command.Item value={ALL_RESULTS} className={classNames(styles.hit, styles.apart)} onSelect={onSelect}>
      <ListFilter />
      <span className={styles.words}>{t('allResults', { count: total, number: formatNumber(total) })}</span>
      {shortcut && <Kbd>{shortcut}</Kbd>}
    </Command.Item>
  )
}
