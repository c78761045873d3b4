import { Check } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { TextField } from '../../ui/text-field.tsx'
import styles from './settings.module.css'
import type { SavedText } from './use-saved-text.ts'

export interface SavedFieldProps {
  readonly label: string
  readonly hint?: string | undefined
  readonly disabled?: boolean | undefined
  readonly text: SavedText
  readonly inputMode?: 'numeric' | undefined
}

/** A text field that is saved when it is left, or with Enter. */
export function SavedField({ label, hint, disabled, text, inputMode }: SavedFieldProps) {
  const { t } = useTranslation('settings')
  return (
    <div className={styles.savedField}>
      <TextField
        label={label}
        hint={hint}
        error={text.error}
        value={text.value}
        onChange={text.onChange}
        onBlur={text.onBlur}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.currentTarget.blur()
        }}
        disabled={disabled}
        inputMode={inputMode}
        maxLength={200}
        autoComplete="off"
      />
      <span role="status" className={styles.saved}>
        {text.saved && (
          <>
            <Check />
            {t('saved')}
          </>
        )}
      </span>
    </div>
  )
}
