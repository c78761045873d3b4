import { Search } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { PaletteGroup, PaletteOption } from './palette-option.tsx'
import styles from './palette.module.css'

export const EVERYWHERE = 'everywhere'

/** The way on when one kind holds nothing of what was typed. */
export function EverywhereEntry({ selected }: { readonly selected: string }) {
  const { t } = useTranslation('palette')
  return (
    <PaletteGroup heading={t('nothing')}>
      <PaletteOption value={EVERYWHERE} selected={selected === EVERYWHERE}>
        <Search />
        <span className={styles.words}>{t('everywhere')}</span>
      </PaletteOption>
    </PaletteGroup>
  )
}
