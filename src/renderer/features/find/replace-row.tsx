import { useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { formatNumber } from '../../i18n/dates.ts'
import { Button } from '../../ui/button.tsx'
import css from './find-bar.module.css'

export interface ReplaceRowProps {
  /** Nothing is found. */
  readonly disabled: boolean
  /** So many were left just now, because they stand in names of links. */
  readonly inLinks: number
  readonly onOne: (by: string) => void
  readonly onAll: (by: string) => void
}

/** What to write in place of a find; each replacement is one step of undo. */
export function ReplaceRow({ disabled, inLinks, onOne, onAll }: ReplaceRowProps) {
  const { t } = useTranslation('record')
  const [by, setBy] = useState('')
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || disabled) return
    event.preventDefault()
    onOne(by)
  }
  return (
    <div className={css['row']}>
      <div className={css['frame']}>
        <input
          type="text"
          aria-label={t('find.replacement')}
          placeholder={t('find.replacement')}
          autoComplete="off"
          spellCheck={false}
          maxLength={500}
          value={by}
          onChange={(event) => setBy(event.target.value)}
          onKeyDown={onKeyDown}
          className={css['input']}
        />
      </div>
      <Button disabled={disabled} onClick={() => onOne(by)}>
        {t('find.replaceOne')}
      </Button>
      <Button disabled={disabled} onClick={() => onAll(by)}>
        {t('find.replaceAll')}
      </Button>
      <p role="status" className={css['count']}>
        {inLinks > 0 && t('find.leftInLinks', { count: inLinks, shown: formatNumber(inLinks) })}
      </p>
    </div>
  )
}
