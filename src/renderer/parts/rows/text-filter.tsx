import { Search, X } from 'lucide-react'
import type { KeyboardEvent, Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { classNames } from '../../ui/class-names.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import styles from './text-filter.module.css'

interface TextFilterProps {
  /** The accessible name. */
  readonly label: string
  readonly value: string
  readonly onChange: (text: string) => void
  /** Enter and ↓ go to the rows. */
  readonly onLeave: () => void
  readonly className?: string | undefined
  readonly ref?: Ref<HTMLInputElement> | undefined
}

/** Narrows a list while one types. */
export function TextFilter({ label, value, onChange, onLeave, className, ref }: TextFilterProps) {
  const { t } = useTranslation('lists')
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Escape') {
      event.preventDefault()
      if (value === '') onLeave()
      else onChange('')
    } else if (event.key === 'Enter' || event.key === 'ArrowDown') {
      event.preventDefault()
      onLeave()
    }
  }
  return (
    <div className={classNames(styles.frame, className)}>
      <Search className={styles.icon} />
      <input
        ref={ref}
        type="text"
        role="searchbox"
        aria-label={label}
        placeholder={t('filter.placeholder')}
        autoComplete="off"
        spellCheck={false}
        maxLength={500}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={onKeyDown}
        className={styles.input}
      />
      {value !== '' && <IconButton label={t('filter.clearText')} icon={<X />} size="small" onClick={() => onChange('')} />}
    </div>
  )
}
