import { ensureSyntaxTree } from '@codemirror/language'
import { EditorState } from '@codemirror/state'
import { describe, expect, it } from 'vitest'
import { enter } from '../../../../src/renderer/features/editor/codemirror/enter.ts'
import { markdownText } from '../../../../src/renderer/features/editor/codemirror/markdown-language.ts'

/** Presses Enter as often in a text in which `^` is the caret; where nothing of the language answers, a plain line break. */
function press(marked: string, times = 1): string {
  const anchor = marked.indexOf('^')
  let state = EditorState.create({ doc: marked.replace('^', ''), selection: { anchor }, extensions: markdownText })
  for (let at = 0; at < times; at++) {
    ensureSyntaxTree(state, state.doc.length, 5_000)
    if (!enter({ state, dispatch: (transaction) => (state = transaction.state) })) state = state.update(state.replaceSelection('\n')).state
  }
  const { head } = state.selection.main
  const text = state.doc.toString()
  return `${text.slice(0, head)}^${text.slice(head)}`
}

describe('Enter in a decision', () => {
  it('goes from the title to the text, and on', () => {
    expect(press('> [!decision] SC/2026/1 Title^')).toBe('> [!decision] SC/2026/1 Title\n> ^')
    expect(press('> [!decision] SC/2026/1 Title\n> Text.^')).toBe('> [!decision] SC/2026/1 Title\n> Text.\n> ^')
  })

  it('twice leaves it, with a blank line between', () => {
    expect(press('> [!decision] Title\n> Text.^', 2)).toBe('> [!decision] Title\n> Text.\n\n^')
    expect(press('> [!decision] Title\n> Text.^\n\nAfter', 2)).toBe('> [!decision] Title\n> Text.\n\n^\n\nAfter')
  })

  it('drops the empty lines at its end', () => {
    expect(press('> [!decision] Title\n> Text.\n>\n> ^')).toBe('> [!decision] Title\n> Text.\n\n^')
  })

  it('between two of its lines stays inside', () => {
    expect(press('> [!decision] Title\n> One.\n> ^\n> Two.')).toBe('> [!decision] Title\n> One.\n>\n> ^\n> Two.')
  })

  it('leaves an inner quotation to the outer one', () => {
    expect(press('> One.\n> > Two.\n> > ^')).toBe('> One.\n> > Two.\n>\n> ^')
  })
})

describe('Enter in a list', () => {
  it('twice leaves it, with a blank line between', () => {
    expect(press('- [ ] One^', 2)).toBe('- [ ] One\n\n^')
    expect(press('1. One\n2. Two^', 2)).toBe('1. One\n2. Two\n\n^')
  })

  it('goes up one level first', () => {
    expect(press('- One\n  - Two\n  - ^')).toBe('- One\n  - Two\n- ^')
  })

  it('in a decision leaves the list, then the decision', () => {
    expect(press('> [!decision] Title\n> - [ ] One^', 2)).toBe('> [!decision] Title\n> - [ ] One\n>\n> ^')
    expect(press('> [!decision] Title\n> - [ ] One^', 3)).toBe('> [!decision] Title\n> - [ ] One\n\n^')
  })

  it('before the deadline of an action begins the next action and leaves the deadline where it is', () => {
    expect(press('- [ ] Send it^ 📅 2027-06-30')).toBe('- [ ] Send it 📅 2027-06-30\n- [ ] ^')
    expect(press('- [ ] Send ^it 📅 2027-06-30')).toBe('- [ ] Send\n- [ ] ^it 📅 2027-06-30')
  })
})
