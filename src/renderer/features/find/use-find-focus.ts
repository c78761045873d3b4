import { useEffect, useRef, type RefObject } from 'react'
import { closeFind, useFind } from '../../parts/find/find.ts'

/** Closes the bar; a focus that was in it goes back where it came from. */
function close(id: string, bar: HTMLElement | null, before: Element | null): void {
  const inBar = bar?.contains(document.activeElement) === true
  closeFind(id)
  if (!inBar) return
  const back = before instanceof HTMLElement && before.isConnected && before !== document.body ? before : document.getElementById('content')
  back?.focus({ preventScroll: true })
}

/**
 * The focus comes to the field when a person asks for the bar, and goes back where it was when the bar closes. Escape in
 * the record closes it, unless it means something to the part that has the focus. Answers what closes the bar.
 */
export function useFindFocus(id: string, bar: RefObject<HTMLElement | null>, field: RefObject<HTMLInputElement | null>): () => void {
  const before = useRef<Element | null>(null)

  useEffect(() => {
    const come = () => {
      if (!bar.current?.contains(document.activeElement)) before.current = document.activeElement
      field.current?.focus()
      field.current?.select()
    }
    if (useFind.getState().byPerson) come()
    return useFind.subscribe((now, then) => {
      if (now.asked !== then.asked) come()
    })
  }, [bar, field])

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return
      // in the list it means the list; a focus that is nowhere was in what has gone: the palette that led here
      if (!(event.target instanceof Element) || !(event.target === document.body || event.target.closest('#content'))) return
      event.preventDefault()
      close(id, bar.current, before.current)
    }
    // behind the page's own handlers, before the window's: those would go back to the list
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [id, bar])

  return () => close(id, bar.current, before.current)
}
