import { useEffect } from 'react'
import { navigate, type Place } from '../store/navigation.ts'
import { isInOverlay } from './use-shortcuts.ts'

/**
 * Escape in a version goes back to the record, in a record to its list. In a text the first Escape belongs to the text, which then lets Tab go on; a
 * second one goes back.
 */
export function useBackToList(place: Place): void {
  const section = 'id' in place && place.id !== null ? place.page : null
  const versionOf = 'id' in place && place.version !== undefined ? place.id : null
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
      if (versionOf !== null) return navigate(`/${section}/${versionOf}`)
      const rows = document.querySelector<HTMLElement>('#list [data-rows]')
      if (rows) rows.focus({ preventScroll: true })
      else navigate(`/${section}`)
    }
    addEventListener('keydown', onKeyDown)
    return () => removeEventListener('keydown', onKeyDown)
  }, [section, versionOf])
}
