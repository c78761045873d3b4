/** Puts into the text what was chosen in the `/` menu. */
import type { EditorState } from '@codemirror/state'
import type { EditorView } from '@codemirror/view'
import { nextAgendaNumber } from '../text/agenda.ts'
import type { Insert } from '../text/inserts.ts'
import { placeAfter } from './asked-place.ts'
import { insertTable } from './commands.ts'
import { editorHost } from './editor-host.ts'

/** Where a block goes: in place of an empty line, else below the line; parted by a blank line from what stands around. */
export function blockAt(state: EditorState, at: number): { readonly from: number; readonly before: string; readonly after: string } {
  const line = state.doc.lineAt(at)
  const isEmpty = line.text.trim() === ''
  const above = isEmpty ? (line.number > 1 ? state.doc.line(line.number - 1).text : '') : line.text
  const below = line.number < state.doc.lines ? state.doc.line(line.number + 1).text : ''
  const before = isEmpty ? (above.trim() === '' ? '' : '\n') : '\n\n'
  return { from: line.to, before, after: below.trim() === '' ? '' : '\n' }
}

/** Writes a block where the line of `at` is, the caret at its end. */
export function insertBlock(view: EditorView, at: number, text: string): void {
  if (text === '' || view.state.readOnly) return
  const { from, before, after } = blockAt(view.state, at)
  view.dispatch({
    changes: { from, insert: before + text + after },
    selection: { anchor: from + before.length + text.length },
    scrollIntoView: true,
    userEvent: 'input.format',
  })
}

/** Writes what has to be asked for first; what is typed meanwhile moves its place. */
async function insertLater(view: EditorView, text: Promise<string>): Promise<void> {
  const at = await placeAfter(view, view.state.selection.main.head, text)
  if (at !== null) insertBlock(view, at, await text)
}

export function runInsert(view: EditorView, insert: Insert): void {
  const host = view.state.facet(editorHost)()
  const { head } = view.state.selection.main
  switch (insert) {
    case 'agenda':
      return insertBlock(view, head, `## ${nextAgendaNumber(view.state.doc)}. `)
    case 'action':
      return host.askAction(head, 'responsible')
    case 'decision':
      return host.askDecision(head)
    case 'table':
      return void insertTable(host.words.tableHeading)(view)
    case 'date':
      return view.dispatch(view.state.replaceSelection(host.todayInWords()), { scrollIntoView: true, userEvent: 'input.format' })
    case 'attendance':
      return void insertLater(view, host.attendanceList())
    case 'matters':
      return void insertLater(view, host.mattersArising())
    case 'skeleton':
      return host.makeSkeleton()
  }
}
