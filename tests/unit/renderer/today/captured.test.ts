import { describe, expect, test } from 'vitest'
import type { CountryOption } from '../../../../src/shared/contract/lists.ts'
import { actionIn, contactIn, kindOf, noteInput } from '../../../../src/renderer/features/today/captured.ts'
import { keyOfAction, withKept } from '../../../../src/renderer/features/today/kept-actions.ts'
import type { DueAction } from '../../../../src/shared/contract/today.ts'
import { titleProblem } from '../../../../src/shared/model/vocabulary.ts'

const usa = { code: 'USA' } as CountryOption
const countryNamed = (text: string) => (text === 'USA' ? usa : undefined)
const people = ['Rex Facer', 'Rex Facer Jr']
const today = '2023-06-22'
const kind = (line: string) => kindOf(line, { today, people, countryNamed })

describe('what a line becomes', () => {
  test.each([
    ['Call Facer by 30 June', 'action'],
    ['Позвонить до 30 июня', 'action'],
    ['[ ] Book the hall', 'action'],
    ['Ask @Rex Facer for the slides', 'action'],
    ['Rex Facer, Dean, USA', 'contact'],
    ['Rex Facer, rex@byu.example', 'contact'],
    ['Алихан Байменов, председатель, Хаб', 'contact'],
    ['Rex Facer spoke of pay, training and tests', 'note'],
    ['Rex Facer', 'note'],
    ['@nobody known', 'note'],
  ])('%s: %s', (line, expected) => expect(kind(line)).toBe(expected))

  test('the deadline and who is responsible leave the words of an action', () => {
    expect(actionIn('- [ ] Call @Rex Facer Jr by 30 June, please', { today, people: ['Rex Facer Jr'] })).toEqual({
      text: 'Call, please',
      responsible: ['Rex Facer Jr'],
      due: '2023-06-30',
    })
    expect(actionIn('Call Facer by 30 June', { today, people })).toEqual({ text: 'Call Facer', responsible: [], due: '2023-06-30' })
  })

  test('a name within a longer one is nobody of his own, unless he is named too', () => {
    const names = ['Kim', 'Kim Pan Suk']
    expect(actionIn('Send the report @Kim Pan Suk', { today, people: names })).toMatchObject({
      text: 'Send the report',
      responsible: ['Kim Pan Suk'],
    })
    expect(actionIn('Send @Kim Pan Suk the report of @Kim', { today, people: names })).toMatchObject({ responsible: names })
  })

  test('a contact is read by what its parts look like', () => {
    expect(contactIn('Rex Facer, Dean, rex@byu.example, Brigham Young, USA', countryNamed)).toEqual({
      title: 'Rex Facer',
      post: 'Dean',
      organisation: 'Brigham Young',
      country: 'USA',
      email: 'rex@byu.example',
    })
  })

  test('a line that cannot be a title is kept whole in the text', () => {
    for (const line of ['On [[Facer]] and #pay', `${'Long '.repeat(200)}end`]) {
      const { title, ...rest } = noteInput(line, today)
      expect(titleProblem(title)).toBeUndefined()
      expect('body' in rest && rest.body).toBe(`${line}\n`)
    }
  })
})

test('what was ticked stays behind the one it stood behind', () => {
  const row = (text: string) => ({ recordId: 'r', line: Number(text), text, state: 'open' }) as DueAction
  const before = ['1', '2', '3'].map(row)
  const ticked = new Set([keyOfAction(row('2'))])
  const kept = withKept(before, [row('0'), row('1'), row('4')], ticked)
  expect(kept.map(({ text, state }) => text + state)).toEqual(['0open', '1open', '2done', '4open'])
  expect(withKept(kept, before, ticked).map(({ text, state }) => text + state)).toEqual(['1open', '2open', '3open'])
})
