import { describe, expect, test } from 'vitest'
import { changeOf, refilled, remarkDayProblem } from '../../../../src/renderer/features/actions/action-change.ts'
import { mailAddress } from '../../../../src/renderer/features/actions/mail-address.ts'
import type { ActionRow } from '../../../../src/shared/contract/actions.ts'

const action = { responsible: ['Rex Facer', 'Li Wei'], due: '2023-06', state: 'open' } as unknown as ActionRow
const same = { responsible: ['Rex Facer', 'Li Wei'], due: '2023-06', state: 'open', remark: ' ', on: '2023-06-12' } as const

describe('what a form asks of an action', () => {
  test('is nothing when it says what is there', () => expect(changeOf(action, same)).toEqual({}))
  test('is what differs, so that what others have changed meanwhile stays theirs', () => {
    expect(changeOf(action, { ...same, due: '' })).toEqual({ due: '' })
    expect(changeOf(action, { ...same, responsible: ['Li Wei', 'Rex Facer'] })).toEqual({ responsible: ['Li Wei', 'Rex Facer'] })
    expect(changeOf(action, { ...same, responsible: [], state: 'done', remark: ' Sent ' })).toEqual({
      responsible: [],
      state: 'done',
      remark: { on: '2023-06-12', text: 'Sent' },
    })
  })
})

describe('the day of a remark', () => {
  test('is a whole day that has come', () => {
    expect(remarkDayProblem({ ok: true, value: '2023-06-12' }, '2023-06-12')).toBeUndefined()
    expect(remarkDayProblem({ ok: true, value: '2023-06-13' }, '2023-06-12')).toBe('form.future')
    expect(remarkDayProblem({ ok: true, value: '2023-06' }, '2023-06-12')).toBe('form.wholeDay')
    expect(remarkDayProblem({ ok: false, problem: 'noSuchDate' }, '2023-06-12')).toBe('fields:problem.noSuchDate')
  })
})

describe('a form over an action that was changed meanwhile', () => {
  const now = { responsible: ['Ann'], due: '2024', state: 'done' } as const
  test('shows what was changed in what nobody touched, and keeps what was filled in', () => {
    expect(refilled({ ...same, remark: 'Sent' }, action, now)).toEqual({ ...same, ...now, remark: 'Sent' })
    const filled = { ...same, responsible: ['Rex Facer'], due: '', state: 'cancelled' } as const
    expect(refilled(filled, action, now)).toEqual(filled)
  })
})

describe('the address that opens a mail program', () => {
  const reminder = { emails: ['rex.facer@example.org', 'other@example.org'], subject: 'Open & late?', text: 'One\nTwo\n' }
  test('holds the first address, the subject and the text, with lines as mail ends them', () => {
    const { url } = mailAddress(reminder)
    expect(url).toBe('mailto:rex.facer@example.org?subject=Open%20%26%20late%3F&body=One%0D%0ATwo%0D%0A')
  })
  test('is one address: nothing in it adds a header or a second one', () => {
    expect(mailAddress({ ...reminder, emails: ['a@b.org?bcc=c@d.org,e@f.org'] }).url).toMatch(
      /^mailto:a@b\.org%3Fbcc%3Dc@d\.org%2Ce@f\.org\?subject=/,
    )
  })
  test('is none without an address, or when it would be too long', () => {
    expect(mailAddress({ ...reminder, emails: [] })).toEqual({ url: null, problem: 'noAddress' })
    expect(mailAddress({ ...reminder, text: 'ы'.repeat(334) })).toEqual({ url: null, problem: 'tooLong' })
  })
})
