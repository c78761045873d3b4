import { markedParts } from './marked-parts.ts'

export interface MarkedTextProps {
  readonly text: string
  /** UTF-16 offsets `[from, to)` of what is marked; in order and not overlapping, or they are left out. */
  readonly ranges: readonly (readonly [number, number])[]
}

/** Text with the found words marked. */
export function MarkedText({ text, ranges }: MarkedTextProps) {
  return markedParts(text, ranges).map(({ from, part, marked }) => (marked ? <mark key={from}>{part}</mark> : part))
}
