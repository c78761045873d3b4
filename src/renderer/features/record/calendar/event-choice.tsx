import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CalendarEvent } from '../../../../shared/contract/calendar.ts'
import { words } from '../../../../shared/text/fold.ts'
import { formatDate, formatNumber } from '../../../i18n/dates.ts'
import { TextField } from '../../../ui/text-field.tsx'
import styles from './calendar.module.css'

export interface EventChoiceProps {
  /** Of the form, for the button that goes on. */
  readonly id: string
  readonly events: readonly CalendarEvent[]
  readonly more: number
  readonly onChoose: (event: number) => void
}

/** A filter is worth its place from so many on. */
const FILTERED = 8

/** Which of several events of a file is meant. */
export function EventChoice({ id, events, more, onChoose }: EventChoiceProps) {
  const { t } = useTranslation('calendar')
  const [text, setText] = useState('')
  const [chosen, setChosen] = useState<number | null>(null)
  const isFiltered = events.length >= FILTERED
  const typed = words(text)
  const nameOf = ({ title, start, startTime, repeats }: CalendarEvent) =>
    [formatDate(start) || t('noDate'), startTime, title || t('untitled'), repeats ? t('repeats') : ''].filter(Boolean).join(' · ')
  const shown = events.filter((event) => {
    const name = words(`${nameOf(event)} ${event.start}`)
    return typed.every((start) => name.some((word) => word.startsWith(start)))
  })
  const meant = shown.find(({ event }) => event === chosen) ?? shown[0]
  return (
    <form
      id={id}
      className={styles.choice}
      onSubmit={(event) => {
        event.preventDefault()
        if (meant) onChoose(meant.event)
      }}
    >
      <p className={styles.hint}>{t('chooseHint', { count: events.length + more, formatted: formatNumber(events.length + more) })}</p>
      {isFiltered && <TextField label={t('filter')} value={text} onChange={setText} autoComplete="off" spellCheck={false} autoFocus />}
      <label className="visually-hidden" htmlFor={`${id}-events`}>
        {t('events')}
      </label>
      <select
        id={`${id}-events`}
        size={10}
        autoFocus={!isFiltered}
        className={styles.events}
        value={meant?.event ?? ''}
        onChange={(event) => setChosen(Number(event.target.value))}
        onDoubleClick={() => meant && onChoose(meant.event)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !meant) return
          event.preventDefault()
          onChoose(meant.event)
        }}
      >
        {shown.map((event) => (
          <option key={event.event} value={event.event}>
            {nameOf(event)}
          </option>
        ))}
      </select>
      <p role="status" className={styles.hint}>
        {shown.length === 0 ? t('noneFits') : more > 0 ? t('more', { count: more, formatted: formatNumber(more) }) : ''}
      </p>
    </form>
  )
}
