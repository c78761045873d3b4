/** Actions: made of lines, ticked, and given who is responsible and by when. */
import type { EditorState, StateCommand, TransactionSpec } from '@codemirror/state'
import { editsOfTasks, taskEdits, type TaskChange } from '../../../../shared/markdown/change-task.ts'
import { findTasks } from '../../../../shared/markdown/tasks.ts'
import { asAction, readLine } from '../text/line-marks.ts'
import { lineCommand, selectedLines } from './selected-lines.ts'

/** Lines become actions, actions plain items again; empty lines between others stay empty. */
export const toggleAction = lineCommand((lines) => lines.map((line) => (lines.length > 1 && line.trim() === '' ? line : asAction(line))))

/** An action as its line says it. */
export interface ActionAt {
  readonly words: string
  readonly responsible: readonly string[]
  readonly due: string
}

/** The action on the line of a place; null when there is none. */
export function actionAt(state: EditorState, at: number): ActionAt | null {
  const { text } = state.doc.lineAt(at)
  const { box, prefix } = readLine(text)
  const task = box === '' ? undefined : findTasks(text.slice(prefix.length))[0]
  return task ? { words: task.text, responsible: task.responsible, due: task.due } : null
}

/** Changes the action on the line of a place; null when it cannot be written there. The caret stays at its words. */
export function changeAction(state: EditorState, at: number, change: TaskChange): TransactionSpec | null {
  if (state.readOnly) return null
  const edits = taskEdits(state.doc.toString(), state.doc.lineAt(at).number - 1, change)
  return edits && { changes: [...edits], userEvent: 'input.format' }
}

/** Gives an action without words its words. */
export function wordAction(state: EditorState, at: number, words: string): TransactionSpec | null {
  const line = state.doc.lineAt(at)
  const { box, before } = readLine(line.text)
  if (state.readOnly || box === '') return null
  const from = line.from + before
  const head = /\s$/.test(line.text.slice(0, before)) ? '' : ' '
  const tail = before < line.text.length ? ' ' : ''
  const insert = head + words + tail
  return { changes: { from, insert }, selection: { anchor: from + head.length + words.length }, userEvent: 'input.format' }
}

const tickOf = (line: string, today: string): TaskChange => ({ state: readLine(line).box === ' ' ? 'done' : 'open', today })

/** Ticks or unticks the actions of the selection. */
export const tickTask =
  (today: string): StateCommand =>
  ({ state, dispatch }) => {
    if (state.readOnly) return false
    const tasks = selectedLines(state).filter(({ text }) => readLine(text).box !== '')
    const body = tasks.length === 0 ? '' : state.doc.toString()
    const ticks = new Map(tasks.map(({ number, text }) => [number - 1, tickOf(text, today)]))
    const changes = state.changes(editsOfTasks(body, ticks))
    if (changes.empty) return false
    dispatch(state.update({ changes, scrollIntoView: true, userEvent: 'input.format' }))
    return true
  }

/** The change that ticks or unticks the action in one line (from 0); null when the line is none. */
export function tickLine(state: EditorState, line: number, today: string): TransactionSpec | null {
  if (state.readOnly || line < 0 || line >= state.doc.lines) return null
  const at = state.doc.line(line + 1)
  return readLine(at.text).box === '' ? null : changeAction(state, at.from, tickOf(at.text, today))
}
