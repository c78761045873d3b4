import { EditorSelection, EditorState, type StateCommand } from '@codemirror/state'
import { describe, expect, it } from 'vitest'
import {
  beginLink,
  beginPerson,
  beginResponsible,
  indentItem,
  insertTable,
  outdentItem,
  setDue,
  tickLine,
  tickTask,
  toggleAction,
  toggleBold,
  toggleDecision,
  toggleHeading,
  toggleItalic,
} from '../../../../src/renderer/features/editor/codemirror/commands.ts'

/** Runs a command on a text in which `‹` and `›` enclose the selection or `^` is the caret; answers it the same way. */
function run(command: StateCommand, marked: string, readOnly = false): string | false {
  const caret = marked.indexOf('^')
  const doc = marked.replace(/[‹›^]/g, '')
  const selection = caret >= 0 ? EditorSelection.cursor(caret) : EditorSelection.range(marked.indexOf('‹'), marked.indexOf('›') - 1)
  let state = EditorState.create({
    doc,
    selection: EditorSelection.single(selection.anchor, selection.head),
    extensions: EditorState.readOnly.of(readOnly),
  })
  if (!command({ state, dispatch: (transaction) => (state = transaction.state) })) return false
  const { from, to, empty } = state.selection.main
  const text = state.doc.toString()
  return empty ? `${text.slice(0, from)}^${text.slice(from)}` : `${text.slice(0, from)}‹${text.slice(from, to)}›${text.slice(to)}`
}

describe('bold and italic', () => {
  it.each([
    ['bold', toggleBold, 'a ‹word› b', 'a **‹word›** b'],
    ['bold', toggleBold, 'a **‹word›** b', 'a ‹word› b'],
    ['bold', toggleBold, 'a ‹**word**› b', 'a ‹word› b'],
    ['bold', toggleBold, 'a wo^rd b', 'a **wo^rd** b'],
    ['bold', toggleBold, 'a ^', 'a **^**'],
    ['italic', toggleItalic, 'a ‹word› b', 'a *‹word›* b'],
    ['italic', toggleItalic, 'a *‹word›* b', 'a ‹word› b'],
    ['italic', toggleItalic, 'a **‹word›** b', 'a ***‹word›*** b'],
  ])('%s: case %#', (_name, command, before, after) => {
    expect(run(command, before)).toBe(after)
  })
})

describe('the deadline and the responsible', () => {
  it('are written while the caret stays where the words go on', () => {
    expect(run(setDue('2027-06-30'), '- [ ] Send it^')).toBe('- [ ] Send it^ 📅 2027-06-30')
    expect(run(setDue('2027-06-30'), 'Sen^d it')).toBe('- [ ] Sen^d it 📅 2027-06-30')
    expect(run(setDue('2027-06-30'), '^')).toBe('- [ ] ^ 📅 2027-06-30')
    expect(run(beginResponsible, '- [ ] Se^nd it 📅 2027')).toBe('- [ ] Send it @^ 📅 2027')
    expect(run(beginResponsible, '^')).toBe('- [ ] @^')
  })
})

describe('a decision between lines', () => {
  it('does not swallow what stands around it, and leaves the caret at its title', () => {
    expect(run(toggleDecision, 'above\n^\nbelow')).toBe('above\n> [!decision] ^\n\nbelow')
    expect(run(toggleDecision, '> quoted\nTitle^\n')).toBe('> quoted\n\n> [!decision] Title^\n')
  })
})

describe('marking lines', () => {
  it('keeps the caret at its word', () => {
    expect(run(toggleAction, 'Send the st^udy')).toBe('- [ ] Send the st^udy')
    expect(run(toggleAction, '- [ ] Send the st^udy')).toBe('- Send the st^udy')
    expect(run(toggleHeading, 'Agen^da')).toBe('## Agen^da')
  })

  it('puts the caret behind the marks of an empty line', () => {
    expect(run(toggleAction, '^')).toBe('- [ ] ^')
    expect(run(toggleDecision, '^')).toBe('> [!decision] ^')
  })

  it('takes every line of the selection and leaves empty ones between them', () => {
    expect(run(toggleAction, '‹one\n\ntwo›')).toBe('- [ ] ‹one\n\n- [ ] two›')
  })

  it('ticks with the day', () => {
    expect(run(tickTask('2023-05-19'), '- [ ] wri^te')).toBe('- [x] wri^te ✅ 2023-05-19')
    expect(run(tickTask('2023-05-19'), 'no ta^sk')).toBe(false)
  })

  it('changes nothing in a text that is only read', () => {
    for (const command of [
      toggleBold,
      toggleAction,
      toggleDecision,
      beginLink,
      beginPerson,
      insertTable(String),
      indentItem,
      tickTask('2023-05-19'),
    ])
      expect(run(command, '- [ ] wri^te', true)).toBe(false)
  })
})

describe('ticking by line', () => {
  const state = EditorState.create({ doc: 'intro\n- [ ] write' })
  it('changes that line only', () => {
    const spec = tickLine(state, 1, '2023-05-19')
    expect(spec && state.update(spec).newDoc.toString()).toBe('intro\n- [x] write ✅ 2023-05-19')
  })
  it.each([-1, 0, 2, 99])('leaves line %i alone', (line) => {
    expect(tickLine(state, line, '2023-05-19')).toBeNull()
  })
})

describe('beginning a link, a person, a table', () => {
  it('leaves the caret where the name is written', () => {
    expect(run(beginLink, 'see ^')).toBe('see [[^]]')
    expect(run(beginLink, 'see ‹Rex Facer›')).toBe('see [[Rex Facer^]]')
    expect(run(beginPerson, 'asked^')).toBe('asked @^')
    expect(run(beginPerson, '^')).toBe('@^')
  })

  it('puts a table below the line with its first heading selected', () => {
    expect(
      run(
        insertTable((column) => `Column ${column}`),
        'Fig^ures',
      ),
    ).toBe('Figures\n\n| ‹Column 1› | Column 2 |\n| --- | --- |\n|  |  |\n')
  })
})

describe('Tab', () => {
  it('indents list items and nothing else', () => {
    expect(run(indentItem, '- o^ne')).toBe('  - o^ne')
    expect(run(outdentItem, '  - o^ne')).toBe('- o^ne')
    expect(run(outdentItem, '- o^ne')).toBe(false)
    expect(run(indentItem, 'wo^rds')).toBe(false)
  })
})
