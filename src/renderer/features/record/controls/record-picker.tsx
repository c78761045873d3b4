import { useState, type FocusEvent } from 'react'
import { Combobox } from '../../../ui/combobox.tsx'
import type { Creatable } from './create-linked.ts'
import { LinkChip } from './link-chip.tsx'
import { recordOptions, type Wanted } from '../../../parts/records/record-options.tsx'
import styles from './controls.module.css'

export interface RecordPickerProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly wanted: Wanted
  readonly creates?: Creatable | undefined
  readonly error?: string | undefined
  readonly placeholder?: string | undefined
}

/** The name of one record; any other name may stand there too, and is marked. */
export function RecordPicker({ label, value, onChange, wanted, creates, error, placeholder = '—' }: RecordPickerProps) {
  const [asked, setAsked] = useState(false)
  // what was chosen stays a field until it is left: the focus stays in it, and Tab goes on to the next field
  const [writing, setWriting] = useState(false)
  if (value !== '' && !error && !writing) {
    return (
      <LinkChip
        name={value}
        creates={creates}
        onRemove={() => {
          setAsked(true)
          onChange('')
        }}
      />
    )
  }
  const leave = ({ target }: FocusEvent) => {
    // another window has come before this one
    if (document.activeElement === target) return
    setWriting(false)
    setAsked(false)
  }
  return (
    <span className={styles.picker} onFocus={() => setWriting(true)} onBlur={leave}>
      <Combobox
        className={styles.flush}
        label={label}
        hideLabel
        bare
        freeText
        value={value}
        error={error}
        placeholder={placeholder}
        autoFocus={asked}
        load={(text) => recordOptions(text, wanted)}
        onChange={onChange}
      />
    </span>
  )
}
