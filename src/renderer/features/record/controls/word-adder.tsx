import { useState } from 'react'
import { TextField } from '../../../ui/text-field.tsx'

export interface WordAdderProps {
  readonly label: string
  readonly onAdd: (word: string) => void
}

/** A field that adds what is typed in it, with Enter or when it is left. */
export function WordAdder({ label, onAdd }: WordAdderProps) {
  const [text, setText] = useState('')
  const add = () => {
    const word = text.trim()
    setText('')
    if (word) onAdd(word)
  }
  return (
    <TextField
      label={label}
      hideLabel
      autoFocus
      value={text}
      onChange={setText}
      onBlur={add}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || text.trim() === '') return
        event.preventDefault()
        add()
      }}
    />
  )
}
