import { expect, test } from 'vitest'
import { offeredFields } from '../../../../src/renderer/features/import/field-options.ts'
import { reportLines, reportText, unnamed } from '../../../../src/renderer/features/import/report-text.ts'
import { decisionsOf, likeToTell, portions } from '../../../../src/renderer/features/import/row-choices.ts'
import type { ImportReport } from '../../../../src/shared/contract/jobs.ts'

test('nothing is offered where there is nothing to decide', () => {
  expect(decisionsOf({ choices: ['refused'] })).toEqual([])
  expect(decisionsOf({ choices: ['skip'] })).toEqual([])
  expect(decisionsOf({ choices: ['skip', 'update', 'create'] })).toEqual(['create', 'update', 'skip'])
})

test('what was refused and may be taken can be taken, and left out again', () => {
  expect(decisionsOf({ choices: ['refused', 'update'] })).toEqual(['update', 'refused'])
})

test('paths go to the host in portions that it takes, none lost', () => {
  const paths = Array.from({ length: 2_001 }, (_, number) => `${number}.md`)
  expect(portions(paths).map(({ length }) => length)).toEqual([1_000, 1_000, 1])
  expect(portions(paths).flat()).toEqual(paths)
  expect(portions([])).toEqual([])
})

test('a field that several kinds have is offered once, with all of them', () => {
  const date = { key: 'date', field: 'date', part: '' }
  const tags = { key: 'tags', field: 'tags', part: '' }
  const offered = offeredFields({ contact: [tags], country: [], note: [tags, date], meeting: [tags], study: [] })
  expect(offered).toEqual([
    { ...tags, kinds: ['contact', 'note', 'meeting'] },
    { ...date, kinds: ['note'] },
  ])
})

test('a row tells of the record that is there once', () => {
  const like = { by: 'title', id: '1', kind: 'country', title: 'Georgia' } as const
  expect(likeToTell({ action: 'create', like, remarks: ['The title “Georgia” is taken; this one is called “Georgia (2)”.'] })).toBeNull()
  expect(likeToTell({ action: 'update', like, remarks: ['The alias “Sakartvelo” was left out.'] })).toBe(like)
  expect(likeToTell({ action: 'create', like: { ...like, by: 'content' }, remarks: ['The title is taken.'] })).toMatchObject({
    by: 'content',
  })
})

test('what was left out is a text with a line a file', () => {
  const report = {
    refused: [{ file: 'a/b.md', reason: 'its id is used twice' }],
    moreRefused: 3,
    remarks: [{ file: 'c.md', remark: 'another title' }],
    ignored: 1_002,
    ignoredFiles: ['Loose ends.txt', 'plan.canvas'],
  } as unknown as ImportReport
  expect(reportText('Left out', reportLines(report, 'refused'), 'and 3 more')).toBe(
    'Left out\n\na/b.md: its id is used twice\nand 3 more\n',
  )
  expect(reportText('Remarks', reportLines(report, 'remarks'), '')).toBe('Remarks\n\nc.md: another title\n')
  expect(unnamed(report, 'ignored')).toBe(1_000)
  expect(reportText('Other files', reportLines(report, 'ignored'), '')).toBe('Other files\n\nLoose ends.txt\nplan.canvas\n')
})
