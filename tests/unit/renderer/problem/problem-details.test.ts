import { describe, expect, test } from 'vitest'
import { damagedFiles, previousCopy, touchedRecords } from '../../../../src/renderer/features/problem/problem-details.ts'

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
