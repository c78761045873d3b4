import { expect, test } from 'vitest'
import { salvageWords } from '../../../../src/main/services/workspace/salvage-words.ts'

const report = { changed: true, setAside: 'set-aside/then', damaged: [], records: 3, fellBack: [], lost: [], unnamed: 0 }
const named = (...titles: string[]) => titles.map((title, index) => ({ id: `id-${index}`, title }))

test('a rescue says what stands, what went back, what is lost and where the rest is', () => {
  expect(salvageWords({ ...report, fellBack: named('A'), lost: named('B', ''), unnamed: 2 })).toBe(
    '3 records stand. Back to an older state: “A”. Lost: “B”, id-1. 2 damaged places name no record. The damaged files are kept in set-aside/then.',
  )
})

test('a rescue that touched no record says so', () => {
  expect(salvageWords({ ...report, records: 1 })).toBe(
    '1 record stands. No record was touched. The damaged files are kept in set-aside/then.',
  )
  expect(salvageWords({ ...report, changed: false })).toBe('Nothing was damaged, and nothing was changed.')
})

test('of many records the first are named', () => {
  expect(salvageWords({ ...report, lost: named('A', 'B', 'C', 'D', 'E', 'F', 'G') })).toContain('Lost: “A”, “B”, “C”, “D”, “E” and 2 more.')
})
