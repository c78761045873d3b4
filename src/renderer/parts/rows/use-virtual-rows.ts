import { useEffect, useLayoutEffect, useState, useSyncExternalStore, type RefObject } from 'react'
import { VirtualRows, type VirtualRowsShape } from './virtual-rows.ts'

/** Rows of any number in a scroller; drawn are those in sight. `firstTop` is the first row to show. */
export function useVirtualRows(scroller: RefObject<HTMLElement | null>, shape: VirtualRowsShape, firstTop: number): VirtualRows {
  const [virtual] = useState(() => new VirtualRows(shape, firstTop))
  useSyncExternalStore(virtual.subscribe, virtual.snapshot)
  useEffect(() => {
    const element = scroller.current
    if (!element) return
    const observer = new ResizeObserver(virtual.resized)
    element.addEventListener('scroll', virtual.scrolled, { passive: true })
    observer.observe(element)
    return () => {
      element.removeEventListener('scroll', virtual.scrolled)
      observer.disconnect()
    }
  }, [scroller, virtual])
  useLayoutEffect(() => {
    virtual.setScroller(scroller.current)
    virtual.drawn(shape)
  })
  return virtual
}
