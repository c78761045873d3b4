/** What keys, buttons and the palette do to the text. Each answers false when it does not apply. */
import { EditorSelection, type StateCommand } from '@codemirror/state'
import { asHeading, asList, asQuote, readLine } from '../text/line-marks.ts'
import { quoteCommand } from './quote-command.ts'
import { lineCommand, rewriteLines, selectedLines } from './selected-lines.ts'

export const toggleHeading = lineCommand((lines) => asHeading(lines, 2))
export const toggleList = lineCommand(asList)
export const toggleQuote = quoteCommand(asQuote)

/** Puts marks around the selection or the word at the caret, or takes them away when they are there. */
export const toggleAround =
  (mark: string): StateCommand =>
  ({ state, dispatch }) => {
    if (state.readOnly) return false
    const spec = state.changeByRange((range) => {
      const word = range.empty ? state.wordAt(range.head) : null
      const { from, to } = word ?? range
      const inside = state.doc.sliceString(from, to)
      const has = (at: number) => at >= 0 && state.doc.sliceString(at, at + mark.length) === mark
      // ** is not two times *
      const longer = (at: number, side: -1 | 1) =>
        mark === '*' && state.doc.sliceString(side < 0 ? at - 1 : at, side < 0 ? at : at + 1) === '*'
      if (has(from - mark.length) && has(to) && !longer(from - mark.length, -1) && !longer(to + mark.length, 1)) {
        return {
          changes: [
            { from: from - mark.length, to: from },
            { from: to, to: to + mark.length },
          ],
          range: EditorSelection.range(range.anchor - mark.length, range.head - mark.length),
        }
      }
      if (
        inside.length >= 2 * mark.length &&
        inside.startsWith(mark) &&
        inside.endsWith(mark) &&
        !(mark === '*' && inside.startsWith('**'))
      ) {
        return {
          changes: [
            { from, to: from + mark.length },
            { from: to - mark.length, to },
          ],
          range: EditorSelection.range(from, to - 2 * mark.length),
        }
      }
      return {
        changes: [
          { from, insert: mark },
          { from: to, insert: mark },
        ],
        range: EditorSelection.range(range.anchor + mark.length, range.head + mark.length),
      }
    })
    dispatch(state.update(spec, { scrollIntoView: true, userEvent: 'input.format' }))
    return true
  }

export const toggleBold = toggleAround('**')
export const toggleItalic = toggleAround('*')

/** Begins a link around the selection, the caret where its name is completed. */
export const beginLink: StateCommand = ({ state, dispatch }) => {
  if (state.readOnly) return false
  const { from, to } = state.selection.main
  const name = state.doc.sliceString(from, to).replace(/[[\]|#^\n]/g, ' ')
  dispatch(
    state.update({
      changes: { from, to, insert: `[[${name}]]` },
      selection: { anchor: from + 2 + name.length },
      scrollIntoView: true,
      userEvent: 'input.type',
    }),
  )
  return true
}

/** Begins the name of a person. */
export const beginPerson: StateCommand = ({ state, dispatch }) => {
  if (state.readOnly) return false
  const { from, to } = state.selection.main
  const before = from === 0 ? '' : state.doc.sliceString(from - 1, from)
  const insert = `${before === '' || /\s/.test(before) ? '' : ' '}@`
  dispatch(
    state.update({
      changes: { from, to, insert },
      selection: { anchor: from + insert.length },
      scrollIntoView: true,
      userEvent: 'input.type',
    }),
  )
  return true
}

/** A table of two columns below the line of the caret, its first heading selected. */
export const insertTable =
  (heading: (column: number) => string): StateCommand =>
  ({ state, dispatch }) => {
    if (state.readOnly) return false
    const line = state.doc.lineAt(state.selection.main.head)
    const first = heading(1)
    const table = `| ${first} | ${heading(2)} |\n| --- | --- |\n|  |  |\n`
    const lead = line.text.trim() === '' ? '' : '\n\n'
    const at = line.to
    const anchor = at + lead.length + 2
    dispatch(
      state.update({
        changes: { from: at, insert: lead + table },
        selection: EditorSelection.range(anchor, anchor + first.length),
        scrollIntoView: true,
        userEvent: 'input.format',
      }),
    )
    return true
  }

const INDENT = '  '

const indentItems =
  (deeper: boolean): StateCommand =>
  ({ state, dispatch }) => {
    if (state.readOnly || !selectedLines(state).every((line) => readLine(line.text).mark !== '')) return false
    const spec = rewriteLines(state, (lines) => lines.map((line) => (deeper ? INDENT + line : line.replace(/^(?: {1,2}|\t)/, ''))))
    if (!spec) return false
    dispatch(state.update(spec))
    return true
  }

/** Only in a list: anywhere else Tab moves the focus as it does on the whole page. */
export const indentItem = indentItems(true)
export const outdentItem = indentItems(false)
