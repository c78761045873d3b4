import { describe, expect, test } from 'vitest'
import { emptyParticipant } from '../../../../src/renderer/features/record/meeting/participants/participant-list.ts'
import {
  contactsToCreate,
  namesOf,
  pastePlan,
  plannedRows,
  type Choice,
} from '../../../../src/renderer/features/record/meeting/participants/paste-plan.ts'
import type { PastedRow } from '../../../../src/renderer/features/record/meeting/participants/pasted-participants.ts'
import type { KnownName } from '../../../../src/shared/contract/participants.ts'

const pasted = (person: string, country = '', title = ''): PastedRow => ({
  participant: { ...emptyParticipant, person, title, represents: { country, organisation: '' } },
  family: '',
  unknownCountry: '',
  given: '',
})
const contact = (title: string, country: string, post = '') => ({
  id: `id of ${title}`,
  title,
  contactType: 'person' as const,
  post,
  represents: { country, organisation: '' },
  detail: '',
})
type Likeness = KnownName['alike'][number]['likeness']
const alike = (...found: readonly (readonly [ReturnType<typeof contact>, Likeness])[]): KnownName => ({
  contact: null,
  alike: found.map(([known, likeness]) => ({ ...known, likeness })),
})
const baimenov = contact('Alikhan Baimenov', 'KAZ', 'Chairman')

describe('names that were pasted', () => {
  test('are looked up once each, rows without a name not at all', () => {
    expect(namesOf([pasted('Rex Facer'), pasted(''), pasted('rex  facer'), pasted('Kim')])).toEqual(['rex  facer', 'Kim'])
  })

  test('of a contact take its title of the day and its country, where the rows say nothing', () => {
    const plan = pastePlan(
      [pasted('alikhan baimenov'), pasted('Alikhan Baimenov', 'KOR', 'Guest of honour')],
      [{ contact: baimenov, alike: [] }],
    )
    expect(plan.asked).toEqual([])
    expect(plannedRows(plan, plan.choices)).toMatchObject([
      { person: 'Alikhan Baimenov', title: 'Chairman', represents: { country: 'KAZ' } },
      { person: 'Alikhan Baimenov', title: 'Guest of honour', represents: { country: 'KOR' } },
    ])
  })

  const proposals: readonly (readonly [string, PastedRow, KnownName, string])[] = [
    ['one called the same', pasted('Байменов Алихан'), alike([baimenov, 'same']), 'Alikhan Baimenov'],
    ['one alike with a patronymic', pasted('Байменов Алихан М.'), alike([baimenov, 'likely']), 'Alikhan Baimenov'],
    ['nobody for a likeness by one word', pasted('Baimenov'), alike([baimenov, 'near']), 'keep'],
    ['nobody of another country', pasted('Байменов Алихан', 'UZB'), alike([baimenov, 'same']), 'keep'],
    ['nobody of two', pasted('Kim'), alike([contact('Kim A', 'KOR'), 'same'], [contact('Kim B', 'KAZ'), 'same']), 'keep'],
    [
      'of two the one of the country',
      pasted('Kim', 'KAZ'),
      alike([contact('Kim A', 'KOR'), 'same'], [contact('Kim B', 'KAZ'), 'same']),
      'Kim B',
    ],
    ['nobody when nobody is alike', pasted('Anna Novak'), alike(), 'keep'],
  ]
  test.each(proposals)('are proposed %s', (_what, row, found, expected) => {
    const plan = pastePlan([row], [found])
    expect(plan.asked).toHaveLength(1)
    const [choice] = plan.choices.values()
    expect(choice?.type === 'match' ? choice.contact.title : choice?.type).toBe(expected)
  })

  test('are planned by looking at each row as often in a long list as in a short one', () => {
    const looksOf = (size: number) => {
      let looks = 0
      const rows = Array.from({ length: size }, (_, at): PastedRow => {
        const { participant, ...names } = pasted(`Person ${at}`)
        return {
          ...names,
          get participant() {
            looks += 1
            return participant
          },
        }
      })
      expect(
        pastePlan(
          rows,
          Array.from(rows, () => alike()),
        ).asked,
      ).toHaveLength(size)
      return looks
    }
    expect(looksOf(1_000)).toBe(10 * looksOf(100))
  })

  test('become contacts only when that is asked for', () => {
    const row = { ...pasted('Anna Novak', 'SVN', 'Dean'), family: 'Novak', given: 'Anna' }
    const plan = pastePlan([row, pasted('Boris')], [alike(), alike()])
    expect(contactsToCreate(plan, plan.choices)).toEqual([])
    const choices = new Map<string, Choice>(plan.choices).set('anna novak', { type: 'create' })
    expect(contactsToCreate(plan, choices)).toEqual([
      { title: 'Anna Novak', family: 'Novak', given: 'Anna', post: 'Dean', country: 'SVN', organisation: '' },
    ])
    expect(plannedRows(plan, choices).map(({ person }) => person)).toEqual(['Anna Novak', 'Boris'])
  })
})
