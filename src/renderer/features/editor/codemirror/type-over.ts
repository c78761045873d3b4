/**
 * What is typed over a selection, or a deletion of it that no key of ours makes (a menu's), is made here and not by the browser:
 * Chromium keeps the look of what stood there, a heading's or a decision's, in a style attribute on its own new text, which the
 * content security policy refuses.
 */
import type { Transaction } from '@codemirror/state'
import { EditorView } from '@codemirror/view'

/** Every selected range gives way to `text`, after those who take part in typing (brackets around a selection) have had their say. */
function typeOver(view: EditorView, text: string): void {
  const { state } = view
  const { from, to } = state.selection.main
  const insert = (): Transaction => state.update(state.replaceSelection(text), { userEvent: 'input.type', scrollIntoView: true })
  if (state.facet(EditorView.inputHandler).some((handle) => handle(view, from, to, text, insert))) return
  view.dispatch(insert())
}

const withoutSelected = (view: EditorView, userEvent: string): void =>
  view.dispatch(view.state.update(view.state.replaceSelection(''), { userEvent, scrollIntoView: true }))

const isSelected = ({ state }: EditorView) => !state.readOnly && !state.selection.main.empty

export const typesOver = [
  EditorView.domEventHandlers({
    beforeinput(event, view) {
      if (!event.cancelable || view.composing || !isSelected(view)) return false
      if (event.inputType === 'insertText' && event.data) typeOver(view, event.data)
      else if (event.inputType.startsWith('deleteContent')) withoutSelected(view, 'delete.selection')
      else return false
      return true
    },
  }),
  // what an input method composes cannot be made here: it begins where the selection was
  EditorView.domEventObservers({
    compositionstart(_event, view) {
      if (isSelected(view)) withoutSelected(view, 'input')
    },
  }),
]
