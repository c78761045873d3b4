/** Marks over what was found in the editor's text. They move with the text until it has been looked through again. */
import { Annotation, StateEffect, StateField, type EditorState, type Text } from '@codemirror/state'
import { Decoration, EditorView, type DecorationSet } from '@codemirror/view'
import type { Found } from './text-finder.ts'

interface FoundMarks {
  readonly all: DecorationSet
  /** The one that is shown. */
  readonly current: Found | null
  readonly currentMark: DecorationSet
}

export const setFound = StateEffect.define<readonly Found[]>()
export const setCurrent = StateEffect.define<Found | null>()
/** The selection was moved by the search: by hand it leaves the find that is shown. */
export const byFind = Annotation.define<true>()

const mark = Decoration.mark({ class: 'cm-found' })
const strong = Decoration.mark({ class: 'cm-found-current' })
const NONE: FoundMarks = { all: Decoration.none, current: null, currentMark: Decoration.none }

const withCurrent = (all: DecorationSet, current: Found | null): FoundMarks => ({
  all,
  current,
  currentMark: current ? Decoration.set(strong.range(current.from, current.to)) : Decoration.none,
})

export const foundMarks = StateField.define<FoundMarks>({
  create: () => NONE,
  update(marks, transaction) {
    let { all, current } = marks
    if (transaction.docChanged) all = all.map(transaction.changes)
    if (current && transaction.docChanged) {
      const { from, to } = current
      const moved = { from: transaction.changes.mapPos(from, 1), to: transaction.changes.mapPos(to, -1) }
      current = moved.from < moved.to ? moved : null
    }
    if (transaction.selection && transaction.annotation(byFind) === undefined) current = null
    for (const effect of transaction.effects) {
      if (effect.is(setFound)) all = Decoration.set(effect.value.map(({ from, to }) => mark.range(from, to)))
      if (effect.is(setCurrent)) current = effect.value
    }
    return all === marks.all && current === marks.current ? marks : withCurrent(all, current)
  },
  provide: (field) => [
    EditorView.decorations.from(field, ({ all }) => all),
    EditorView.decorations.from(field, ({ currentMark }) => currentMark),
  ],
})

/** Everything that is marked, in order. */
export function foundIn(state: EditorState): Found[] {
  const found: Found[] = []
  for (let cursor = state.field(foundMarks).all.iter(); cursor.value; cursor.next()) found.push({ from: cursor.from, to: cursor.to })
  return found
}

/** Where the very characters stand. */
export function exactIn(doc: Text, wanted: string): Found[] {
  const text = doc.toString()
  const found: Found[] = []
  for (let from = text.indexOf(wanted); from >= 0; from = text.indexOf(wanted, from + wanted.length))
    found.push({ from, to: from + wanted.length })
  return found
}
