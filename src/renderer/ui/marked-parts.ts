export interface MarkedPart {
  /** Where it begins, in UTF-16 code units. */
  readonly from: number
  readonly part: string
  readonly marked: boolean
}

/** Cuts a text at the ranges; a range that overlaps the one before it or lies outside of the text is left out. */
export function markedParts(text: string, ranges: readonly (readonly [number, number])[]): MarkedPart[] {
  const parts: MarkedPart[] = []
  let end = 0
  for (const [from, to] of ranges) {
    if (from < end || to <= from || to > text.length) continue
    if (from > end) parts.push({ from: end, part: text.slice(end, from), marked: false })
    parts.push({ from, part: text.slice(from, to), marked: true })
    end = to
  }
  if (end < text.length) parts.push({ from: end, part: text.slice(end), marked: false })
  return parts
}
