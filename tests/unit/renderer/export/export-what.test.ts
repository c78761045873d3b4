import { beforeAll, expect, test } from 'vitest'
import { folderName, labelOf } from '../../../../src/renderer/features/export/what-words.ts'
import { exportsOf, scopeOf, type ExportWhat } from '../../../../src/renderer/parts/export/export-what.ts'
import { i18n, startI18n } from '../../../../src/renderer/i18n/index.ts'
import { exportScope } from '../../../../src/shared/contract/export.ts'
import { record } from '../../../../src/shared/model/record.ts'

const ID = '01890a5d-ac96-774b-bcce-b302099a8057'
const at = '2023-05-16T08:00:00.000Z'
const by = { name: 'Aigerim Omarova', device: '' }
const made = { id: ID, rev: 1, createdAt: at, createdBy: by, updatedAt: at, updatedBy: by, trashed: null }

beforeAll(async () => {
  await startI18n()
  await i18n.loadNamespaces(['export', 'frame'])
})

const words = () => i18n.getFixedT(null, 'export')
const search: ExportWhat = {
  what: 'search',
  text: 'steering',
  filters: { kinds: ['note'], countries: [], tags: [], years: [] },
  found: 1_204,
}
const list: ExportWhat = {
  what: 'list',
  section: 'meetings',
  query: { kind: 'meeting', sort: { key: 'date', direction: 'descending' } },
  found: 14,
}

test.each([
  { what: 'everything' },
  { what: 'records', ids: [ID] },
  { what: 'country', code: 'SVN', name: 'Slovenia' },
  list,
  search,
] as const)('the contract takes what leaves: %o', (what) => {
  expect(exportScope.safeParse(scopeOf(what)).error).toBeUndefined()
})

test('of a country its file may leave too', () => {
  const country = record.parse({ ...made, kind: 'country', title: 'Slovenia', code: 'SVN' })
  expect(exportsOf(country).map(({ what }) => what)).toEqual(['record', 'country'])
  const note = record.parse({ ...made, kind: 'note', title: 'Slovenia: integrity' })
  expect(exportsOf(note)).toEqual([{ what: 'record', id: ID, kind: 'note', title: 'Slovenia: integrity' }])
})

test('what leaves is said with its number', () => {
  expect(labelOf(search, words())).toBe('What the search found (1,204)')
  expect(labelOf({ ...search, found: null }, words())).toBe('What the search found')
  expect(labelOf(list, words())).toBe('The list: Meetings (14)')
  expect(labelOf({ what: 'records', ids: [ID] }, words())).toBe('1 chosen record')
})

test('the folder has a name that every system takes', () => {
  const title = 'Что дальше? / «План» \u202E ' + 'Қ'.repeat(200)
  const name = folderName({ what: 'record', id: ID, kind: 'note', title }, words(), 'Hub')
  expect(name).toMatch(/^Что дальше - «План» Қ+$/)
  expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(120)
  expect(folderName({ what: 'everything' }, words(), 'A: B')).toBe('A- B export')
  expect(folderName(list, words(), 'Hub')).toMatch(/^Hub Meetings \d{4}-\d\d-\d\d$/)
  expect(folderName({ what: 'country', code: 'SVN', name: 'Slovenia' }, words(), 'Hub')).toBe('Slovenia file')
})
