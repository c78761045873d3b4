/** Leaves out the lines of a long text that are far from every change. Pure. */
import type { TextPiece } from '../../../shared/contract/history.ts'

/** Lines that stay beside a change. */
const AROUND = 3

const skipped = (lines: number): TextPiece => ({ change: 'skipped', text: '', lines })
const same = (text: string): TextPiece => ({ change: 'same', text, lines: 0 })

/** Takes out unchanged lines far from any change; what stands for them says how many they were. */
export function skipUnchanged(pieces: readonly TextPiece[]): TextPiece[] {
  return pieces.flatMap((piece, index) => {
    if (piece.change !== 'same') return [piece]
    const lines = piece.text.match(/[^\n]*\n|[^\n]+/gu) ?? []
    const before = pieces[index - 1]
    // the rest of a changed line, and the beginning of one, are no lines of their own
    const head = before ? AROUND + (before.text.endsWith('\n') ? 0 : 1) : 0
    const tail = index < pieces.length - 1 ? AROUND + (piece.text.endsWith('\n') ? 0 : 1) : 0
    // one line in place of one or two would save nothing
    if (lines.length - head - tail < AROUND) return [piece]
    return [
      same(lines.slice(0, head).join('')),
      skipped(lines.length - head - tail),
      same(lines.slice(lines.length - tail).join('')),
    ].filter(({ change, text }) => change === 'skipped' || text !== '')
  })
}
