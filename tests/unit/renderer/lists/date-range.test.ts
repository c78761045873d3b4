import { describe, expect, it } from 'vitest'
import { dateRange } from '../../../../src/renderer/features/lists/data/date-range.ts'

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const show = (start: string, end: string, year = true) => dateRange(start, end, { year, monthName: (month) => months[month - 1] ?? '' })

describe('dateRange', () => {
  it('writes days of one month together', () => {
    expect(show('2023-05-17', '2023-05-19')).toBe('17–19 May 2023')
    expect(show('2023-05-17', '2023-05-19', false)).toBe('17–19 May')
  })

  it('names both months and both years where they differ', () => {
    expect(show('2023-04-30', '2023-05-02')).toBe('30 Apr – 2 May 2023')
    expect(show('2023-12-30', '2024-01-02', false)).toBe('30 Dec 2023 – 2 Jan 2024')
  })

  it('shows a partial date as what it is', () => {
    expect(show('2019', '')).toBe('2019')
    expect(show('2019', '', false)).toBe('2019')
    expect(show('2019-02', '')).toBe('Feb 2019')
    expect(show('2019-02', '2019-02-13')).toBe('Feb 2019')
    expect(show('2019', '2019-02-13')).toBe('2019 – 13 Feb 2019')
  })

  it('writes one day once', () => {
    expect(show('2023-05-17', '2023-05-17')).toBe('17 May 2023')
    expect(show('', '2023-05-17')).toBe('17 May 2023')
    expect(show('', '')).toBe('')
  })
})
