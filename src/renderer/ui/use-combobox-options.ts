import { useEffect, useRef, useState } from 'react'
import type { ComboboxOption } from './combobox.tsx'

/** The options for a text: null until the first answer; what came last stays while the next is on its way. */
export function useComboboxOptions(open: boolean, text: string, load: (text: string) => Promise<readonly ComboboxOption[]>) {
  const [options, setOptions] = useState<readonly ComboboxOption[] | null>(null)
  const loader = useRef(load)
  useEffect(() => {
    loader.current = load
  })
  useEffect(() => {
    if (!open) {
      setOptions(null)
      return
    }
    let current = true
    loader.current(text).then(
      (answer) => {
        if (current) setOptions(answer)
      },
      // the field stays usable without its options; what failed is shown by whoever loads
      () => {
        if (current) setOptions([])
      },
    )
    return () => {
      current = false
    }
  }, [open, text])
  return options
}
