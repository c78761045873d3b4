import { describe, expect, it } from 'vitest'
import { compareRecords, differingFields } from '../../../../../src/main/services/history/compare-records.ts'
import { newRecord } from '../../../../support/new-record.ts'

describe('what differs between two versions', () => {
  const before = newRecord(1, { kind: 'meeting', title: 'Session', body: 'One\n', place: 'Astana', tags: ['a'] })

  it('is named field by field, the title first and the text last, without what the datastore keeps', () => {
    const after = { ...before, rev: 2, updatedAt: '2020-01-01T00:00:00.000Z', body: 'Two\n', title: 'Session 2', tags: ['b'] }
    expect(differingFields(before, after)).toEqual(['title', 'tags', 'body'])
    expect(differingFields(before, { ...before, rev: 3 })).toEqual([])
  })

  it('counts an empty field of a new record as nothing said', () => {
    expect(differingFields(null, before)).toEqual(expect.arrayContaining(['title', 'place', 'tags', 'body']))
    expect(differingFields(null, before)).not.toContain('participants')
    expect(differingFields(null, before)).not.toContain('clearance')
    expect(differingFields(null, before)).not.toContain('trashed')
  })

  it('compares long lines by words and short ones as values', async () => {
    const long = 'A place with a very long name that goes on and on until it is longer than a line'
    const { fields } = await compareRecords(
      { ...before, place: long } as typeof before,
      { ...before, place: `${long} here` } as typeof before,
      false,
    )
    expect(fields).toMatchObject([
      {
        type: 'text',
        field: 'place',
        pieces: [
          { change: 'same', text: long },
          { change: 'added', text: ' here' },
        ],
      },
    ])
    const short = await compareRecords(before, { ...before, place: 'Tashkent' } as typeof before, false)
    expect(short.fields).toEqual([{ type: 'value', field: 'place', before: 'Astana', after: 'Tashkent' }])
  })

  it('shows the whole text when it is asked for, though it is the same', async () => {
    const renamed = { ...before, title: 'Other' }
    expect((await compareRecords(before, renamed, false)).fields.map(({ field }) => field)).toEqual(['title'])
    expect((await compareRecords(before, renamed, true)).fields).toMatchObject([
      { field: 'title' },
      { field: 'body', pieces: [{ change: 'same', text: 'One\n' }] },
    ])
  })
})
