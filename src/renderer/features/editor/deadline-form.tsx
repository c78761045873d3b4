import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { formatDate, formatDayOfWeek } from '../../i18n/dates.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { parseDate } from '../../parts/dates/parse-date.ts'
import css from './deadline-form.module.css'

export interface DeadlineFormProps {
  /** The deadline there is, a partial date; empty for none. */
  readonly due: string
  /** Empty: the deadline is taken away. */
  readonly onSet: (due: string) => void
}

/** A deadline as people write dates, with the day it was read as. */
export function DeadlineForm({ due, onSet }: DeadlineFormProps) {
  const { t } = useTranslation(['editor', 'fields'])
  const [text, setText] = useState(() => formatDate(due))
  const [refused, setRefused] = useState(false)
  const read = parseDate(text)
  const problem = read.ok ? undefined : t(`fields:problem.${read.problem === 'unreadable' ? 'date' : read.problem}`)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    // the form stands in the page's tree inside others
    event.stopPropagation()
    if (read.ok && (read.value !== '' || due !== '')) onSet(read.value)
    else setRefused(true)
  }
  return (
    <form className={css['form']} onSubmit={submit} noValidate>
      <TextField
        label={t('editor:deadline.label')}
        autoFocus
        autoComplete="off"
        spellCheck={false}
        placeholder={t('editor:deadline.example')}
        value={text}
        onChange={(typed) => {
          setText(typed)
          setRefused(false)
        }}
        onFocus={(event) => event.target.select()}
        error={refused ? (problem ?? t('editor:deadline.missing')) : undefined}
        hint={read.ok && read.value !== '' ? formatDayOfWeek(read.value) : t('editor:deadline.hint')}
      />
      <div className={css['buttons']}>
        {due !== '' && <Button onClick={() => onSet('')}>{t('editor:deadline.remove')}</Button>}
        <Button type="submit" variant="primary">
          {t('editor:deadline.set')}
        </Button>
      </div>
    </form>
  )
}
