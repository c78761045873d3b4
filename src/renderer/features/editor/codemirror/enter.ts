/** Enter in lists and quotations: it goes on with their marks, and in an empty line of theirs it leaves them. */
import { insertNewlineContinueMarkupCommand } from '@codemirror/lang-markdown'
import { ChangeSet, EditorSelection, type EditorState, type Line, type StateCommand, type Transaction } from '@codemirror/state'
import { endOfWords } from '../text/action-marks.ts'
import { readLine } from '../text/line-marks.ts'
import { inCode } from './in-code.ts'

/** Goes on with the marks of the line. In an empty item it ends the list, also a short one. */
export const continueMarks: StateCommand = insertNewlineContinueMarkupCommand({ nonTightLists: false })

const EMPTY_QUOTE = /^[ \t]*(?:>[ \t]*)+$/
const depthOf = (line: string): number => /^[ \t]*(?:>[ \t]?)*/.exec(line)?.[0].split('>').length ?? 1

const caretLine = (state: EditorState): Line | null => {
  const { ranges, main } = state.selection
  return ranges.length === 1 && main.empty && !state.readOnly ? state.doc.lineAt(main.head) : null
}

/**
 * In the empty last line of a quotation: its mark goes, and a blank line ends it. Without the blank line the words that
 * follow would still belong to it (CommonMark's lazy continuation).
 */
const leaveQuote: StateCommand = ({ state, dispatch }) => {
  const line = caretLine(state)
  if (!line || !EMPTY_QUOTE.test(line.text) || inCode(state, line.to)) return false
  const { doc } = state
  const depth = depthOf(line.text)
  // an empty line between two others keeps them apart
  if (line.number < doc.lines && depthOf(doc.line(line.number + 1).text) >= depth) return false
  let first = line
  while (first.number > 1 && EMPTY_QUOTE.test(doc.line(first.number - 1).text)) first = doc.line(first.number - 1)
  const around = '> '.repeat(depth - 2)
  const above = first.number > 1 ? doc.line(first.number - 1).text : ''
  const insert = (above.trim() === '' ? '' : `${around.trimEnd()}\n`) + around
  dispatch(
    state.update({
      changes: { from: first.from, to: line.to, insert },
      selection: EditorSelection.cursor(first.from + insert.length),
      scrollIntoView: true,
      userEvent: 'input',
    }),
  )
  return true
}

/** In an empty item: what is typed then stands outside the list, behind a blank line. */
const leaveList: StateCommand = ({ state, dispatch }) => {
  const line = caretLine(state)
  if (!line) return false
  const { mark, words } = readLine(line.text)
  if (mark === '' || words.trim() !== '') return false
  let left: Transaction | undefined
  if (!continueMarks({ state, dispatch: (transaction) => (left = transaction) }) || !left) return false
  const after = left.newDoc
  const at = after.lineAt(left.newSelection.main.head)
  const quote = EMPTY_QUOTE.test(at.text) ? at.text.trimEnd() : at.text
  const above = at.number > 1 ? after.line(at.number - 1).text : ''
  // still in a list one level up, or parted from it already
  if (!/^[ \t>]*$/.test(at.text) || /^[ \t>]*$/.test(above)) {
    dispatch(left)
    return true
  }
  const blank = ChangeSet.of({ from: at.from, insert: `${quote}\n` }, after.length)
  dispatch(
    state.update({
      changes: left.changes.compose(blank),
      selection: EditorSelection.cursor(left.newSelection.main.head + quote.length + 1),
      scrollIntoView: true,
      userEvent: 'input',
    }),
  )
  return true
}

/** Before the days at the end of an action: they stay with it, and the next one begins. */
const passDays: StateCommand = ({ state, dispatch }) => {
  const line = caretLine(state)
  if (!line || readLine(line.text).box === '') return false
  const end = endOfWords(line.text)
  const column = state.selection.main.head - line.from
  if (end === line.text.length || column < end || line.text.slice(end).trim() === '') return false
  const atEnd = state.update({ selection: { anchor: line.to } }).state
  let next: Transaction | undefined
  if (!continueMarks({ state: atEnd, dispatch: (transaction) => (next = transaction) }) || !next) return false
  dispatch(state.update({ changes: next.changes, selection: next.newSelection, scrollIntoView: true, userEvent: 'input' }))
  return true
}

const commands = [leaveQuote, leaveList, passDays, continueMarks]

export const enter: StateCommand = (target) => commands.some((command) => command(target))
