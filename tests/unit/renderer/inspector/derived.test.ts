import { describe, expect, it } from 'vitest'
import type { RecordHead } from '../../../../src/shared/model/head.ts'
import { meetingsByTime } from '../../../../src/renderer/features/inspector/meetings-by-time.ts'
import { outlineOf } from '../../../../src/renderer/features/inspector/outline.ts'
import { postsByTime } from '../../../../src/renderer/features/inspector/posts-by-time.ts'

const post = (title: string, from = '', to = '', former = false) => ({ title, organisation: '', country: '', from, to, former })

describe('the outline of a text', () => {
  it('has the headings in order with their lines, and no others', () => {
    expect(outlineOf('# One\n\n## 1. Item ##\ntext\n```\n# code\n```\n> # quoted\n#tag\n### ')).toEqual([
      { line: 0, level: 1, words: 'One' },
      { line: 2, level: 2, words: '1. Item' },
      { line: 9, level: 3, words: '' },
    ])
  })
})

describe('posts over time', () => {
  it('puts those held now first, the latest before the earlier', () => {
    const order = postsByTime([post('a', '2010', '2012'), post('b', '2015'), post('c', '', '', true), post('d', '2019-02'), post('e')])
    expect(order.map(({ title }) => title)).toEqual(['d', 'b', 'e', 'a', 'c'])
  })
})

describe('meetings over time', () => {
  it('are parted by today, those to come with the nearest first', () => {
    const meeting = (start: string, end = '') => ({ kind: 'meeting', start, end }) as RecordHead
    const { next, last } = meetingsByTime(
      [meeting('2027-03'), meeting('2026-12-15'), meeting('2026-11-20', '2026-11-22'), meeting('2023-05-17'), meeting('')],
      '2026-11-21',
    )
    const starts = (heads: RecordHead[]) => heads.map((head) => (head.kind === 'meeting' ? head.start : ''))
    expect(starts(next)).toEqual(['2026-12-15', '2027-03'])
    expect(starts(last)).toEqual(['2026-11-20', '2023-05-17', ''])
  })
})
