import { useRef, type PointerEvent } from 'react'

/**
 * Stops what a browser says of a pointer that nobody moves: entries came under it, or its window came to the front. The first
 * place that is heard of is where it rests.
 */
export function useUnmoved(): (event: PointerEvent) => void {
  const rests = useRef<{ readonly x: number; readonly y: number }>(null)
  return (event) => {
    const { screenX: x, screenY: y } = event
    const moved = rests.current !== null && (rests.current.x !== x || rests.current.y !== y)
    rests.current = { x, y }
    if (!moved) event.stopPropagation()
  }
}
