import type { Text } from '@codemirror/state'
import type { Piece } from './scan.ts'

/** A piece is looked through in about a millisecond. */
const LENGTH = 8_192
/** A word is shorter. */
const TO_NEXT_SPACE = 1_024

/** The text in pieces that end between words. */
export function* documentPieces(doc: Text): Generator<Piece> {
  for (let at = 0; at < doc.length;) {
    let to = Math.min(at + LENGTH, doc.length)
    const space = to < doc.length ? doc.sliceString(to, to + TO_NEXT_SPACE).search(/\s/) : -1
    if (space > 0) to += space
    yield { text: doc.sliceString(at, to), at }
    at = to
  }
}
