/** What is typed while the palette is still being fetched: it goes into the palette, not into what lies below it. */
import { useLayoutEffect } from 'react'

interface TypedAhead {
  readonly text: string
  /** Enter was the last key. */
  readonly entered: boolean
}

const nothing: TypedAhead = { text: '', entered: false }
let held = nothing

/** The text after one more key; null when the key is none of a text. */
export function afterKey({ text }: TypedAhead, key: string): TypedAhead | null {
  if (key === 'Enter') return { text, entered: true }
  if (key === 'Backspace') return { text: [...text].slice(0, -1).join(''), entered: false }
  return [...key].length === 1 ? { text: text + key, entered: false } : null
}

/** Stands where the palette will, until it is there. `onClose`: Escape was pressed. */
export function HoldTypedAhead({ onClose }: { readonly onClose: () => void }) {
  useLayoutEffect(() => {
    held = nothing
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
      if (event.key === 'Escape') onClose()
      const next = afterKey(held, event.key)
      if (!next && event.key !== 'Escape') return
      event.preventDefault()
      event.stopPropagation()
      held = next ?? nothing
    }
    addEventListener('keydown', onKeyDown, { capture: true })
    return () => removeEventListener('keydown', onKeyDown, { capture: true })
  }, [onClose])
  return null
}

/** Hands over what was typed, once. */
export function takeTypedAhead(): TypedAhead {
  const taken = held
  held = nothing
  return taken
}
