import { expect, it } from 'vitest'
import { plainText } from '../../../../src/shared/markdown/plain.ts'

it.each([
  ['> [!decision] SC/2023/5 Study', 'SC/2023/5 Study'],
  ['> [!decision|consensus] SC/2023/5 Study\n> Approved.', 'SC/2023/5 Study Approved.'],
  ['> [!decision|по процедуре молчания]- Исследование', 'Исследование'],
])('leaves the mark of a decision out: %j', (markdown, words) => {
  expect(plainText(markdown).text).toBe(words)
})

it('takes one long paragraph without going over it again and again', () => {
  // a quadratic way is at this for minutes
  const words = 'Word **and** [[Name|so on]] '.repeat(60_000)
  expect(plainText(words).text).toBe('Word and so on '.repeat(60_000).trimEnd())
})

it('parts the cells of a row by their spaces alone', () => {
  expect(plainText('| a | b |\n| - | - |\n| c | d |').text).toBe('a b c d')
})
