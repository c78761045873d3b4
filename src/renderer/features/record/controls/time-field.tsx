import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TextField } from '../../../ui/text-field.tsx'
import { parseTime } from '../parse-time.ts'

export interface TimeFieldProps {
  readonly label: string
  readonly hideLabel?: boolean | undefined
  readonly value: string
  readonly onChange: (value: string) => void
  readonly bare?: boolean | undefined
  readonly className?: string | undefined
  readonly placeholder?: string | undefined
}

/** A time of day; `9`, `9.30` and `9:30 am` become 09:30. What is no time stays, with a sentence. */
export function TimeField({ value, onChange, ...rest }: TimeFieldProps) {
  const { t } = useTranslation('fields')
  const [text, setText] = useState<string | null>(null)
  /** What stood here before somebody wrote in it, or before it was written wrongly. */
  const before = useRef('')
  const settle = () => {
    if (text === null) return
    onChange(parseTime(text) ?? text)
    setText(null)
  }
  const isRight = parseTime(value) !== undefined
  return (
    <TextField
      {...rest}
      error={text === null && !isRight ? t('problem.time') : undefined}
      value={text ?? value}
      autoComplete="off"
      spellCheck={false}
      onChange={setText}
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
