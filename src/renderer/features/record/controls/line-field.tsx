import type { KeyboardEvent } from 'react'
import { classNames } from '../../../ui/class-names.ts'
import { TextArea } from '../../../ui/text-area.tsx'
import styles from './controls.module.css'

export interface LineFieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly error?: string | undefined
  readonly className?: string | undefined
  readonly placeholder?: string | undefined
}

/** One line of text that is shown whole: it wraps where a text field would cut it off, and holds no line breaks. */
export function LineField({ onChange, className, ...rest }: LineFieldProps) {
  return (
    <TextArea
      {...rest}
      className={classNames(styles.line, className)}
      hideLabel
      bare
      rows={1}
      autoComplete="off"
      onChange={(text) => onChange(text.replace(/[\r\n]+/gu, ' '))}
      onKeyDown={(event: KeyboardEvent) => {
        if (event.key === 'Enter' && !event.nativeEvent.isComposing) event.preventDefault()
      }}
    />
  )
}
