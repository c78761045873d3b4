/** The lines that the selection touches, and how they are written anew. */
import type { EditorState, StateCommand, TransactionSpec } from '@codemirror/state'
import { lineChanges } from '../text/line-marks.ts'

export interface LineSpan {
  readonly from: number
  /** From 1, as the editor counts. */
  readonly number: number
  readonly text: string
}

export function selectedLines(state: EditorState): LineSpan[] {
  const { from, to } = state.selection.main
  const lines: LineSpan[] = []
  for (let at = from; ;) {
    const line = state.doc.lineAt(at)
    lines.push(line)
    at = line.to + 1
    if (at > to || at > state.doc.length) return lines
  }
}

/** What changes when that line becomes `next`, as changes of the whole text. */
export const changesIn = (line: LineSpan, next: string) =>
  lineChanges(line.text, next).map(({ from, to, insert }) => ({ from: line.from + from, to: line.from + to, insert }))

/** Rewrites the lines of the selection, each by the smallest change, with the caret staying at its words. */
export function rewriteLines(state: EditorState, rewrite: (lines: readonly string[]) => readonly string[]): TransactionSpec | null {
  const lines = selectedLines(state)
  const next = rewrite(lines.map((line) => line.text))
  const changes = lines.flatMap((line, index) => changesIn(line, next[index] ?? line.text))
  if (changes.length === 0) return null
  const set = state.changes(changes)
  return { changes: set, selection: state.selection.map(set, 1), scrollIntoView: true, userEvent: 'input.format' }
}

/** A command that does that to a text that can be written. */
export const lineCommand =
  (rewrite: (lines: readonly string[]) => readonly string[]): StateCommand =>
  ({ state, dispatch }) => {
    if (state.readOnly) return false
    const spec = rewriteLines(state, rewrite)
    if (!spec) return false
    dispatch(state.update(spec))
    return true
  }
