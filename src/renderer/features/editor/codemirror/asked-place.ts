/** The line that a form over the text asks about: it moves with its words while others write above it. */
import { StateEffect, StateField } from '@codemirror/state'

/** Offset in the line; null: nothing is asked. */
export const askAbout = StateEffect.define<number | null>()

export const askedPlace = StateField.define<number | null>({
  create: () => null,
  update(place, { changes, effects }) {
    let next = place === null ? null : changes.mapPos(place, 1)
    for (const effect of effects) if (effect.is(askAbout)) next = effect.value
    return next
  },
})
