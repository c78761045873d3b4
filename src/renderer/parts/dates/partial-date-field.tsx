import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isPartialDate } from '../../../shared/model/partial-date.ts'
import { formatDate } from '../../i18n/dates.ts'
import { TextField } from '../../ui/text-field.tsx'
import { parseDate } from './parse-date.ts'

export interface PartialDateFieldProps {
  readonly label: string
  readonly hideLabel?: boolean | undefined
  /** A partial date, or what somebody typed that is none: then it stands here with a sentence. */
  readonly value: string
  readonly onChange: (value: string) => void
  readonly error?: string | undefined
  readonly bare?: boolean | undefined
  readonly className?: string | undefined
  readonly placeholder?: string | undefined
}

/** A date of year, month or day precision, written as people write dates. */
export function PartialDateField({ value, onChange, error, ...rest }: PartialDateFieldProps) {
  const { t } = useTranslation('fields')
  const [text, setText] = useState<string | null>(null)
  /** What stood here before somebody wrote in it, or before it was written wrongly. */
  const before = useRef('')
  const isRight = isPartialDate(value)
  const shown = text ?? (isRight ? formatDate(value) : value)
  const settle = () => {
    if (text === null) return
    const parsed = parseDate(text)
    onChange(parsed.ok ? parsed.value : text)
    setText(null)
  }
  // while somebody types, half a date is no mistake
  const parsed = text === null ? parseDate(value) : { ok: true as const }
  const problem = parsed.ok ? (isRight ? error : undefined) : t(`problem.${parsed.problem === 'unreadable' ? 'date' : parsed.problem}`)
  return (
    <TextField
      {...rest}
      error={problem}
      value={shown}
      autoComplete="off"
      spellCheck={false}
      onChange={(typed) => {
        setText(typed)
        // what is already a whole day is saved without waiting for the field to be left
        const now = parseDate(typed)
        if (now.ok && now.value.length === 10) onChange(now.value)
      }}
      onFocus={() => {
        if (isRight) before.current = value
      }}
      onBlur={settle}
      onKeyDown={(event) => {
        if (event.key === 'Enter') settle()
        if (event.key === 'Escape' && (text !== null || !isRight)) {
          event.stopPropagation()
          setText(null)
          if (value !== before.current) onChange(before.current)
        }
      }}
    />
  )
}
