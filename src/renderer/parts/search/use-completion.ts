import { useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react'
import { useQuery } from '../../api/use-query.ts'
import { completed, offered, takenByEnter, type CompletionItem } from './completion.ts'

export interface Completion {
  readonly items: readonly CompletionItem[]
  /** The item that Tab takes. */
  readonly active: number
  readonly take: (index: number) => void
  /** True when the key was the completion's: Tab, Enter at a value, Alt with ↑ or ↓, Escape. */
  readonly onKeyDown: (event: KeyboardEvent) => boolean
}

const nothing: readonly CompletionItem[] = []

/** Where the caret stands in the field's text; null while the focus is elsewhere, a part is chosen, or `text` is not yet what it was seen in. */
function useCaret(input: RefObject<HTMLInputElement | null>, text: string): number | null {
  const [seen, setSeen] = useState<{ readonly text: string; readonly caret: number } | null>(null)
  useEffect(() => {
    const look = () => {
      const field = input.current
      const here = field !== null && field === document.activeElement && field.selectionStart === field.selectionEnd
      const next = here && field.selectionStart !== null ? { text: field.value, caret: field.selectionStart } : null
      setSeen((last) => (last?.text === next?.text && last?.caret === next?.caret ? last : next))
    }
    const later = () => queueMicrotask(look)
    document.addEventListener('selectionchange', look)
    document.addEventListener('focusin', look)
    document.addEventListener('focusout', later)
    document.addEventListener('input', look)
    return () => {
      document.removeEventListener('selectionchange', look)
      document.removeEventListener('focusin', look)
      document.removeEventListener('focusout', later)
      document.removeEventListener('input', look)
    }
  }, [input])
  return seen?.text === text ? seen.caret : null
}

/**
 * Operators and their values for a field in which a query is typed. The arrow keys stay the results'. `escapes`: Escape
 * puts the list away first.
 */
export function useCompletion(
  text: string,
  onText: (text: string) => void,
  input: RefObject<HTMLInputElement | null>,
  { escapes = true }: { readonly escapes?: boolean } = {},
): Completion {
  const caret = useCaret(input, text)
  const [dismissed, setDismissed] = useState<string | null>(null)
  const [moved, setMoved] = useState<{ readonly text: string; readonly by: number }>({ text: '', by: 0 })
  const asked = caret !== null && text.trim() !== '' && caret <= text.length && dismissed !== text ? { text, caret } : null
  const { data } = useQuery('search.complete', asked, { keepPrevious: false })
  const items = data && asked ? offered(text, data) : nothing
  const by = moved.text === text ? moved.by : 0
  const active = items.length === 0 ? 0 : ((by % items.length) + items.length) % items.length

  const caretAfter = useRef<{ readonly text: string; readonly caret: number } | null>(null)
  useLayoutEffect(() => {
    const wanted = caretAfter.current
    if (wanted?.text !== text) return
    caretAfter.current = null
    input.current?.setSelectionRange(wanted.caret, wanted.caret)
  })

  const take = (index: number) => {
    const item = items[index]
    if (!item || !data) return
    const next = completed(text, data, item)
    caretAfter.current = next
    input.current?.focus()
    onText(next.text)
  }

  const onKeyDown = (event: KeyboardEvent): boolean => {
    const item = items[active]
    if (!item || !data || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing) return false
    const { code } = event
    if (event.altKey && (code === 'ArrowDown' || code === 'ArrowUp')) setMoved({ text, by: by + (code === 'ArrowDown' ? 1 : -1) })
    else if (event.altKey || event.shiftKey) return false
    else if (event.key === 'Tab') take(active)
    else if (event.key === 'Enter' && (by !== 0 || takenByEnter(text, data, item))) take(active)
    else if (event.key === 'Escape' && escapes) setDismissed(text)
    else return false
    event.preventDefault()
    event.stopPropagation()
    return true
  }
  return { items, active, take, onKeyDown }
}
