import { describe, expect, it } from 'vitest'
import { dueOf, endOfWords, withDue, withPersonBegun } from '../../../../src/renderer/features/editor/text/action-marks.ts'
import { findTasks } from '../../../../src/shared/markdown/tasks.ts'

describe('the deadline of an action', () => {
  it.each([
    ['- [ ] Send it', '- [ ] Send it 📅 2027-06-30'],
    ['- [ ] Send it [[Rex Facer]] ➕ 2026-11-21', '- [ ] Send it [[Rex Facer]] ➕ 2026-11-21 📅 2027-06-30'],
    ['- [x] Send it 📅 2026-12 ✅ 2026-12-01', '- [x] Send it 📅 2027-06-30 ✅ 2026-12-01'],
    ['> - [ ] Send it 📅 2026-12-01', '> - [ ] Send it 📅 2027-06-30'],
    ['      - [ ] Deep in a list', '      - [ ] Deep in a list 📅 2027-06-30'],
    ['Send it', '- [ ] Send it 📅 2027-06-30'],
  ])('is written at the end, or where it stood: %s', (before, after) => {
    expect(withDue([before], '2027-06-30')).toEqual([after])
    expect(dueOf(after)).toBe('2027-06-30')
  })

  it('is not what only looks like one among the words', () => {
    expect(withDue(['- [ ] Move 📅 2020-01-01 to later'], '2027')).toEqual(['- [ ] Move 📅 2020-01-01 to later 📅 2027'])
  })

  it('is taken away with its space', () => {
    expect(withDue(['- [x] Send it 📅 2026-12 ✅ 2026-12-01'], '')).toEqual(['- [x] Send it ✅ 2026-12-01'])
    expect(withDue(['- [ ] Send it'], '')).toEqual(['- [ ] Send it'])
  })

  it('of several lines is given to the actions only', () => {
    expect(withDue(['Words', '- [ ] one', '', '- plain'], '2027')).toEqual(['Words', '- [ ] one 📅 2027', '', '- plain'])
  })
})

describe('who is responsible', () => {
  it('is begun behind the words and before the days', () => {
    expect(withPersonBegun('- [ ] Send it 📅 2027-06-30')).toEqual({ line: '- [ ] Send it @ 📅 2027-06-30', caret: 15 })
    expect(withPersonBegun('- [ ] ')).toEqual({ line: '- [ ] @', caret: 7 })
    expect(withPersonBegun('Send it')).toEqual({ line: '- [ ] Send it @', caret: 15 })
  })

  it('is read back beside the deadline', () => {
    const line = withPersonBegun('- [ ] Send it 📅 2027-06-30').line.replace('@', '[[Ani Sirbiladze]]')
    expect(findTasks(line)[0]).toMatchObject({ text: 'Send it', responsible: ['Ani Sirbiladze'], due: '2027-06-30' })
  })
})

describe('the end of the words', () => {
  it('is before the days, and the end of the line without any', () => {
    expect(endOfWords('- [ ] Send it ➕ 2026 📅 2027')).toBe('- [ ] Send it'.length)
    expect(endOfWords('- [ ] Send it')).toBe('- [ ] Send it'.length)
    expect(endOfWords('- [ ]  📅 2027')).toBe('- [ ] '.length)
  })
})
