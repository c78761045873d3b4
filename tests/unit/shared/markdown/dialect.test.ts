import { expect, it } from 'vitest'
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
