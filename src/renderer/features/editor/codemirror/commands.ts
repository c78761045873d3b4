/** What keys, buttons and the palette do to the text. Each answers false when it does not apply. */
import { EditorSelection, type EditorState, type StateCommand, type TransactionSpec } from '@codemirror/state'
import { dueOf, startOfWords, withDue, withPersonBegun } from '../text/action-marks.ts'
import { asAction, asDecision, asHeading, asList, asQuote, lineChanges, readLine, toggledTask } from '../text/line-marks.ts'

interface LineSpan {
  readonly from: number
  readonly text: string
}

function selectedLines(state: EditorState): LineSpan[] {
  const { from, to } = state.selection.main
  const lines: LineSpan[] = []
  for (let at = from; ;) {
    const line = state.doc.lineAt(at)
    lines.push(line)
    at = line.to + 1
    if (at > to || at > state.doc.length) return lines
  }
}

const changesIn = (line: LineSpan, next: string) =>
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

const lineCommand =
  (rewrite: (lines: readonly string[]) => readonly string[]): StateCommand =>
  ({ state, dispatch }) => {
    if (state.readOnly) return false
    const spec = rewriteLines(state, rewrite)
    if (!spec) return false
    dispatch(state.update(spec))
    return true
  }

export const toggleHeading = lineCommand((lines) => asHeading(lines, 2))
export const toggleList = lineCommand(asList)
export const toggleAction = lineCommand((lines) => lines.map((line) => (lines.length > 1 && line.trim() === '' ? line : asAction(line))))

const isQuoted = (line: string) => /^[ \t]*>/.test(line)

/**
 * A quotation or decision of the lines, parted from what stands around them: words right below would belong to it, and
 * one right above would swallow it.
 */
const quoteCommand =
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

export const toggleQuote = quoteCommand(asQuote)
export const toggleDecision = quoteCommand(asDecision)

/** The deadline of the action at the caret, empty when it has none. */
export const dueAt = (state: EditorState): string => dueOf(state.doc.lineAt(state.selection.main.head).text)

/** Gives the actions of the selection a deadline, the caret staying before it so that the words go on. */
export const setDue =
  (due: string): StateCommand =>
  ({ state, dispatch }) => {
    if (state.readOnly) return false
    const lines = selectedLines(state)
    const next = withDue(
      lines.map((line) => line.text),
      due,
    )
    const changes = state.changes(lines.flatMap((line, index) => changesIn(line, next[index] ?? line.text)))
    if (changes.empty) return false
    // a line that only now became an action: the caret goes behind its box
    const { anchor, head } = state.selection.main
    const keep = (at: number) => {
      const line = state.doc.lineAt(at)
      const words = startOfWords(next[lines.findIndex(({ from }) => from === line.from)] ?? line.text)
      return Math.max(changes.mapPos(at, -1), changes.mapPos(line.from, -1) + words)
    }
    dispatch(
      state.update({ changes, selection: { anchor: keep(anchor), head: keep(head) }, scrollIntoView: true, userEvent: 'input.format' }),
    )
    return true
  }

/** Begins the name of who is responsible, behind the words of the action at the caret. */
export const beginResponsible: StateCommand = ({ state, dispatch }) => {
  if (state.readOnly) return false
  const line = state.doc.lineAt(state.selection.main.head)
  const begun = withPersonBegun(line.text)
  dispatch(
    state.update({
      changes: changesIn(line, begun.line),
      selection: { anchor: line.from + begun.caret },
      scrollIntoView: true,
      userEvent: 'input.type',
    }),
  )
  return true
}

/** Ticks or unticks the tasks of the selection. */
export const tickTask = (today: string): StateCommand => lineCommand((lines) => lines.map((line) => toggledTask(line, today) ?? line))

/** The change that ticks or unticks the task in one line (from 0); null when the line is no task. */
export function tickLine(state: EditorState, line: number, today: string): TransactionSpec | null {
  if (state.readOnly || line < 0 || line >= state.doc.lines) return null
  const at = state.doc.line(line + 1)
  const next = toggledTask(at.text, today)
  return next === null ? null : { changes: changesIn(at, next), userEvent: 'input.format' }
}

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
