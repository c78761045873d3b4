/** Quotations and decisions made of lines. */
import type { StateCommand } from '@codemirror/state'
import { changesIn, selectedLines } from './selected-lines.ts'

const isQuoted = (line: string) => /^[ \t]*>/.test(line)

/**
 * A quotation or decision of the lines, parted from what stands around them: words right below would belong to it, and
 * one right above would swallow it.
 */
export const quoteCommand =
  (rewrite: (lines: readonly string[]) => readonly string[]): StateCommand =>
  ({ state, dispatch }) => {
    if (state.readOnly) return false
    const lines = selectedLines(state)
    const first = lines[0]
    const last = lines.at(-1)
    if (!first || !last) return false
    const next = rewrite(lines.map((line) => line.text))
    const begins = !isQuoted(first.text) && isQuoted(next[0] ?? '')
    const above = first.from > 0 ? state.doc.lineAt(first.from - 1).text : ''
    const end = last.from + last.text.length
    const below = end < state.doc.length ? state.doc.lineAt(end + 1).text : ''
    const parted = begins && below.trim() !== '' && !isQuoted(below)
    const changes = state.changes([
      ...(begins && isQuoted(above) ? [{ from: first.from, insert: '\n' }] : []),
      ...lines.flatMap((line, index) => changesIn(line, next[index] ?? line.text)),
      ...(parted ? [{ from: end, insert: '\n' }] : []),
    ])
    if (changes.empty) return false
    const caret = (at: number) => changes.mapPos(at, 1) - (parted && at === end ? 1 : 0)
    const { anchor, head } = state.selection.main
    dispatch(
      state.update({ changes, selection: { anchor: caret(anchor), head: caret(head) }, scrollIntoView: true, userEvent: 'input.format' }),
    )
    return true
  }
