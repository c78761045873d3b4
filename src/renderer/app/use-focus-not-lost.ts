import { useEffect, useRef } from 'react'
import type { Place } from '../store/navigation.ts'
import { useDialogs } from '../parts/dialogs/dialogs.ts'

/** Where the keys go on: in the field that asks for them, in the rows of a section, else at the content. */
const placeOfKeys = (showsRecord: boolean): HTMLElement | null =>
  (showsRecord ? null : (document.querySelector<HTMLElement>('[data-takes-keys]') ?? document.querySelector<HTMLElement>('[data-rows]'))) ??
  document.getElementById('content')

/** The focus is nowhere, or still on what led to a section: in the sidebar. */
function isLeftBehind(showsRecord: boolean): boolean {
  const { activeElement } = document
  if (activeElement === null || activeElement === document.body) return true
  return !showsRecord && activeElement.closest('#content, #list, #inspector, [role=dialog], [role=alertdialog]') === null
}

/**
 * Who works by keyboard goes on in the place that has come: a focus that went away with the old one or with a dialog, or
 * was left on what led to a section, comes to it. A focus that is in the place already stays there.
 */
export function useFocusNotLost(place: Place): void {
  const dialog = useDialogs((dialogs) => dialogs.open !== null)
  const record = 'id' in place ? place.id : null
  const version = 'id' in place ? place.version : undefined
  const now = `${place.page} ${record ?? ''} ${version ?? ''}`
  // a window that has just opened begins at its beginning
  const before = useRef({ now, dialog })
  useEffect(() => {
    const { current } = before
    if (current.now === now && current.dialog === dialog) return
    before.current = { now, dialog }
    // a dialog that closes over the same place gives the focus back by itself
    if (dialog || current.now === now) return
    const comeAlong = () => {
      if (isLeftBehind(record !== null)) placeOfKeys(record !== null)?.focus({ preventScroll: true })
    }
    // at once for the next key, and again for what a closing dialog gave back to nobody
    if (!current.dialog) comeAlong()
    const frame = requestAnimationFrame(comeAlong)
    return () => cancelAnimationFrame(frame)
  }, [now, dialog, record])
}
