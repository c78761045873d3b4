import { EditorSelection, EditorState, type StateCommand } from '@codemirror/state'
import { describe, expect, it } from 'vitest'
import {
  actionAt,
  changeAction,
  tickLine,
  tickTask,
  toggleAction,
  wordAction,
} from '../../../../src/renderer/features/editor/codemirror/action-commands.ts'
import { changeDecisionAt, toggleDecision } from '../../../../src/renderer/features/editor/codemirror/decision-commands.ts'
import {
  beginLink,
  beginPerson,
  indentItem,
  insertTable,
  outdentItem,
  toggleBold,
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
  const changed = (line: string, change: Parameters<typeof changeAction>[2]) => {
    const state = EditorState.create({ doc: `above\n${line}\nbelow` })
    const spec = changeAction(state, 6, change)
    return spec && state.update(spec).newDoc.line(2).text
  }
  it('are written behind the words, and change nothing else', () => {
    expect(changed('- [ ] Send it', { due: '2027-06-30', today: '' })).toBe('- [ ] Send it 📅 2027-06-30')
    expect(changed('- [ ] Send it 📅 2027', { responsible: ['Rex Facer', 'ADB'], today: '' })).toBe(
      '- [ ] Send it [[Rex Facer]] [[ADB]] 📅 2027',
    )
    expect(changed('no action', { due: '2027', today: '' })).toBeNull()
  })

  it('are asked for after the words of an action that has none', () => {
    const state = EditorState.create({ doc: '- [ ] [[ADB]] 📅 2027' })
    const spec = wordAction(state, 0, 'Send it')
    expect(spec && state.update(spec).newDoc.toString()).toBe('- [ ] Send it [[ADB]] 📅 2027')
    expect(actionAt(state, 0)).toEqual({ words: '', responsible: ['ADB'], due: '2027' })
  })
})

describe('a decision', () => {
  const changed = (line: string, change: Parameters<typeof changeDecisionAt>[2]) => {
    const state = EditorState.create({ doc: line, selection: { anchor: line.length } })
    const spec = changeDecisionAt(state, 0, change)
    const next = spec && state.update(spec).state
    return next && `${next.doc.toString().slice(0, next.selection.main.head)}^${next.doc.toString().slice(next.selection.main.head)}`
  }
  it('gets its number and how it was taken, the caret staying where the title is written', () => {
    expect(changed('> [!decision] ', { number: 'SC/2023/5', taken: 'consensus' })).toBe('> [!decision|consensus] SC/2023/5^')
    expect(changed('> [!decision] Pay', { number: 'SC/2023/5' })).toBe('> [!decision] SC/2023/5 Pay^')
    expect(changed('> [!decision|vote] SC/2023/5 Pay', { taken: '' })).toBe('> [!decision] SC/2023/5 Pay^')
    expect(changed('> quoted', { taken: 'vote' })).toBeNull()
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
