import { describe, expect, it } from 'vitest'
import { groupAt, headingOver, isGrouped } from '../../../../src/renderer/features/lists/data/list-groups.ts'
import type { ListRow } from '../../../../src/shared/contract/lists.ts'

const meeting = (start: string, depth = 0): ListRow => ({
  head: {
    kind: 'meeting',
    id: '018f0000-0000-7000-8000-000000000000',
    rev: 1,
    title: 'A meeting',
    aliases: [],
    tags: [],
    countries: [],
    classification: 'internal',
    createdAt: '2023-01-01T00:00:00.000Z',
    updatedAt: '2023-01-01T00:00:00.000Z',
    updatedBy: 'A. Omarova',
    trashedAt: '',
    attachments: 0,
    meetingBody: '',
    symbol: '',
    form: 'minutes',
    meetingType: 'committee',
    partOf: '',
    start,
    startTime: '',
    end: '',
    place: '',
    stage: 'planned',
    commentsBy: '',
    participants: 0,
  },
  lastMet: '',
  depth,
  related: 0,
})

describe('groups of a list', () => {
  const rows = [meeting('2024-01-02'), meeting('2023-12-30'), meeting('2024-01-01', 1), meeting('2023-05'), meeting('2019'), meeting('')]
  const at = (index: number) => rows[index]

  it('a heading stands over the first row of each year', () => {
    expect(rows.map((_, index) => headingOver(index, at))).toEqual(['2024', '2023', undefined, undefined, '2019', ''])
  })

  it('a part stands in the year of its conference', () => {
    expect(groupAt(2, at)).toBe('2023')
    expect(groupAt(5, at)).toBe('')
  })

  it('says nothing about rows that are not loaded', () => {
    const half = (index: number) => (index < 3 ? undefined : rows[index])
    expect(headingOver(3, half)).toBeUndefined()
    expect(headingOver(4, half)).toBe('2019')
    expect(groupAt(2, half)).toBeUndefined()
  })

  it('only lists of meetings and notes by date have groups', () => {
    expect(isGrouped('meetings', { key: 'date', direction: 'descending' })).toBe(true)
    expect(isGrouped('meetings', { key: 'title', direction: 'ascending' })).toBe(false)
    expect(isGrouped('contacts', { key: 'title', direction: 'ascending' })).toBe(false)
  })
})
