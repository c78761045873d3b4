import { useState } from 'react'

export interface PaletteSelection {
  /** The entry that Enter opens. */
  readonly selected: string
  readonly held: boolean
  /** The person has chosen by arrow key or pointer: the choice stays while it is on the list. */
  readonly hold: (value: string) => void
  /** Something else is being looked for: the first entry is the choice again. */
  readonly release: () => void
}

/**
 * `first` is chosen until the person moves: answers come after the text was typed, and the best of the newest
 * answer is what Enter has to mean.
 */
export function useSelection(values: readonly string[], first: string): PaletteSelection {
  const [chosen, setChosen] = useState('')
  const [held, setHeld] = useState(false)
  return {
    selected: held && values.includes(chosen) ? chosen : first,
    held,
    hold: (value) => {
      setChosen(value)
      setHeld(true)
    },
    release: () => setHeld(false),
  }
}
