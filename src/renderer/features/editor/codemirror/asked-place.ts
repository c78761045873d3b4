/** Places in the text that are come back to: they move with their words while others write around them. */
import { MapMode, StateEffect, StateField, type EditorState, type TransactionSpec } from '@codemirror/state'

/** Offset in the line that the form over the text asks about; null: nothing is asked. */
export const askAbout = StateEffect.define<number | null>()

export const askedPlace = StateField.define<number | null>({
  create: () => null,
  update(place, { changes, effects }) {
    let next = place === null ? null : changes.mapPos(place, 1)
    for (const effect of effects) if (effect.is(askAbout)) next = effect.value
    return next
  },
})

const hold = StateEffect.define<{ readonly holder: symbol; readonly at: number | null }>()

/** Places of what is still on its way from the host, each with a holder of its own. */
export const heldPlaces = StateField.define<ReadonlyMap<symbol, number>>({
  create: () => new Map(),
  update(held, { changes, docChanged, effects }) {
    const news = effects.filter((effect) => effect.is(hold))
    if (news.length === 0 && (held.size === 0 || !docChanged)) return held
    const next = new Map(held)
    if (docChanged)
      for (const [holder, at] of held) {
        const moved = changes.mapPos(at, 1, MapMode.TrackDel)
        if (moved === null) next.delete(holder)
        else next.set(holder, moved)
      }
    for (const { value } of news) {
      if (value.at === null) next.delete(value.holder)
      else next.set(value.holder, value.at)
    }
    return next
  },
})

/** As much of an editor as a late change needs. */
export interface LateEditor {
  readonly state: EditorState
  readonly dom: { readonly isConnected: boolean }
  dispatch(spec: TransactionSpec): void
}

/** Where a place is when what was waited for is there; null when its words, or its editor, have gone. */
export async function placeAfter(view: LateEditor, at: number, awaited: Promise<unknown>): Promise<number | null> {
  const holder = Symbol('a place that is come back to')
  view.dispatch({ effects: hold.of({ holder, at }) })
  await awaited
  if (!view.dom.isConnected) return null
  const place = view.state.field(heldPlaces).get(holder) ?? null
  view.dispatch({ effects: hold.of({ holder, at: null }) })
  return place
}
