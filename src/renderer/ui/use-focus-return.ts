import { useInsertionEffect, useRef } from 'react'

/**
 * For `onCloseAutoFocus`: gives the focus back to where it was before the dialog opened. Radix gives it to a trigger,
 * and these dialogs are opened by commands too. Where that has gone, the content takes it.
 */
export function useFocusReturn(open: boolean): (event: Event) => void {
  const before = useRef<Element | null>(null)
  // earlier than a field that takes the focus as it appears
  useInsertionEffect(() => {
    if (open) before.current = document.activeElement
  }, [open])
  return (event) => {
    event.preventDefault()
    // what the dialog led to has taken it already
    if (document.activeElement && document.activeElement !== document.body) return
    const element = before.current
    if (element instanceof HTMLElement && element.isConnected && element !== document.body) element.focus()
    else document.getElementById('content')?.focus({ preventScroll: true })
  }
}
