import { describe, expect, it } from 'vitest'
import { endOfWords } from '../../../../src/renderer/features/editor/text/action-marks.ts'

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
