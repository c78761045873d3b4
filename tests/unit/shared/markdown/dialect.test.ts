import { expect, it } from 'vitest'
import { changeDecision } from '../../../../src/shared/markdown/change-decision.ts'
import { changeTask } from '../../../../src/shared/markdown/change-task.ts'
import { deadlineIn } from '../../../../src/shared/markdown/deadline-words.ts'
import { findDecisions } from '../../../../src/shared/markdown/decisions.ts'
import { findTasks } from '../../../../src/shared/markdown/tasks.ts'
import { dialectBodies } from './dialect-bodies.ts'

/** What is read out of a body, an action or a decision a line. */
function said(body: string): string[] {
  const signed = (sign: string, value: string) => (value === '' ? [] : [`${sign}${value}`])
  const tasks = findTasks(body).map((task) => ({
    line: task.line,
    parts: [
      task.state,
      ...signed('', task.text),
      ...signed('→ ', task.responsible.join(' + ')),
      ...signed('📅 ', task.due),
      ...signed('➕ ', task.created),
      ...signed('✅ ', task.done),
      ...signed('❌ ', task.cancelled),
      ...task.remarks.map(({ on, text }) => `«${on} ${text}»`),
    ],
  }))
  const decisions = findDecisions(body).map(({ line, number, title, taken, text }) => ({
    line,
    parts: ['decision', ...signed('', number), ...signed('', title), ...signed('by ', taken), ...(text === '' ? [] : [`«${text}»`])],
  }))
  return [...tasks, ...decisions].toSorted((a, b) => a.line - b.line).map(({ line, parts }) => `${line} ${parts.join(' · ')}`)
}

it.each(dialectBodies.map(([body, ...expected]) => ({ body, expected })))('$body', ({ body, expected }) => {
  expect(said(body)).toEqual(expected.filter((line) => line !== ''))
})

it('is a table of at least 150 bodies, each another', () => {
  expect(new Set(dialectBodies.map(([body]) => body)).size).toBe(dialectBodies.length)
  expect(dialectBodies.length).toBeGreaterThanOrEqual(150)
})

const TODAY = '2023-05-19'

it.each([
  ['actions', '- [ ] Send it [[A]], [[B]] 📅 2023-06-30\n  - 2023-06-12 Sent\n'.repeat(8_000)],
  ['commas in one action', `- [ ] ${','.repeat(500_000)}`],
  ['commas before a link', `- [ ] ${', '.repeat(250_000)}[[A]]`],
  ['links in one action', `- [ ] ${'[[A]], '.repeat(70_000)}`],
  ['signifiers in one action', `- [ ] ${'📅 2023-06-30 '.repeat(35_000)}`],
  ['actions in each other', Array.from({ length: 600 }, (_, depth) => `${'  '.repeat(depth)}- [ ] a`).join('\n')],
  ['remarks of one action', `- [ ] a\n${'  - 2023-06-12 Sent\n'.repeat(25_000)}`],
  ['decisions', '> [!decision|vote] SC/2023/5 Study\n> Approved.\n\n'.repeat(9_000)],
  ['a mark of a decision that nothing closes', `> [!decision|${'vote '.repeat(100_000)}`],
])('reads and changes 500 KB of %s without a quadratic step', (_name, body) => {
  // a quadratic step takes minutes here, which is over the runner's limit
  expect(findTasks(body).length + findDecisions(body).length).toBeLessThanOrEqual(body.length)
  changeTask(body, 0, { state: 'done', responsible: ['B'], remark: { on: TODAY, text: 'Sent' }, today: TODAY })
  changeDecision(body, 0, { taken: 'silence' })
})

it.each([
  'by 30 ',
  'by the ',
  'до 30 ',
  'к следующей ',
  'не позднее ',
  '30 маусымға ',
  '2024 жылғы ',
  'within the next ',
  '2023-06-30 ',
  '[[',
  '`',
])('looks for a deadline in a line of “%s” without a quadratic step', (words) => {
  const text = words.repeat(20_000)
  const found = deadlineIn(text, { today: TODAY })
  // a quadratic step takes minutes here, which is over the runner's limit
  expect(found?.to ?? 0).toBeLessThanOrEqual(text.length)
})
