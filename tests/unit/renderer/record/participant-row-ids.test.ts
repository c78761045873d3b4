import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { at, placed } from '../../../../src/renderer/features/record/meeting/participants/held-places.ts'
import { emptyParticipant } from '../../../../src/renderer/features/record/meeting/participants/participant-list.ts'
import { carriedTo, knownRows } from '../../../../src/renderer/features/record/meeting/participants/row-ids.ts'
import type { Participant } from '../../../../src/shared/model/meeting.ts'

const named = (person: string, change: Partial<Participant> = {}): Participant => ({ ...emptyParticipant, person, ...change })
const people = (...names: string[]) => names.map((name) => named(name))
const seat = (country: string, change: Partial<Participant> = {}) => named('', { represents: { country, organisation: '' }, ...change })

describe('where the keyboard stands, when another window changes the list', () => {
  const known = knownRows(people('Ann', 'Bob', 'Carl'))
  const onBob = { ...at({ id: 1, column: 2 }), chosen: new Set([0, 1]), editing: { id: 1, column: 2 } }

  test('is on the same person when somebody above goes', () => {
    const after = carriedTo(known, people('Bob', 'Carl'))
    expect(placed(after, onBob)).toEqual({ cursor: { row: 0, column: 2 }, chosen: new Set([0]), editing: { row: 0, column: 2 } })
  })

  test('is on the same person when somebody comes in above, places are changed, and the person was marked', () => {
    const after = carriedTo(known, [named('Carl'), named('Dora'), named('bob', { presence: 'present' }), named('Ann')])
    expect(placed(after, onBob)).toEqual({ cursor: { row: 2, column: 2 }, chosen: new Set([2, 3]), editing: { row: 2, column: 2 } })
  })

  test('is nowhere when the person is gone, and on nobody who came instead', () => {
    for (const rows of [people('Ann', 'Carl'), people('Ann', 'Dora', 'Carl')]) {
      expect(placed(carriedTo(known, rows), onBob)).toEqual({ cursor: null, chosen: new Set([0]), editing: null })
    }
  })

  test('tells seats of countries apart, and two rows of one person by their order', () => {
    const seats = carriedTo(knownRows([seat('KAZ'), seat('KOR')]), [seat('KOR', { presence: 'absent' })])
    expect(seats.ids).toEqual([1])
    const twice = carriedTo(knownRows([named('Ann'), named('Ann', { title: 'Dean' })]), [named('Ann', { title: 'Dean' }), named('Ann')])
    expect(twice.ids).toEqual([1, 0])
  })

  test('no number is given twice, and one that is gone never comes back for somebody else', () => {
    const lists = fc.array(
      fc.constantFrom('Ann', 'Bob', 'Carl', '').map((name) => named(name)),
      { maxLength: 6 },
    )
    fc.assert(
      fc.property(lists, lists, lists, (first, second, third) => {
        const one = knownRows(first)
        const two = carriedTo(one, second)
        const three = carriedTo(two, third)
        for (const { ids, rows } of [two, three]) expect(new Set(ids).size).toBe(rows.length)
        for (const [place, id] of three.ids.entries()) {
          const was = one.ids.indexOf(id)
          if (was >= 0) expect(three.rows[place]?.person).toBe(first[was]?.person)
        }
      }),
    )
  })
})
