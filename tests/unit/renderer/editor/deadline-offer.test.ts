import { Compartment, EditorState, type TransactionSpec } from '@codemirror/state'
import { EditorView, keymap } from '@codemirror/view'
import { describe, expect, it } from 'vitest'
import { deadlineOffer, deadlineOfferAt, withOfferTaken } from '../../../../src/renderer/features/editor/codemirror/deadline-offer.ts'
import { editorHost, type EditorHost } from '../../../../src/renderer/features/editor/codemirror/editor-host.ts'

const words = { day: () => '2023-05-16', language: () => 'en' } as Partial<EditorHost> as EditorHost

function editing(doc: string) {
  const lock = new Compartment()
  let state = EditorState.create({
    doc,
    selection: { anchor: doc.length },
    extensions: [editorHost.of(words), lock.of([]), deadlineOffer],
  })
  const dispatch = (spec: TransactionSpec) => {
    state = state.update(spec).state
  }
  return {
    now: () => state,
    dispatch,
    lock: () => dispatch({ effects: lock.reconfigure(EditorState.readOnly.of(true)) }),
    press: (key: string) =>
      state
        .facet(keymap)
        .flat()
        .find((binding) => binding.key === key)
        ?.run?.({ state, dispatch } as Partial<EditorView> as EditorView),
  }
}

describe('the deadline that the words of an action give', () => {
  it('is found from anywhere, and taken out of the words', () => {
    const { now, dispatch } = editing('- [ ] Send it by 30 June\n\nOther words')
    const offer = deadlineOfferAt(now(), 3)
    expect(offer?.due).toBe('2023-06-30')
    dispatch(offer ? (withOfferTaken(now(), offer) ?? {}) : {})
    expect(now().doc.toString()).toBe('- [ ] Send it 📅 2023-06-30\n\nOther words')
    expect(deadlineOfferAt(now(), 3)).toBeNull()
  })

  it('is said to be none when no calendar has that day', () => {
    const told = (doc: string) => {
      const { now, dispatch } = editing(doc)
      dispatch({ selection: { anchor: doc.length } })
      return now()
        .facet(EditorView.decorations)
        .map((set) => (typeof set === 'function' ? 0 : set.size))
    }
    expect(deadlineOfferAt(editing('- [ ] Send it due: 2027-02-31').now(), 3)).toBeNull()
    expect(told('- [ ] Send it due: 2027-02-31 ')).toContain(1)
    expect(told('- [ ] Отправить до 31 июня ')).toContain(1)
    expect(told('- [ ] Send it some day ')).not.toContain(1)
  })

  it('is not taken in a text that was locked since it was offered', () => {
    const { now, dispatch, lock, press } = editing('- [ ] Send it by 30 June')
    dispatch({ selection: { anchor: 0 } })
    const offer = deadlineOfferAt(now(), 0)
    lock()
    expect(press('Tab')).toBe(false)
    expect(offer && withOfferTaken(now(), offer)).toBeNull()
    expect(now().doc.toString()).toBe('- [ ] Send it by 30 June')
  })
})
