import { useLayoutEffect, useRef, type RefObject } from 'react'

/** Who removes a file by key goes on at the next one, else at the button that adds some. */
export function useFocusAfterRemoval(section: RefObject<HTMLElement | null>, count: number): { readonly note: (index: number) => void } {
  const place = useRef<number | null>(null)
  const before = useRef(count)
  useLayoutEffect(() => {
    const isFewer = count < before.current
    before.current = count
    if (!isFewer || place.current === null) return
    const index = place.current
    place.current = null
    // the focus was on what has gone, unless the person is elsewhere by now
    if (document.activeElement && document.activeElement !== document.body) return
    const menus = section.current?.querySelectorAll<HTMLElement>('li button[aria-haspopup="menu"]') ?? []
    const next = menus[Math.min(index, menus.length - 1)] ?? section.current?.querySelector<HTMLElement>('[data-add-files]')
    next?.focus()
  }, [section, count])
  return {
    note(index) {
      place.current = index
    },
  }
}
