/** Divides what is to be appended, so that a loss of power in the middle leaves no valid end behind a hole. */
import { frameBytes } from './frame.ts'

interface Piece {
  /** The last of its transaction. */
  readonly last: boolean
  readonly payload: Uint8Array
}

/** Whole transactions, as many as fit into `bytes`; a larger one alone. */
export function* partsOf<T extends Piece>(frames: readonly T[], bytes: number): Generator<readonly T[], void, undefined> {
  let part: T[] = []
  let size = 0
  let from = 0
  for (const [index, frame] of frames.entries()) {
    if (!frame.last && index < frames.length - 1) continue
    const transaction = frames.slice(from, index + 1)
    const added = transaction.reduce((sum, { payload }) => sum + frameBytes(payload.length), 0)
    if (part.length > 0 && size + added > bytes) {
      yield part
      part = []
      size = 0
    }
    part.push(...transaction)
    size += added
    from = index + 1
  }
  if (part.length > 0) yield part
}
