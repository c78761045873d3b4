import { expect, it } from 'vitest'
import { plainText } from '../../../../src/shared/markdown/plain.ts'

it.each([
  ['> [!decision] SC/2023/5 Study', 'SC/2023/5 Study'],
  ['> [!decision|consensus] SC/2023/5 Study\n> Approved.', 'SC/2023/5 Study Approved.'],
  ['> [!decision|по процедуре молчания]- Исследование', 'Исследование'],
])('leaves the mark of a decision out: %j', (markdown, words) => {
  expect(plainText(markdown).text).toBe(words)
})
