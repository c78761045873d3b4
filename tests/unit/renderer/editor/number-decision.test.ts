import { EditorState, type TransactionSpec } from '@codemirror/state'
import { describe, expect, it } from 'vitest'
import { askAbout, askedPlace, heldPlaces } from '../../../../src/renderer/features/editor/codemirror/asked-place.ts'
import type { NextDecision } from '../../../../src/renderer/features/editor/line-form/next-decision.ts'
import { numberDecision } from '../../../../src/renderer/features/editor/line-form/number-decision.ts'

/** An editor whose decisions on the given lines wait for their numbers. */
function waiting(doc: string, ...lines: readonly number[]) {
  const editor = {
    state: EditorState.create({ doc, extensions: [askedPlace, heldPlaces] }),
    dom: { isConnected: true },
    dispatch: (spec: TransactionSpec) => {
      editor.state = editor.state.update(spec).state
    },
  }
  const asked = lines.map((line) => {
    let resolve: (next: NextDecision) => void = () => undefined
    const known = new Promise<NextDecision>((done) => (resolve = done))
    return { resolve, done: numberDecision(editor, editor.state.doc.line(line).to, known) }
  })
  const answer = async (nth: number, number: string, rule: NextDecision['rule'] = '') => {
    asked[nth]?.resolve({ number, rule })
    await asked[nth]?.done
    return editor.state.doc.toString()
  }
  return { editor, answer }
}

describe('the number of a decision that comes late', () => {
  it('is written when the form is closed by then, and wherever the line is', async () => {
    const { editor, answer } = waiting('> [!decision] Approve', 1)
    editor.dispatch({ effects: askAbout.of(null) })
    editor.dispatch({ changes: { from: 0, insert: 'Opened.\n\n' } })
    expect(await answer(0, 'SC/2023/5', 'silence')).toBe('Opened.\n\n> [!decision|silence] SC/2023/5 Approve')
  })

  it('goes to its own decision while another is asked about', async () => {
    const { editor, answer } = waiting('> [!decision] One\n\n> [!decision] Two', 1, 3)
    editor.dispatch({ effects: askAbout.of(editor.state.doc.length) })
    expect(await answer(0, 'SC/2023/5')).toBe('> [!decision] SC/2023/5 One\n\n> [!decision] Two')
    expect(await answer(1, 'SC/2023/6')).toBe('> [!decision] SC/2023/5 One\n\n> [!decision] SC/2023/6 Two')
  })

  it('stands apart from the title that is about to be typed', async () => {
    const { editor, answer } = waiting('> [!decision] ', 1)
    editor.dispatch({ selection: { anchor: editor.state.doc.length } })
    expect(await answer(0, 'SC/2023/5')).toBe('> [!decision] SC/2023/5 ')
    expect(editor.state.selection.main.head).toBe(editor.state.doc.length)
  })

  it('is left when somebody wrote one, took the decision away, or left the text', async () => {
    const numbered = waiting('> [!decision] Approve', 1)
    numbered.editor.dispatch({ changes: { from: 13, insert: ' SC/2023/9' } })
    expect(await numbered.answer(0, 'SC/2023/5')).toBe('> [!decision] SC/2023/9 Approve')
    const gone = waiting('> [!decision] One\n> [!decision] Two', 1)
    gone.editor.dispatch({ changes: { from: 0, to: 18 } })
    expect(await gone.answer(0, 'SC/2023/5')).toBe('> [!decision] Two')
    const left = waiting('> [!decision] Approve', 1)
    left.editor.dom.isConnected = false
    expect(await left.answer(0, 'SC/2023/5')).toBe('> [!decision] Approve')
  })
})
