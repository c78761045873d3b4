import { expect, test } from 'vitest'
import { folderLines, unfoldedAtFirst } from '../../../../src/renderer/features/import/folder-tree.ts'

const folders = [
  { path: '', files: 1 },
  { path: 'Meetings/2019', files: 4 },
  { path: 'Meetings/2023/Annexes', files: 2 },
  { path: 'People', files: 10 },
]

const shown = (unfolded: readonly string[]) =>
  folderLines(folders, new Set(unfolded), 'en').map(({ path, depth, files }) => `${'-'.repeat(depth)}${path} ${files}`)

test('folded, the first level is shown with all that is in it', () => {
  expect(shown([])).toEqual([' 17', 'Meetings 6', 'People 10'])
})

test('folders without files of their own lead to those that have some', () => {
  expect(shown(['Meetings'])).toEqual([' 17', 'Meetings 6', '-Meetings/2019 4', '-Meetings/2023 2', 'People 10'])
  expect(shown(['Meetings', 'Meetings/2023'])).toContain('--Meetings/2023/Annexes 2')
})

test('years and numbers stand in their order', () => {
  const numbered = ['10 Annex', '9 Report', '2 Agenda'].map((path) => ({ path, files: 1 }))
  expect(folderLines(numbered, new Set(), 'en').map(({ path }) => path)).toEqual(['', '2 Agenda', '9 Report', '10 Annex'])
})

test('few folders are unfolded from the start, of many those with a rule in them', () => {
  expect([...unfoldedAtFirst(folders, [])]).toEqual(['Meetings', 'Meetings/2023'])
  const many = Array.from({ length: 300 }, (_, number) => ({ path: `Year ${number}/Notes`, files: 1 }))
  expect([...unfoldedAtFirst(many, ['Year 7/Notes'])]).toEqual(['Year 7'])
})
