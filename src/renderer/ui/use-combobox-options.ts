import { useEffect, useRef, useState } from 'react'
import type { ComboboxOption } from './combobox.tsx'

type Load = (text: string) => Promise<readonly ComboboxOption[]>
type Options = readonly ComboboxOption[]

async function answerOf(load: Load, text: string): Promise<Options> {
  try {
    return await load(text)
  } catch (error) {
    // the field stays usable without its options
    console.warn('The options of a field could not be loaded.', error)
    return []
  }
}

/**
 * The options for a text: null until the first answer since it opened; what came last stays while the next is on its
 * way. `newest` has the answer to what was asked last: the options themselves when they are there, else their promise.
 */
export function useComboboxOptions(load: Load) {
  const [options, setOptions] = useState<Options | null>(null)
  const loader = useRef(load)
  useEffect(() => {
    loader.current = load
  })
  const asked = useRef<{ readonly answer: Promise<Options>; options: Options | null } | null>(null)

  const take = async (request: NonNullable<typeof asked.current>) => {
    request.options = await request.answer
    if (asked.current === request) setOptions(request.options)
  }
  const ask = (text: string) => {
    asked.current = { answer: answerOf(loader.current, text), options: null }
    void take(asked.current)
  }
  const forget = () => {
    asked.current = null
    setOptions(null)
  }
  const newest = (): Options | Promise<Options> => asked.current?.options ?? asked.current?.answer ?? []
  return { options, ask, forget, newest }
}
