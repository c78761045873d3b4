/** A range pasted from a spreadsheet becomes a table; one undo gives the bare cells. */
import { isolateHistory } from '@codemirror/commands'
import { EditorSelection } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { tableAmong, tableFromCells } from '../text/pasted-table.ts'
import { inCode } from './in-code.ts'

export const pasteTable = EditorView.domEventHandlers({
  paste(event, view) {
    const { state } = view
    const data = event.clipboardData
    if (!data || state.readOnly || state.selection.ranges.length > 1) return false
    const { from, to } = state.selection.main
    const text = data.getData('text/plain').replace(/\r\n?/g, '\n')
    const table = tableFromCells(text, /<table[\s>]/i.test(data.getData('text/html')))
    if (table === null || inCode(state, from)) return false
    event.preventDefault()
    const first = state.doc.lineAt(from)
    const last = state.doc.lineAt(to)
    const previous = first.number > 1 ? state.doc.line(first.number - 1).text : ''
    const insert = tableAmong(table, first.text.slice(0, from - first.from), last.text.slice(to - last.from), previous.trim() === '')
    view.dispatch({ changes: { from, to, insert: text }, selection: { anchor: from + text.length }, userEvent: 'input.paste' })
    view.dispatch({
      changes: { from, to: from + text.length, insert },
      selection: EditorSelection.cursor(from + insert.length),
      scrollIntoView: true,
      annotations: isolateHistory.of('full'),
      userEvent: 'input.format',
    })
    return true
  },
})
