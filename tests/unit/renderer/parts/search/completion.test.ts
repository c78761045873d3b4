import { describe, expect, test } from 'vitest'
import { completed, offered, takenByEnter, type CompletionItem } from '../../../../../src/renderer/parts/search/completion.ts'

const operator = (insert: string): CompletionItem => ({ insert, label: insert, sort: 'operator' })
const value = (insert: string, label = insert): CompletionItem => ({ insert, label, sort: 'value' })
const inserts = (items: readonly CompletionItem[]) => items.map(({ insert }) => insert)

describe('what is offered', () => {
  test('operators only from the second letter on: a first letter begins nearly every word', () => {
    expect(offered('k', { from: 0, to: 1, items: [operator('kind:')] })).toEqual([])
    expect(inserts(offered('ki', { from: 0, to: 2, items: [operator('kind:')] }))).toEqual(['kind:'])
  })

  test('values as soon as the operator stands', () => {
    expect(inserts(offered('kind:', { from: 5, to: 5, items: [value('contact'), value('note')] }))).toEqual(['contact', 'note'])
  })

  test('nothing any more once a value is complete, although it begins another', () => {
    expect(offered('tag:budget', { from: 4, to: 10, items: [value('budget'), value('budget/2023')] })).toEqual([])
  })

  test('a handful at a time', () => {
    const items = Array.from({ length: 40 }, (_, index) => value(`tag-${index}`))
    expect(offered('tag:t', { from: 4, to: 5, items }).length).toBeLessThanOrEqual(10)
  })
})

describe('Enter', () => {
  test('takes a value that was begun, and means the search at an operator or before a value is begun', () => {
    expect(takenByEnter('kind:con', { from: 5, to: 8, items: [] }, value('contact'))).toBe(true)
    expect(takenByEnter('kind:con', { from: 0, to: 8, items: [] }, value('kind:contact'))).toBe(true)
    expect(takenByEnter('kind:', { from: 5, to: 5, items: [] }, value('contact'))).toBe(false)
    expect(takenByEnter('kind:', { from: 0, to: 5, items: [] }, value('kind:contact'))).toBe(false)
    expect(takenByEnter('kim', { from: 0, to: 3, items: [] }, operator('kind:'))).toBe(false)
  })
})

describe('taking an item', () => {
  test('puts it in the place of what was typed, with a space behind a value', () => {
    expect(completed('chair ki', { from: 6, to: 8, items: [] }, operator('kind:'))).toEqual({ text: 'chair kind:', caret: 11 })
    expect(completed('chair kind:con', { from: 11, to: 14, items: [] }, value('contact'))).toEqual({
      text: 'chair kind:contact ',
      caret: 19,
    })
  })

  test('leaves what stands behind the caret, and no second space', () => {
    expect(completed('kind:con chair', { from: 5, to: 8, items: [] }, value('contact'))).toEqual({ text: 'kind:contact chair', caret: 12 })
  })
})
