/** Files pasted or dropped into the text: added to the record, then shown where they were put. */
import { StateEffect, StateField, type EditorState } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { filesOf, isFilePaste, type NamedFile } from '../../../parts/attachments/transferred-files.ts'
import { ownDrag } from '../../../parts/files/own-drag.ts'
import { editorHost } from './editor-host.ts'

const begun = StateEffect.define<{ readonly key: object; readonly at: number }>({
  map: ({ key, at }, changes) => ({ key, at: changes.mapPos(at) }),
})
const ended = StateEffect.define<object>()

/** Where files that are on their way will be shown; typing meanwhile moves the places. */
const awaited = StateField.define<ReadonlyMap<object, number>>({
  create: () => new Map(),
  update(places, { changes, effects }) {
    if (places.size === 0 && effects.length === 0) return places
    const next = new Map([...places].map(([key, at]) => [key, changes.mapPos(at, 1)]))
    for (const effect of effects) {
      if (effect.is(begun)) next.set(effect.value.key, effect.value.at)
      else if (effect.is(ended)) next.delete(effect.value)
    }
    return next
  },
})

/** The embed with what parts it from the words around it. */
export function embedAt(state: EditorState, at: number, name: string): string {
  const line = state.doc.lineAt(at)
  const before = line.text.slice(0, at - line.from)
  const after = line.text.slice(at - line.from)
  return `${/\S$/.test(before) ? ' ' : ''}![[${name}]]${/^\S/.test(after) ? ' ' : ''}`
}

/** Shows a file of the record at a place, by default the caret. */
export function insertEmbed(view: EditorView, name: string, at = view.state.selection.main.head): number {
  const insert = embedAt(view.state, at, name)
  view.dispatch({
    changes: { from: at, insert },
    ...(view.state.selection.main.head === at && { selection: { anchor: at + insert.length } }),
    userEvent: 'input.attach',
  })
  return at + insert.length
}

async function attach(view: EditorView, files: readonly NamedFile[], at: number): Promise<void> {
  const key = {}
  view.dispatch({ effects: begun.of({ key, at }) })
  const { addFile } = view.state.facet(editorHost)()
  for (const { file, name } of files) {
    const added = await addFile(file, name)
    // the text was left meanwhile: the file is with the record all the same
    if (!view.dom.isConnected) return
    const place = view.state.field(awaited).get(key)
    if (added !== null && place !== undefined && !view.state.readOnly) insertEmbed(view, added, place)
  }
  view.dispatch({ effects: ended.of(key) })
}

const handlers = EditorView.domEventHandlers({
  paste(event, view) {
    const data = event.clipboardData
    if (!data || !isFilePaste(data) || view.state.readOnly) return false
    event.preventDefault()
    const { from, to } = view.state.selection.main
    const files = filesOf(data)
    if (from < to && files.length > 0) view.dispatch({ changes: { from, to }, userEvent: 'input.paste' })
    void attach(view, files, from)
    return true
  },
  drop(event, view) {
    const data = event.dataTransfer
    if (!data?.types.includes('Files')) return false
    // else the editor would read the files as text
    event.preventDefault()
    if (view.state.readOnly) return true
    const at = view.posAtCoords({ x: event.clientX, y: event.clientY }) ?? view.state.selection.main.head
    view.focus()
    const link = ownDrag()
    if (link === null) void attach(view, filesOf(data), at)
    else view.dispatch({ changes: { from: at, insert: link }, selection: { anchor: at + link.length }, userEvent: 'input.drop' })
    return true
  },
})

export const attachFiles = [awaited, handlers]
