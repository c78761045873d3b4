import { ListFilter } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { formatNumber } from '../../i18n/dates.ts'
import { shortcutOf } from '../../parts/commands/shortcuts.ts'
import { useAppState } from '../../store/session.ts'
import { Kbd } from '../../ui/kbd.tsx'
import { PaletteOption } from './palette-option.tsx'
import styles from './palette.module.css'

export const ALL_RESULTS = 'all-results'

/** The way to the page of results, where they can be narrowed, ordered, exported and kept. */
export function AllResultsEntry({ total, selected }: { readonly total: number; readonly selected: string }) {
  const { t } = useTranslation('palette')
  const shortcut = shortcutOf('search.page', useAppState().platform)
  return (
    <PaletteOption value={ALL_RESULTS} selected={selected === ALL_RESULTS} apart>
      <ListFilter />
      <span className={styles.words}>{t('allResults', { count: total, number: formatNumber(total) })}</span>
      {shortcut && <Kbd>{shortcut}</Kbd>}
    </PaletteOption>
  )
}
