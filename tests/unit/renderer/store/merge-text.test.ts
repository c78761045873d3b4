import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { differingLines, mergeText } from '../../../../src/renderer/store/records/merge-text.ts'

const lines = (...all: string[]) => all.join('\n')

describe('two texts made from one', () => {
  const base = lines('Opening', 'Agenda', 'Studies', 'Closing')

  test('changes in different lines are put together', () => {
    expect(
      mergeText(base, lines('Opening at 10:00', 'Agenda', 'Studies', 'Closing'), lines('Opening', 'Agenda', 'Studies', 'Closing at 12:30')),
    ).toEqual({
      text: lines('Opening at 10:00', 'Agenda', 'Studies', 'Closing at 12:30'),
      overlaps: 0,
    })
  })

  test('a removal and an addition elsewhere are put together', () => {
    expect(mergeText(base, lines('Opening', 'Studies', 'Closing'), lines('Opening', 'Agenda', 'Studies', 'Budget', 'Closing')).text).toBe(
      lines('Opening', 'Studies', 'Budget', 'Closing'),
    )
  })

  test('a line that both changed stands in both versions, mine first, and is counted', () => {
    expect(mergeText(base, lines('Opening', 'Agenda A', 'Studies', 'Closing'), lines('Opening', 'Agenda B', 'Studies', 'Closing'))).toEqual(
      {
        text: lines('Opening', 'Agenda A', 'Agenda B', 'Studies', 'Closing'),
        overlaps: 1,
      },
    )
  })

  test('lines that both added at one place all stand there', () => {
    expect(mergeText(base, `${base}\nMine`, `${base}\nTheirs`)).toEqual({ text: `${base}\nMine\nTheirs`, overlaps: 0 })
  })

  test('the same change on both sides stands once', () => {
    const both = lines('Opening', 'Agenda adopted', 'Studies', 'Closing')
    expect(mergeText(base, both, both)).toEqual({ text: both, overlaps: 0 })
  })

  test('an empty line where the other side has none stays', () => {
    expect(mergeText('c\na', 'c', 'c\n').text).toBe('c\n')
  })

  test('one side unchanged gives the other, and no line of either side is lost', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 8 }).map((parts) => parts.join('\n'))
    fc.assert(
      fc.property(text, text, text, (was, mine, theirs) => {
        expect(mergeText(was, mine, was).text).toBe(mine)
        expect(mergeText(was, was, theirs).text).toBe(theirs)
        const merged = new Set(mergeText(was, mine, theirs).text.split('\n'))
        const kept = new Set(was.split('\n'))
        for (const line of [...mine.split('\n'), ...theirs.split('\n')]) if (!kept.has(line)) expect(merged).toContain(line)
      }),
    )
  })
})

test('only the lines that the other version does not have are marked', () => {
  const marked = (text: string, other: string) =>
    differingLines(text, other)
      .filter(({ differs }) => differs)
      .map(({ line }) => line)
  expect(marked('Opening\nThe chair agreed.\n\nEnd', 'Opening\nThe chair declined.\nEnd')).toEqual(['The chair agreed.'])
  expect(marked('Opening\nEnd', 'Opening\nMore\nEnd')).toEqual([])
})
