import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { attendanceOf, markedAttendance, wasThere } from '../../../../src/shared/meetings/attendance.ts'
import { presences, type Participant } from '../../../../src/shared/model/meeting.ts'
import { linkKey } from '../../../../src/shared/text/link-key.ts'

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
const of = (...args: Parameters<typeof meeting>) => attendanceOf(meeting(...args), { representedBy: (name) => contacts[name] })
const countries = (...args: Parameters<typeof meeting>) => Object.fromEntries(of(...args).countries)
const people = (...args: Parameters<typeof meeting>) => Object.fromEntries(of(...args).people)

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
    ).toEqual({ KAZ: 'present', EST: 'remote', SVN: 'away' })
  })

  test('a national who speaks for an organisation does not make the country present', () => {
    expect(countries([row('Kim', { organisation: 'ASPA', presence: 'present' })])).toEqual({})
  })

  test.each([
    ['somebody of the same country', 'Bolat of Kazakhstan', 'replaced'],
    ['somebody of whom nothing is known', 'Nobody Known', 'replaced'],
    ['nobody who is named', '', 'replaced'],
    ['somebody of another country', 'Anna of Estonia', 'away'],
    ['somebody of an organisation', 'Carla of UNDP', 'away'],
  ])('replaced by %s', (_who, replacedBy, standing) => {
    const list = [row('a', { country: 'KAZ', presence: 'replaced', replacedBy })]
    expect(countries(list)).toEqual({ KAZ: standing })
    expect(of(list).rows.map(({ represents }) => represents.country)).toEqual([standing === 'away' ? '' : 'KAZ'])
  })

  test('an organisation is represented by a replacement of its own alone', () => {
    const seatOf = (organisation: string) => row('a', { organisation, presence: 'replaced', replacedBy: 'Carla of UNDP' })
    const shown = of([seatOf('undp'), seatOf('OECD')]).rows.map(({ represents }) => represents.organisation)
    expect(shown).toEqual(['undp', ''])
  })

  test('whom the replacement stands for at this meeting goes before what the contact says', () => {
    const seat = row('a', { country: 'KAZ', presence: 'replaced', replacedBy: 'anna of ESTONIA' })
    expect(countries([seat, row('Anna of Estonia', { country: 'KAZ', presence: 'present' })])).toEqual({ KAZ: 'present' })
    expect(countries([seat, row('Anna of Estonia', { organisation: 'OECD', presence: 'present' })])).toEqual({ KAZ: 'away' })
  })

  test('a replacement who is marked as absent replaces nobody', () => {
    const seat = row('a', { country: 'KAZ', presence: 'replaced', replacedBy: 'Bolat' })
    const list = [seat, row('Bolat', { country: 'KAZ', presence: 'absent' })]
    expect(countries(list)).toEqual({ KAZ: 'away' })
    expect(people(list)).toEqual({ a: 'away', bolat: 'away' })
  })
})

describe('whether a meeting counts', () => {
  const named = [row('a', { country: 'KAZ' }), row('b', { country: 'EST' })]

  test('names count where it was held and nobody is marked as there', () => {
    expect(countries(named)).toEqual({ KAZ: 'named', EST: 'named' })
    expect(countries([...named, row('c', { country: 'SVN', presence: 'present' })])).toEqual({
      KAZ: 'unmarked',
      EST: 'unmarked',
      SVN: 'present',
    })
  })

  test('regrets that were sent before do not make all others absent', () => {
    expect(countries([...named, row('c', { country: 'SVN', presence: 'apologies' })])).toEqual({ KAZ: 'named', EST: 'named', SVN: 'away' })
  })

  test('a planned one counts for nobody: marks are answers to the invitation', () => {
    const answers = [
      row('c', { country: 'SVN', presence: 'absent' }),
      row('d', { country: 'GEO', presence: 'present' }),
      row('e', { country: 'USA', presence: 'replaced', replacedBy: 'f' }),
    ]
    const planned = of([...named, ...answers], { stage: 'planned' })
    expect(planned.held).toBe(false)
    expect(Object.fromEntries(planned.countries)).toEqual({
      KAZ: 'expected',
      EST: 'expected',
      SVN: 'away',
      GEO: 'expected',
      USA: 'expected',
    })
    expect(Object.fromEntries(planned.people)).toEqual({ a: 'expected', b: 'expected', c: 'away', d: 'expected', e: 'away', f: 'expected' })
  })

  test('the marks of a list count by themselves while they are made', () => {
    const { people: marked } = markedAttendance([row('a', { presence: 'present' }), row('b')])
    expect(Object.fromEntries(marked)).toEqual({ a: 'present', b: 'unmarked' })
  })
})

describe('people', () => {
  test('who was replaced was not there, who came instead was', () => {
    expect(people([row('Anna', { presence: 'replaced', replacedBy: 'Bolat' }), row('Carla', { presence: 'remote' })])).toEqual({
      anna: 'away',
      bolat: 'present',
      carla: 'remote',
    })
    const both = [row('Anna', { presence: 'replaced', replacedBy: 'Bolat' }), row('Bolat', { presence: 'remote' })]
    expect(people(both)).toEqual({ anna: 'away', bolat: 'remote' })
  })

  test('chair and secretary were there, unless they are marked as away or the meeting is to come', () => {
    const officers = { chair: 'Anna', secretary: 'Bolat' }
    expect(people([row('Anna', { presence: 'absent' })], officers)).toEqual({ anna: 'away', bolat: 'named' })
    expect(people([row('Anna'), row('Carla', { presence: 'present' })], officers)).toEqual({
      anna: 'named',
      bolat: 'named',
      carla: 'present',
    })
    expect(people([], { ...officers, stage: 'planned' })).toEqual({ anna: 'expected', bolat: 'expected' })
  })
})

test('people, countries and rows never contradict each other', () => {
  const names = ['', 'Anna', 'anna ', 'Bolat', 'Carla of UNDP']
  const participant = fc.record({
    person: fc.constantFrom(...names),
    presence: fc.constantFrom(...presences),
    replacedBy: fc.constantFrom(...names),
    country: fc.constantFrom('', 'KAZ', 'EST'),
  })
  fc.assert(
    fc.property(
      fc.array(participant, { maxLength: 6 }),
      fc.constantFrom('planned' as const, 'draft' as const),
      fc.constantFrom(...names),
      (list, stage, chair) => {
        const participants = list.map(({ person, ...fields }) => row(person, fields))
        const { held, rows, people: standings, countries: codes } = of(participants, { stage, chair })
        const there = rows.filter(({ standing }) => wasThere(standing))
        for (const { person } of there) if (person !== '') expect(wasThere(standings.get(linkKey(person)) ?? 'away')).toBe(true)
        const represented = new Set(there.map(({ represents }) => represents.country).filter(Boolean))
        const counted = [...codes].filter(([, standing]) => wasThere(standing)).map(([code]) => code)
        expect(counted.toSorted()).toEqual([...represented].toSorted())
        if (!held) expect([...standings.values(), ...codes.values()].some(wasThere)).toBe(false)
        // in whatever order the list stands
        expect(Object.fromEntries(of(participants.toReversed(), { stage, chair }).people)).toEqual(Object.fromEntries(standings))
        expect([...markedAttendance(participants).people.values()]).not.toContain('expected')
      },
    ),
  )
})
