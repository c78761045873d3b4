/** Backspace and Delete at the edge of a chip of an action select it whole, and take it away when it is. */
import { Prec, type EditorState } from '@codemirror/state'
import { keymap, type Command } from '@codemirror/view'
import { actionOn } from '../text/action-marks.ts'

/** The chips of the action on a line, as offsets of the text. */
function chipsOn(state: EditorState, at: number): { readonly from: number; readonly to: number }[] {
  const line = state.doc.lineAt(at)
  const action = actionOn(line.text)
  if (!action) return []
  const start = line.from + action.from
  return action.read.tail.filter(({ kind }) => kind !== 'kept').map(({ from, to }) => ({ from: start + from, to: start + to }))
}

const selectChip =
  (edge: 'from' | 'to'): Command =>
  ({ state, dispatch }) => {
    const { main, ranges } = state.selection
    if (!main.empty || ranges.length > 1 || state.readOnly) return false
    const chip = chipsOn(state, main.head).find((each) => each[edge] === main.head)
    if (!chip) return false
    dispatch({ selection: edge === 'to' ? { anchor: chip.from, head: chip.to } : { anchor: chip.to, head: chip.from } })
    return true
  }

export const chipKeys = Prec.highest(
  keymap.of([
    { key: 'Backspace', run: selectChip('to') },
    { key: 'Delete', run: selectChip('from') },
  ]),
)
