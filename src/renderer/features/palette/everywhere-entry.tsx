import { Command } from 'cmdk'
import { Search } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import styles from './palette.module.css'

export const EVERYWHERE = 'everywhere'

/** The way on when one kind holds nothing of what was typed. */
export function EverywhereEntry({ onSelect }: { readonly onSelect: () => void }) {
  const { t } = useTranslation('palette')
  return (
    <Command.Group className={styles.group} heading={t('nothing')}>
      <Command.Item value={EVERYWHERE} className={styles.hit} onSelect={onSelect}>
        <Search />
        <span className={styles.words}>{t('everywhere')}</span>
      </Command.Item>
    </Command.Group>
  )
}
