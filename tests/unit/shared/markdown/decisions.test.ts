import { expect, it } from 'vitest'
import { findDecisions } from '../../../../src/shared/markdown/decisions.ts'

it('reads number, title and the quoted lines below', () => {
  const body = '## 1. Study\n\n> [!decision] SC/2023/5 Remuneration study\n> The Committee approves it.\n>\n> - with [[Rex Facer]]\n\nText'
  expect(findDecisions(body)).toEqual([
    { line: 2, number: 'SC/2023/5', title: 'Remuneration study', taken: '', text: 'The Committee approves it.\n\n- with [[Rex Facer]]' },
  ])
})

it.each([
  ['> [!decision] The study is approved', '', 'The study is approved'],
  ['> [!DECISION]- SC/2023/5', 'SC/2023/5', ''],
  ['> [!decision]+ ПК/2023/5-бис Название', 'ПК/2023/5-бис', 'Название'],
  ['> [!decision] 2023 budget and/or plan', '', '2023 budget and/or plan'],
  ['> [!decision] and/or', '', 'and/or'],
  ['> [!decision]', '', ''],
])('%s', (body, number, title) => {
  expect(findDecisions(body)).toEqual([{ line: 0, number, title, taken: '', text: '' }])
})

it('ends with its quote, at a lazy line and at the next decision', () => {
  const body = '> [!decision] A\n> one\nlazy\n\n> [!decision] B\n> two\n> [!decision] C\n> three\n\n> [!note] D\n> four'
  expect(findDecisions(body).map(({ title, text }) => [title, text])).toEqual([
    ['A', 'one'],
    ['B', 'two'],
    ['C', 'three'],
  ])
})

it('finds decisions in list items and nested quotes, and none in code or plain text', () => {
  const body = '- item\n  > [!decision] A\n  > one\n\n> > [!decision] B\n> > two\n> outer\n\n```\n> [!decision] C\n```\n\n[!decision] D'
  expect(findDecisions(body).map(({ title, text }) => [title, text])).toEqual([
    ['A', 'one'],
    ['B', 'two'],
  ])
})
