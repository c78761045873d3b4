import { useEffect, useRef } from 'react'
import type { Place } from '../store/navigation.ts'
import { useDialogs } from './dialogs.ts'

/** Where the keys go on: in the rows of a section, else at the content. */
const placeOfKeys = (showsRecord: boolean): HTMLElement | null =>
  (showsRecord ? null : document.querySelector<HTMLElement>('[data-rows]')) ?? document.getElementById('content')

/**
 * Who works by keyboard goes on in the place that has come: a focus that went away with the old one, or with a dialog,
 * comes to it. A focus that is somewhere stays there.
 */
export function useFocusNotLost(place: Place): void {
  const dialog = useDialogs((dialogs) => dialogs.open !== null)
  const record = 'id' in place ? place.id : null
  const now = `${place.page} ${record ?? ''} ${dialog}`
  // a window that has just opened begins at its beginning
  const before = useRef(now)
  useEffect(() => {
    if (before.current === now) return
    before.current = now
    if (dialog) return
    const frame = requestAnimationFrame(() => {
      if (document.activeElement === document.body) placeOfKeys(record !== null)?.focus({ preventScroll: true })
    })
    return () => cancelAnimationFrame(frame)
  }, [now, dialog, record])
}
