import type { RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { formatDayOfWeek } from '../../i18n/dates.ts'
import { TextField } from '../../ui/text-field.tsx'
import type { ParsedDate } from '../dates/parse-date.ts'

interface DeadlineFieldProps {
  /** As it is typed. */
  readonly text: string
  /** What that says. */
  readonly read: ParsedDate
  readonly onText: (text: string) => void
  /** What cannot be read is said. */
  readonly tells: boolean
  /** Another reason why it is not taken. */
  readonly error?: string | undefined
  readonly autoFocus?: boolean | undefined
  readonly field: RefObject<HTMLInputElement | null>
  /** The field was left for another one of this window. */
  readonly onLeave?: (() => void) | undefined
}

/** Until when: a date or its words, and what they were read as. */
export function DeadlineField({ text, read, onText, tells, error, autoFocus, field, onLeave }: DeadlineFieldProps) {
  const { t } = useTranslation('fields')
  const problem = read.ok || !tells ? undefined : t(`problem.${read.problem === 'unreadable' ? 'deadline' : read.problem}`)
  return (
    <TextField
      ref={field}
      label={t('action.due')}
      autoFocus={autoFocus}
      autoComplete="off"
      spellCheck={false}
      value={text}
      onChange={onText}
      onFocus={(event) => event.target.select()}
      onBlur={() => {
        // another window has come before this one; the field will have the focus again
        if (document.hasFocus()) onLeave?.()
      }}
      error={problem ?? error}
      hint={read.ok && read.value !== '' ? formatDayOfWeek(read.value) : t('action.dueHint')}
    />
  )
}
