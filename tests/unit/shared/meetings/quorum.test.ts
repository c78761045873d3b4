import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { quorumOf } from '../../../../src/shared/meetings/quorum.ts'
import type { Participant } from '../../../../src/shared/model/meeting.ts'

const seat = (country: string, member = '', from = '', to = '') => ({ country, member, from, to })
const rules = (quorum: string) => ({ quorum, adoption: '' as const })
const row = (person: string, country: string, change: Partial<Participant> = {}): Participant => ({
  person,
  function: '',
  status: '',
  represents: { country, organisation: '' },
  title: '',
  presence: 'present',
  replacedBy: '',
  ...change,
})
const DAY = '2023-05-16'
const six = ['KAZ', 'KOR', 'EST', 'SVN', 'USA', 'GEO'].map((code) => seat(code))

describe('a quorum', () => {
  test('is asked for by no body whose rules have none, or no share', () => {
    for (const share of ['', '1/0', '3/2', '0/1']) {
      expect(quorumOf({ composition: six, rules: rules(share) }, [row('A', 'KAZ')], DAY)).toBeNull()
    }
  })

  test.each([
    ['1/2', 43, 22],
    ['1/2', 44, 22],
    ['2/3', 43, 29],
    ['1/1', 3, 3],
  ])('of %s among %i is %i', (share, seats, needed) => {
    const composition = Array.from({ length: seats }, (_, index) => seat('', `Member ${index}`))
    expect(quorumOf({ composition, rules: rules(share) }, [], DAY)?.needed).toBe(needed)
  })

  test('counts each country once, in the room or by video, however many came', () => {
    const participants = [
      row('A', 'KAZ'),
      row('B', 'KAZ'),
      row('C', 'KOR', { presence: 'remote' }),
      row('D', 'EST', { presence: 'absent' }),
    ]
    expect(quorumOf({ composition: six, rules: rules('1/2') }, participants, DAY)).toEqual({
      entitled: 6,
      needed: 3,
      present: 2,
      met: false,
    })
  })

  test('never counts observers, experts, staff, guests, and nationals who speak for an organisation', () => {
    const participants = [
      row('A', 'KAZ', { status: 'observer' }),
      row('B', 'KOR', { status: 'expert' }),
      row('C', 'EST', { status: 'staff' }),
      row('D', 'SVN', { status: 'guest' }),
      row('E', '', { represents: { country: '', organisation: 'World Bank' } }),
      row('F', 'FRA'),
    ]
    expect(quorumOf({ composition: six, rules: rules('1/2') }, participants, DAY)).toMatchObject({ present: 0, met: false })
  })

  test('counts a replacement for whom they replace, and not for a second seat', () => {
    const composition = [seat('', 'Alikhan Baimenov'), seat('KOR'), seat('EST')]
    const replaced = row('alikhan  baimenov', '', { presence: 'replaced', replacedBy: 'Darkhan Zhazykbaev' })
    const body = { composition, rules: rules('2/3') }
    expect(quorumOf(body, [replaced, row('C', 'KOR')], DAY)).toMatchObject({ present: 2, met: true })
    // the same person cannot be Estonia as well
    const other = row('Darkhan Zhazykbaev', 'EST')
    expect(quorumOf(body, [replaced, other], DAY)).toMatchObject({ present: 1, met: false })
  })

  test('asks who was entitled on that day', () => {
    const composition = [
      seat('KAZ', '', '', '2022'),
      seat('KOR', '', '2024'),
      seat('EST', '', '2023-05'),
      seat('SVN'),
      seat('', '', '', ''),
    ]
    const answer = quorumOf({ composition, rules: rules('1/2') }, [row('A', 'KAZ'), row('B', 'KOR'), row('C', 'EST')], DAY)
    expect(answer).toEqual({ entitled: 2, needed: 1, present: 1, met: true })
  })

  test('is neither met nor missed while nobody has been ticked', () => {
    expect(quorumOf({ composition: six, rules: rules('1/2') }, [row('A', 'KAZ', { presence: '' })], DAY)?.met).toBeNull()
  })

  test('is not met by a body of nobody', () => {
    expect(quorumOf({ composition: [], rules: rules('1/2') }, [row('A', 'KAZ')], DAY)).toMatchObject({ entitled: 0, met: false })
  })

  test('knows a member by every name that leads to the record', () => {
    const keyOf = (name: string) => (name.endsWith('Byzance') || name.endsWith('Istanbul') ? 'one' : name)
    const body = { composition: [seat('', 'Office in Istanbul')], rules: rules('1/1') }
    expect(quorumOf(body, [row('Office in Byzance', '')], DAY, keyOf)?.met).toBe(true)
    expect(quorumOf(body, [row('Office in Byzance', '')], DAY)?.met).toBe(false)
  })

  test('counts as many seats as people can take, in whatever order they stand', () => {
    const codes = ['KAZ', 'KOR', 'EST']
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...codes), { maxLength: 6 }),
        fc.array(fc.constantFrom(...codes), { maxLength: 6 }),
        (seats, people) => {
          const participants = people.map((code, index) => row(`Person ${index}`, code))
          const count = (list: readonly string[], code: string) => list.filter((one) => one === code).length
          const expected = codes.reduce((sum, code) => sum + Math.min(count(seats, code), count(people, code)), 0)
          const body = { composition: seats.map((code) => seat(code)), rules: rules('1/2') }
          expect(quorumOf(body, participants, DAY)?.present).toBe(expected)
          expect(quorumOf(body, participants.toReversed(), DAY)?.present).toBe(expected)
        },
      ),
    )
  })
})
