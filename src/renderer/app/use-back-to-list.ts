import { useEffect } from 'react'
import { navigate, type Place } from '../store/navigation.ts'
import { isInOverlay } from './use-shortcuts.ts'

/**
 * Escape in a record goes back to its list. In a text the first Escape belongs to the text, which then lets Tab go on; a
 * second one goes back.
 */
export function useBackToList(place: Place): void {
  const section = 'id' in place && place.id !== null ? place.page : null
  useEffect(() => {
    if (section === null) return
    let leavingText = false
    const onKeyDown = (event: KeyboardEvent) => {
      const wasLeavingText = leavingText
      leavingText = false
      if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing || isInOverlay(event.target)) return
      if (event.target instanceof HTMLElement && event.target.isContentEditable && !wasLeavingText) {
        leavingText = true
        return
      }
      event.preventDefault()
      const rows = document.querySelector<HTMLElement>('#list [data-rows]')
      if (rows) rows.focus({ preventScroll: true })
      else navigate(`/${section}`)
    }
    addEventListener('keydown', onKeyDown)
    return () => removeEventListener('keydown', onKeyDown)
  }, [section])
}
