/** Goes through a long text in slices, so that no key press and no frame waits for it. */
import type { Finds, TextFinder } from './text-finder.ts'

export interface Piece {
  readonly text: string
  readonly at: number
}

export interface ScanOptions {
  readonly pieces: Iterable<Piece>
  readonly finder: TextFinder
  /** Called with the first finds, so that they are seen at once, and at the end. */
  readonly onFinds: (finds: Finds, whole: boolean) => void
}

/** Half a frame, less what painting takes. */
const SLICE_MS = 6

/** Begins at once: a short text is through when this returns. Answers what gives it up. */
export function scan({ pieces, finder, onFinds }: ScanOptions): () => void {
  const rest = pieces[Symbol.iterator]()
  let timer: ReturnType<typeof setTimeout> | undefined
  let shown = false
  const slice = () => {
    const until = performance.now() + SLICE_MS
    for (;;) {
      const { value: piece, done } = rest.next()
      if (done === true) return onFinds(finder.finds(true), true)
      finder.take(piece.text, piece.at)
      if (performance.now() < until) continue
      timer = setTimeout(slice, 0)
      const finds = finder.finds(false)
      if (!shown && finds.found.length > 0) {
        shown = true
        onFinds({ ...finds, found: [...finds.found] }, false)
      }
      return
    }
  }
  slice()
  return () => clearTimeout(timer)
}
