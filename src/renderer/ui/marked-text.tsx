export interface MarkedTextProps {
  readonly text: string
  /** UTF-16 offsets `[from, to)` of what is marked; in order and not overlapping, or they are left out. */
  readonly ranges: readonly (readonly [number, number])[]
}

/** Text with the found words marked. */
export function MarkedText({ text, ranges }: MarkedTextProps) {
  let end = 0
  const parts = ranges.flatMap(([from, to]) => {
    if (from < end || to <= from || to > text.length) return []
    const before = text.slice(end, from)
    end = to
    return [before, <mark key={from}>{text.slice(from, to)}</mark>]
  })
  return (
    <>
      {parts}
      {text.slice(end)}
    </>
  )
}
