import { useEffect } from 'react'
import { addressNow } from '../store/navigation.ts'

/**
 * A double click on a row or a link opens what one click opens: its second half is for the row that was there, not for
 * what has come under the pointer since.
 */
export function useDoubleClick(): void {
  useEffect(() => {
    let first = { address: '', opens: false }
    const onPress = (event: MouseEvent) => {
      if (event.type === 'mousedown' && event.detail <= 1) {
        const opens = event.target instanceof Element && event.target.closest('[data-rows], a') !== null
        first = { address: addressNow(), opens }
      } else if (event.detail > 1 && first.opens && first.address !== addressNow()) {
        event.preventDefault()
        event.stopPropagation()
      }
    }
    const kinds = ['mousedown', 'click', 'dblclick'] as const
    for (const kind of kinds) addEventListener(kind, onPress, true)
    return () => {
      for (const kind of kinds) removeEventListener(kind, onPress, true)
    }
  }, [])
}
