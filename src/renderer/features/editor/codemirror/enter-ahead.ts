/**
 * Enter pressed before the list of names has answered takes what the list will mean. Without it whoever types fast gets
 * a line break in the middle of a name.
 */
import { acceptCompletion, completionStatus } from '@codemirror/autocomplete'
import { Prec } from '@codemirror/state'
import { keymap, ViewPlugin, type Command, type EditorView, type ViewUpdate } from '@codemirror/view'
import { completionRequest } from '../text/completion-text.ts'
import { inCode } from './in-code.ts'
import { insertRequest } from './insert-menu.ts'
import { enter } from './enter.ts'

class EnterAhead {
  isWaiting = false

  constructor(readonly view: EditorView) {}

  update({ docChanged, selectionSet, state }: ViewUpdate) {
    if (!this.isWaiting) return
    // whoever goes on writing did not wait for it
    if (docChanged || selectionSet) this.isWaiting = false
    else if (completionStatus(state) !== 'pending') {
      this.isWaiting = false
      queueMicrotask(() => acceptCompletion(this.view) || enter(this.view))
    }
  }
}

const plugin = ViewPlugin.fromClass(EnterAhead)

const waitForList: Command = (view) => {
  const { state } = view
  const { head, empty } = state.selection.main
  if (!empty || completionStatus(state) !== 'pending' || inCode(state, head)) return false
  const line = state.doc.lineAt(head)
  if (!completionRequest(line.text.slice(0, head - line.from)) && !insertRequest(state, head)) return false
  const ahead = view.plugin(plugin)
  if (ahead) ahead.isWaiting = true
  return ahead !== null
}

export const enterAhead = [plugin, Prec.highest(keymap.of([{ key: 'Enter', run: waitForList }]))]
