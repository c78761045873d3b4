/** `/` at the beginning of a line, or the command anywhere, offers what can stand there. */
import { startCompletion, type Completion, type CompletionContext, type CompletionResult } from '@codemirror/autocomplete'
import { Prec, StateEffect, StateField, type EditorState } from '@codemirror/state'
import { keymap, type Command, type EditorView } from '@codemirror/view'
import { matchingInserts, type Insert } from '../text/inserts.ts'
import type { WidgetIconName } from '../widget-icons.tsx'
import { editorHost } from './editor-host.ts'
import { inCode } from './in-code.ts'
import { runInsert } from './run-insert.ts'

const askInsert = StateEffect.define<number | null>()

/** Where the command asked for the menu: what is typed behind it narrows the list. */
const askedInsert = StateField.define<number | null>({
  create: () => null,
  update(place, { changes, effects, newDoc, newSelection }) {
    let next = place === null ? null : changes.mapPos(place, -1)
    for (const effect of effects) if (effect.is(askInsert)) next = effect.value
    if (next === null) return null
    const { head } = newSelection.main
    return head < next || newDoc.lineAt(next).to < head ? null : next
  },
})

const SLASH = /^([ \t]*(?:>[ \t]?)*)\/([\p{L}’' -]{0,30})$/u

/** What is asked for at the caret, and where it begins; null when nothing is. */
export function insertRequest(state: EditorState, at: number): { readonly from: number; readonly query: string } | null {
  const asked = state.field(askedInsert)
  if (asked !== null && asked <= at) return { from: asked, query: state.doc.sliceString(asked, at) }
  const line = state.doc.lineAt(at)
  const match = SLASH.exec(state.doc.sliceString(line.from, at))
  return match ? { from: line.from + (match[1]?.length ?? 0), query: match[2] ?? '' } : null
}

const ICONS: Readonly<Record<Insert, WidgetIconName>> = {
  agenda: 'agenda',
  action: 'action',
  decision: 'gavel',
  table: 'table',
  date: 'calendar',
  matters: 'matters',
  attendance: 'attendance',
  skeleton: 'skeleton',
}

export interface InsertCompletion extends Completion {
  readonly icon: WidgetIconName
}

export function insertSource(context: CompletionContext): CompletionResult | null {
  const { state, pos } = context
  const request = insertRequest(state, pos)
  if (!request || state.readOnly || inCode(state, pos)) return null
  const host = state.facet(editorHost)()
  const options = matchingInserts(host.inserts(state.doc), request.query, (insert) => host.words.insert(insert)).map(
    (insert): InsertCompletion => ({
      label: host.words.insert(insert),
      detail: host.words.insertDetail(insert),
      icon: ICONS[insert],
      apply: (view, _completion, from, to) => {
        view.dispatch({ changes: { from, to }, effects: askInsert.of(null), userEvent: 'delete' })
        runInsert(view, insert)
      },
    }),
  )
  return options.length === 0 ? null : { from: request.from, options, filter: false }
}

/** Opens the menu at the caret. */
export const beginInsert: Command = (view: EditorView) => {
  if (view.state.readOnly) return false
  const { from, to } = view.state.selection.main
  view.dispatch({ selection: { anchor: Math.max(from, to) }, effects: askInsert.of(Math.max(from, to)), scrollIntoView: true })
  return startCompletion(view)
}

/** Escape closes the list by itself; the letters that follow are text again. */
const giveUp: Command = (view) => {
  if (view.state.field(askedInsert) !== null) view.dispatch({ effects: askInsert.of(null) })
  return false
}

export const insertMenu = [askedInsert, Prec.highest(keymap.of([{ key: 'Escape', run: giveUp }]))]
