import { expect, test } from 'vitest'
import { salvageWords } from '../../../../src/main/services/workspace/salvage-words.ts'

const report = { changed: true, setAside: 'set-aside/then', records: 3, older: [], trashed: [], lost: [], unnamed: 0 }
const named = (...titles: string[]) => titles.map((title, index) => ({ id: `id-${index}`, title }))

test('a rescue says what was kept, what went back, what is in the trash, what is lost and where the rest is', () => {
  expect(salvageWords({ ...report, older: named('A'), trashed: named('T'), lost: named('B', ''), unnamed: 2 })).toBe(
    '3 records were kept. In an older state now: “A”. In the trash now, where an older state was: “T”. Could not be read: “B”, one whose title cannot be read. 2 damaged places do not say which record was there. The damaged files are kept in the workspace’s folder, in set-aside/then.',
  )
})

test('a rescue that touched no record says so', () => {
  expect(salvageWords({ ...report, records: 1 })).toBe(
    '1 record was kept. No record was lost or set back. The damaged files are kept in the workspace’s folder, in set-aside/then.',
  )
  expect(salvageWords({ ...report, changed: false })).toBe('Nothing was damaged, and nothing was changed.')
})

test('of many records the first are named', () => {
  expect(salvageWords({ ...report, lost: named('A', 'B', 'C', 'D', 'E', 'F', 'G') })).toContain(
    'Could not be read: “A”, “B”, “C”, “D”, “E” and 2 more.',
  )
})
