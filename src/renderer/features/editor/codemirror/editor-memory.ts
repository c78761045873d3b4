/** Undo history and caret of the texts that were open last, so that coming back to a record finds them. */
import { historyField } from '@codemirror/commands'
import type { EditorSelection, EditorState, Extension, Text } from '@codemirror/state'

interface Remembered {
  readonly doc: Text
  readonly selection: EditorSelection
  readonly history: unknown
}

const MOST = 20
const memory = new Map<string, Remembered>()

export function rememberText(id: string, state: EditorState): void {
  memory.delete(id)
  memory.set(id, { doc: state.doc, selection: state.selection, history: state.field(historyField, false) })
  for (const oldest of memory.keys()) {
    if (memory.size <= MOST) return
    memory.delete(oldest)
  }
}

export const rememberedText = (id: string): Remembered | undefined => memory.get(id)

/** Gives a new state the history that was remembered. */
export const withHistory = ({ history }: Remembered): Extension => (history === undefined ? [] : historyField.init(() => history))
