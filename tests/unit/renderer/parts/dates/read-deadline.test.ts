import { describe, expect, it } from 'vitest'
import { readDeadline } from '../../../../../src/renderer/parts/dates/read-deadline.ts'

describe('a deadline typed into a field', () => {
  const from = { today: '2023-05-17', language: 'en' }
  it.each([
    ['30 June 2023', '2023-06-30'],
    ['30 June', '2023-06-30'],
    ['до 30 июня', '2023-06-30'],
    ['30 июня', '2023-06-30'],
    ['next Friday', '2023-05-26'],
    ['tomorrow', '2023-05-18'],
    ['2023-06', '2023-06'],
    ['', ''],
  ])('is read as people write it: %s', (typed, due) => {
    expect(readDeadline(typed, from)).toEqual({ ok: true, value: due })
  })

  it('says what is wrong with a day that does not exist', () => {
    expect(readDeadline('31 February 2023', from)).toEqual({ ok: false, problem: 'noSuchDate' })
    expect(readDeadline('soon', from)).toEqual({ ok: false, problem: 'unreadable' })
  })
})
