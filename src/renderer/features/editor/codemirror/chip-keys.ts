/** Backspace and Delete at the edge of a chip of an action select it whole, and take it away when it is. */
import { Prec, type EditorState } from '@codemirror/state'
import { keymap, type Command } from '@codemirror/view'
import { linkKey } from '../../../../shared/text/link-key.ts'
import { readLine, signifiersOf } from '../text/line-marks.ts'
import { wikiLinkAt } from '../text/wiki-link-pattern.ts'
import { actionAt } from './action-commands.ts'

/** The chips of the action on a line, as offsets of the text. */
function chipsOn(state: EditorState, at: number): { readonly from: number; readonly to: number }[] {
  const line = state.doc.lineAt(at)
  const action = actionAt(state, at)
  if (!action) return []
  const { before } = readLine(line.text)
  const responsible = new Set(action.responsible.map(linkKey))
  const links = Array.from(line.text.matchAll(/\[\[/g), ({ index }) => ({ index, link: wikiLinkAt(line.text, index) })).flatMap(
    ({ index, link }) => (link && responsible.has(linkKey(link.target)) ? [{ from: index, to: index + link.length }] : []),
  )
  return [...links, ...signifiersOf(line.text).filter(({ from }) => from >= before)].map(({ from, to }) => ({
    from: line.from + from,
    to: line.from + to,
  }))
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
