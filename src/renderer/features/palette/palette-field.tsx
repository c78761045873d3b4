import { Command } from 'cmdk'
import { Search } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Kind } from '../../../shared/model/common.ts'
import styles from './palette.module.css'

export interface PaletteFieldProps {
  readonly text: string
  /** The kind that is searched; null for all. */
  readonly scope: Kind | null
  readonly onLook: (text: string, scope: Kind | null) => void
}

/** Where one types, with the kind that is searched. */
export function PaletteField({ text, scope, onLook }: PaletteFieldProps) {
  const { t } = useTranslation('palette')
  return (
    <div className={styles.field}>
      <Search />
      {scope && (
        <button type="button" tabIndex={-1} className={styles.scope} onClick={() => onLook(text, null)} aria-label={t('everywhere')}>
          {t(`common:kinds.${scope}`)}
        </button>
      )}
      <Command.Input
        autoFocus
        className={styles.input}
        value={text}
        onValueChange={(next) => onLook(next, scope)}
        placeholder={scope ? t(`placeholder.${scope}`) : t('placeholder.all')}
        maxLength={2_000}
        onKeyDown={(event) => {
          if (event.key === 'Backspace' && text === '' && scope) onLook('', null)
        }}
      />
    </div>
  )
}
