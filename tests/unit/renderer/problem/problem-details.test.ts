import { describe, expect, test } from 'vitest'
import {
  damagedFiles,
  isLossless,
  plannedRescue,
  previousCopy,
  recommended,
  touchedRecords,
} from '../../../../src/renderer/features/problem/problem-details.ts'

describe('what a workspace that does not open says of itself', () => {
  test('names the damaged file', () => {
    expect(damagedFiles({ file: 'records.json', reason: 'The file is cut off.' })).toEqual([
      { file: 'records.json', reason: 'The file is cut off.' },
    ])
  })

  test('names several', () => {
    const files = [
      { file: '000000000001.g0.jsonl', reason: 'A record is not as it was written.' },
      { file: 'workspace.json', reason: 'Not JSON.' },
    ]
    expect(damagedFiles({ files }).map(({ file }) => file)).toEqual(['000000000001.g0.jsonl', 'workspace.json'])
  })

  test('may say nothing at all', () => {
    for (const details of [{}, { file: 5 }, { files: [null, 'x'] }]) expect(damagedFiles(details)).toEqual([])
  })

  test('names the records that are touched, with or without a title', () => {
    const touched = [{ id: 'a', title: 'Estonia' }, { id: 'b', title: '' }, { id: '', title: '' }, null, 'x']
    expect(touchedRecords({ touched })).toEqual([
      { id: 'a', title: 'Estonia' },
      { id: 'b', title: '' },
    ])
    expect(touchedRecords({})).toEqual([])
  })

  test('offers the last good copy only when it can be read', () => {
    const savedAt = '2023-05-12T09:02:00.000Z'
    expect(previousCopy({ previous: { readable: true, records: 76, revision: 4, savedAt } })).toEqual({ records: 76, savedAt })
    expect(previousCopy({ previous: { readable: false, records: 0, revision: 0, savedAt: '' } })).toBeNull()
    expect(previousCopy({ previous: null })).toBeNull()
    expect(previousCopy({})).toBeNull()
  })
})

describe('what is recommended for a damaged workspace', () => {
  const rescue = { records: 5, fellBack: [], lost: [], unnamed: 0 }
  const backup = { at: '2023-05-12T09:02:00.000Z', records: 9 }
  const lost = [{ id: 'a', title: 'Estonia' }]

  test('a rescue that loses nothing, whatever the backup holds', () => {
    expect(recommended({ rescue, backup })).toBe('salvage')
    expect(recommended({ rescue: { ...rescue, fellBack: lost }, backup })).toBe('salvage')
  })

  test('a backup, when nothing can be read or it holds more than a rescue would keep', () => {
    expect(recommended({ rescue: { ...rescue, records: 0, unnamed: 1 }, backup })).toBe('restoreBackup')
    expect(recommended({ rescue: { ...rescue, lost }, backup })).toBe('restoreBackup')
    expect(recommended({ rescue: { ...rescue, unnamed: 1 }, backup: { ...backup, records: 5 } })).toBe('salvage')
  })

  test('nothing, when there is no way or none is known', () => {
    expect(recommended({ rescue: { ...rescue, records: 0 }, backup: null })).toBeNull()
    expect(recommended({ rescue: null, backup })).toBeNull()
    expect(recommended({ rescue: 'x', backup: 5 })).toBeNull()
  })

  test('only what keeps every record as it was loses nothing', () => {
    const isWhole = (more: object) => isLossless(plannedRescue({ rescue: { ...rescue, ...more } }) ?? expect.fail('It is not read.'))
    expect([isWhole({}), isWhole({ records: 0 }), isWhole({ fellBack: lost }), isWhole({ lost }), isWhole({ unnamed: 1 })]).toEqual([
      true,
      false,
      false,
      false,
      false,
    ])
  })
})
