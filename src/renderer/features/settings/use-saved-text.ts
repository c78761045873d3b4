import { useEffect, useState } from 'react'
import { formatError } from '../../api/format-error.ts'

export interface SavedText {
  readonly value: string
  readonly error: string | undefined
  readonly saved: boolean
  readonly onChange: (value: string) => void
  readonly onBlur: () => void
}

/**
 * A text that is saved when the field is left; a refusal keeps what was typed and says why. `problemOf`: what is wrong with
 * a text before it is sent; a sentence stands for an empty text being wrong.
 */
export function useSavedText(
  current: string,
  save: (value: string) => Promise<unknown>,
  problemOf?: string | ((text: string) => string | undefined),
): SavedText {
  const [draft, setDraft] = useState<string | null>(null)
  const [error, setError] = useState<string>()
  const [saved, setSaved] = useState(false)
  useEffect(() => {
    if (!saved) return
    const timer = setTimeout(() => setSaved(false), 3_000)
    return () => clearTimeout(timer)
  }, [saved])
  const commit = async () => {
    const typed = draft?.trim()
    if (typed === undefined || typed === current) return setDraft(null)
    const problem = typeof problemOf === 'function' ? problemOf(typed) : typed === '' ? problemOf : undefined
    if (problem) return setError(problem)
    try {
      await save(typed)
      setDraft(null)
      setSaved(true)
    } catch (cause) {
      setError(formatError(cause))
    }
  }
  return {
    value: draft ?? current,
    error,
    saved,
    onChange: (value) => {
      setDraft(value)
      setError(undefined)
      setSaved(false)
    },
    onBlur: () => void commit(),
  }
}
