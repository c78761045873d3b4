import { describe, expect, it } from 'vitest'
import { tableAmong, tableFromCells } from '../../../../src/renderer/features/editor/text/pasted-table.ts'

describe('a range pasted from a spreadsheet', () => {
  it('becomes a table, numbers to the right', () => {
    expect(tableFromCells('Country\tBudget\nSlovenia\t100\nEstonia\t1 200,50\n', false)).toBe(
      '| Country | Budget |\n| --- | ---: |\n| Slovenia | 100 |\n| Estonia | 1 200,50 |',
    )
  })

  it('keeps a cell of several lines and a bar in one cell', () => {
    expect(tableFromCells('Name\tNote\nA\t"one\ntwo | ""three"""', false)).toBe(
      '| Name | Note |\n| --- | --- |\n| A | one two \\| "three" |',
    )
  })

  it('is told from other text with tabs', () => {
    expect(tableFromCells('one line', false)).toBeNull()
    expect(tableFromCells('word\tword', false)).toBeNull()
    expect(tableFromCells('\tindented\n\tindented', false)).toBeNull()
    expect(tableFromCells('a\tb\nsentence without a tab', false)).toBeNull()
    expect(tableFromCells('word\tword', true)).toBe('| word | word |\n| --- | --- |')
  })
})

describe('a table among words', () => {
  it('stands on lines of its own', () => {
    expect(tableAmong('T', '', '', true)).toBe('T\n')
    expect(tableAmong('T', '', '', false)).toBe('\nT\n')
    expect(tableAmong('T', 'before ', ' after', false)).toBe('\n\nT\n\n')
  })

  it('stays in the quotation', () => {
    expect(tableAmong('T\nU', '> ', '', false)).toBe('T\n> U\n> ')
    expect(tableAmong('T', '> text', '', false)).toBe('\n> \n> T\n> ')
  })
})
