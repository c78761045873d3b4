import { useEffect, useRef, useState } from 'react'
import type { ComboboxOption } from './combobox.tsx'

/** The options for a text: null until the first answer since it opened; what came last stays while the next is on its way. */
export function useComboboxOptions(open: boolean, text: string, load: (text: string) => Promise<readonly ComboboxOption[]>) {
  const [options, setOptions] = useState<readonly ComboboxOption[] | null>(null)
  const loader = useRef(load)
  useEffect(() => {
    loader.current = load
  })
  useEffect(() => {
    if (!open) return
    let current = true
    const take = async () => {
      let answer: readonly ComboboxOption[] = []
      try {
        answer = await loader.current(text)
      } catch (error) {
        // the field stays usable without its options
        console.warn('The options of a field could not be loaded.', error)
      }
      if (current) setOptions(answer)
    }
    void take()
    return () => {
      current = false
    }
  }, [open, text])
  useEffect(() => {
    if (open) return () => setOptions(null)
    return undefined
  }, [open])
  return options
}
