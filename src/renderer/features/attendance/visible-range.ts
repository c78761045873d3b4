/** Which of many equal tracks lie in sight. Pure. */
export interface Range {
  readonly from: number
  readonly to: number
}

/** Drawn beyond the edges, so that a slow scroll shows no gap. */
const BEYOND = 4

/** @param offset where the sight begins, from the first track on; lengths in CSS pixels */
export function visibleRange(offset: number, length: number, track: number, count: number): Range {
  const from = Math.max(0, Math.floor(offset / track) - BEYOND)
  const to = Math.min(count, Math.ceil((offset + length) / track) + BEYOND)
  return { from: Math.min(from, Math.max(0, to)), to: Math.max(0, to) }
}

/** How far to scroll so that a track is in sight; the offset as it is when it is. */
export function offsetShowing(index: number, offset: number, length: number, track: number): number {
  if (index * track < offset) return index * track
  return (index + 1) * track > offset + length ? (index + 1) * track - length : offset
}
