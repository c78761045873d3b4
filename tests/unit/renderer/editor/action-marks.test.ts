import { describe, expect, it } from 'vitest'
import { renderMarkdown } from '../../../../src/renderer/features/editor/reading/render-markdown.ts'
import { findTasks } from '../../../../src/shared/markdown/tasks.ts'
import { actionOn, daysIn, endOfWords } from '../../../../src/renderer/features/editor/text/action-marks.ts'

describe('the days of an action', () => {
  const lines = [
    '- [ ] Write 📅 2023-06 ➕ 2023-05-01',
    '> - [ ] Send 📅 2023-02-31',
    '- [ ] The mark 📅 2023-06-30 means a deadline',
    '- [ ] The mark 📅 2023-06-30 means a deadline 📅 2024',
    '- [ ] Send 📅\u00a02023-06-30',
    '- [ ] Send 📅\uFE0E 2023-06-30',
    '- [ ] 📅 20231231',
  ]
  it.each(lines)('are those that the lists read: %s', (line) => {
    const action = actionOn(line)
    const days = action ? daysIn(action.read) : []
    expect(days.findLast(({ field }) => field === 'due')?.day ?? '').toBe(findTasks(line)[0]?.due)
    for (const { day, from, to } of days) expect(line.slice((action?.from ?? 0) + from, (action?.from ?? 0) + to)).toContain(day)
  })

  it('are those that the reading view shows', () => {
    for (const line of lines.slice(0, 1).concat(lines.slice(2))) {
      const shown = Array.from(
        renderMarkdown(line)
          .join('')
          .matchAll(/data-signifier="due" data-date="([\d-]+)"/g),
        ([, day]) => day,
      )
      expect(shown.at(-1) ?? '').toBe(findTasks(line)[0]?.due)
      expect(shown.length).toBeLessThanOrEqual(1)
    }
    expect(renderMarkdown('- [ ] Send 📅 2023-02-31').join('')).toContain('Send 📅 2023-02-31')
    expect(renderMarkdown('A sentence 📅 2023-06-30').join('')).toBe('<p>A sentence 📅 2023-06-30</p>\n')
  })
})

describe('the end of the words of an action', () => {
  it.each([
    ['- [ ] Send it', ' ➕ 2026 📅 2027'],
    ['- [ ] Send it', ' [[Rex Facer]], [[Li Wei]] 📅 2027-06-30'],
    ['- [ ] Ask [[Rex Facer]] for it', ' [[Li Wei]]'],
    ['> - [ ] Send it', ' 📅 2027'],
    ['- [ ] Send it', ''],
    ['No action [[Rex Facer]]', ''],
    ['- [ ] ', ' 📅 2027'],
  ])('is before who is responsible and the days: %s', (words, tail) => {
    expect(endOfWords(words + tail)).toBe(words.length)
  })
})
