import { expect, test } from 'vitest'
import { spelledAs, type Marked } from '../../../../../src/renderer/parts/search/spelled-as.ts'

type Range = [number, number]
const hit = (title: string, titleRanges: Range[], snippet = '', snippetRanges: Range[] = []): Marked => ({
  title,
  titleRanges,
  snippet,
  snippetRanges,
})

test('names are written as the hits write them, titles before texts', () => {
  const hits = [hit('Minutes', [], 'asked by SCHUMI of Austria', [[9, 15]]), hit('Robert Schumi', [[7, 13]])]
  expect(spelledAs('schumi', hits)).toBe('Schumi')
  expect(spelledAs('schumi kind:contact -note', hits)).toBe('Schumi kind:contact -note')
})

test('what no hit marks stays as it was searched', () => {
  expect(spelledAs('байменов', [hit('Alikhan Baimenov', [[8, 16]])])).toBe('байменов')
  expect(spelledAs('schum', [hit('Robert Schumi', [[7, 13]])])).toBe('schum')
  expect(spelledAs('', [])).toBe('')
})
