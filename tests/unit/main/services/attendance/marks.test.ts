import { describe, expect, test } from 'vitest'
import { countryMarks, personMarks } from '../../../../../src/main/services/attendance/marks.ts'
import { matrixRows } from '../../../../../src/main/services/attendance/matrix.ts'
import type { Participant } from '../../../../../src/shared/model/meeting.ts'
import { linkKey } from '../../../../../src/shared/text/link-key.ts'

const row = (
  person: string,
  fields: Partial<Omit<Participant, 'represents'>> & { country?: string; organisation?: string } = {},
): Participant => {
  const { country = '', organisation = '', ...rest } = fields
  return { person, function: '', status: '', represents: { country, organisation }, title: '', presence: '', replacedBy: '', ...rest }
}
const meeting = (participants: Participant[], more: { chair?: string; secretary?: string; stage?: 'planned' | 'draft' } = {}) => ({
  participants,
  chair: '',
  secretary: '',
  stage: 'draft' as const,
  ...more,
})
const contacts: Readonly<Record<string, Participant['represents']>> = {
  'Anna of Estonia': { country: 'EST', organisation: '' },
  'Bolat of Kazakhstan': { country: 'KAZ', organisation: '' },
  'Carla of UNDP': { country: '', organisation: 'UNDP' },
}
const countries = (...args: Parameters<typeof meeting>) => Object.fromEntries(countryMarks(meeting(...args), (name) => contacts[name]))
const people = (...args: Parameters<typeof meeting>) => Object.fromEntries(personMarks(meeting(...args), linkKey))

describe('countries', () => {
  test('one is there when one of its people is, in the room before by video', () => {
    expect(
      countries([
        row('a', { country: 'KAZ', presence: 'apologies' }),
        row('b', { country: 'KAZ', presence: 'remote' }),
        row('c', { country: 'KAZ', presence: 'present' }),
        row('d', { country: 'EST', presence: 'remote' }),
        row('e', { country: 'SVN', presence: 'absent' }),
      ]),
    ).toEqual({ KAZ: 'p', EST: 'r', SVN: 'a' })
  })

  test('a national who speaks for an organisation does not make the country present', () => {
    expect(countries([row('Kim', { organisation: 'ASPA', presence: 'present' })])).toEqual({})
  })

  test.each([
    ['somebody of the same country', 'Bolat of Kazakhstan', 's'],
    ['somebody of whom nothing is known', 'Nobody Known', 's'],
    ['nobody who is named', '', 's'],
    ['somebody of another country', 'Anna of Estonia', 'a'],
    ['somebody of an organisation', 'Carla of UNDP', 'a'],
  ])('replaced by %s', (_who, replacedBy, mark) => {
    expect(countries([row('a', { country: 'KAZ', presence: 'replaced', replacedBy })])).toEqual({ KAZ: mark })
  })

  test('whom the replacement stands for at this meeting goes before what the contact says', () => {
    const seat = row('a', { country: 'KAZ', presence: 'replaced', replacedBy: 'anna of ESTONIA' })
    expect(countries([seat, row('Anna of Estonia', { country: 'KAZ', presence: 'present' })])).toEqual({ KAZ: 'p' })
    expect(countries([seat, row('Anna of Estonia', { organisation: 'OECD', presence: 'present' })])).toEqual({ KAZ: 'a' })
  })

  test('names count where nobody is marked and the meeting was held, and say nothing elsewhere', () => {
    const named = [row('a', { country: 'KAZ' }), row('b', { country: 'EST' })]
    expect(countries(named)).toEqual({ KAZ: 'n', EST: 'n' })
    expect(countries(named, { stage: 'planned' })).toEqual({})
    expect(countries([...named, row('c', { country: 'SVN', presence: 'present' })])).toEqual({ SVN: 'p' })
  })
})

describe('people', () => {
  test('who was replaced was not there, who came instead was', () => {
    expect(people([row('Anna', { presence: 'replaced', replacedBy: 'Bolat' }), row('Carla', { presence: 'remote' })])).toEqual({
      anna: 'a',
      bolat: 'p',
      carla: 'r',
    })
    const both = [row('Anna', { presence: 'replaced', replacedBy: 'Bolat' }), row('Bolat', { presence: 'remote' })]
    expect(people(both)).toEqual({ anna: 'a', bolat: 'r' })
  })

  test('chair and secretary were there, unless their row says otherwise or the meeting is planned', () => {
    const officers = { chair: 'Anna', secretary: 'Bolat' }
    expect(people([row('Anna', { presence: 'absent' })], officers)).toEqual({ anna: 'a', bolat: 'n' })
    expect(people([], { ...officers, stage: 'planned' })).toEqual({})
  })
})

test('shares are of the meetings that have a list, without those at which one was not due', async () => {
  const meetings = [
    { marks: new Map([['KAZ', 'p']]), recorded: true },
    { marks: new Map<string, string>(), recorded: false },
    {
      marks: new Map([
        ['EST', 'a'],
        ['GEO', 'n'],
      ]),
      recorded: true,
    },
  ]
  const isDue = (key: string, place: number) => !(key === 'SVN' && place === 0) && key !== 'GEO'
  const inOrder = (a: string, b: string) => (a < b ? -1 : 1)
  expect(await matrixRows(meetings, { keys: ['KAZ', 'SVN'], inOrder, most: 9, isDue })).toEqual({
    rows: [
      { key: 'GEO', marks: 'x n', attended: 1, of: 1 },
      { key: 'KAZ', marks: 'p -', attended: 1, of: 2 },
      { key: 'EST', marks: '- a', attended: 0, of: 2 },
      { key: 'SVN', marks: 'x -', attended: 0, of: 1 },
    ],
    more: 0,
  })
})

test('letters are made for the rows that are shown alone, and other work has its turn meanwhile', async () => {
  const keys = Array.from({ length: 300 }, (_, at) => `person ${at}`)
  const meetings = Array.from({ length: 50 }, (_, place) => ({ marks: new Map([[`person ${place % 7}`, 'p']]), recorded: true }))
  let cells = 0
  const isDue = () => {
    cells += 1
    return true
  }
  let turns = 0
  let isOver = false
  const takeTurns = () =>
    void setImmediate(() => {
      turns += 1
      if (!isOver) takeTurns()
    })
  takeTurns()
  const { rows, more } = await matrixRows(meetings, { keys, inOrder: (a, b) => (a < b ? -1 : 1), most: 20, isDue })
  isOver = true
  expect([rows.length, more]).toEqual([20, 280])
  expect(rows.slice(0, 2)).toMatchObject([
    { key: 'person 0', attended: 8 },
    { key: 'person 1', attended: 7 },
  ])
  expect(cells).toBe(20 * 50 - 50)
  expect(turns).toBeGreaterThanOrEqual(5)
})
