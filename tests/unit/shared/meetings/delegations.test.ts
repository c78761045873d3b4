import { describe, expect, test } from 'vitest'
import reference from '../../../../resources/countries.json' with { type: 'json' }
import { delegationsOf, replacedBy } from '../../../../src/shared/meetings/delegations.ts'
import { protocolOrder, type ProtocolLanguage } from '../../../../src/shared/meetings/protocol-order.ts'
import type { Participant } from '../../../../src/shared/model/meeting.ts'

const names = new Map(reference.map(({ code, shortNames }) => [code, shortNames]))
const nameIn = (language: ProtocolLanguage) => (code: string) => names.get(code)?.[language] ?? ''
const row = (person: string, country: string, change: Partial<Participant> = {}): Participant => ({
  person,
  function: '',
  status: '',
  represents: { country, organisation: '' },
  title: '',
  presence: '',
  replacedBy: '',
  ...change,
})

describe('the protocol order', () => {
  const codes = ['USA', 'KOR', 'EST', 'KGZ', 'TUR', 'AZE', 'MDA', 'KAZ', 'CIV', 'USA']

  test('is that of the short names in English: the Republic of Korea under R, Côte d’Ivoire before Estonia', () => {
    expect(protocolOrder(codes, 'en', nameIn('en'))).toEqual(['AZE', 'CIV', 'EST', 'KAZ', 'KGZ', 'KOR', 'MDA', 'TUR', 'USA'])
  })

  test('is another in Russian and in Kazakh', () => {
    // Азербайджан, Казахстан, Кот-д’Ивуар, Кыргызстан, Республика Корея, Республика Молдова, Соединенные Штаты, Турция, Эстония
    expect(protocolOrder(codes, 'ru', nameIn('ru'))).toEqual(['AZE', 'KAZ', 'CIV', 'KGZ', 'KOR', 'MDA', 'USA', 'TUR', 'EST'])
    // Қ stands after К in the Kazakh alphabet
    expect(
      protocolOrder(
        ['KAZ', 'KOR', 'KGZ', 'AZE'],
        'kk',
        (code) => ({ KAZ: 'Қазақстан', KOR: 'Корея', KGZ: 'Қырғызстан', AZE: 'Әзербайжан' })[code] ?? '',
      ),
    ).toEqual(['AZE', 'KOR', 'KAZ', 'KGZ'])
  })

  test('puts a country without a name under its code', () => {
    expect(protocolOrder(['XKX', 'EST', 'ZZZ'], 'en', nameIn('en')).at(-1)).toBe('ZZZ')
  })
})

describe('delegations', () => {
  test('are the countries in order, then the organisations, then who speaks for nobody', () => {
    const bank = { country: '', organisation: 'World Bank' }
    const people = [
      row('A', '', { represents: bank }),
      row('B', 'EST', { status: 'adviser' }),
      row('C', ''),
      row('D', 'EST', { status: 'head of delegation' }),
      row('E', 'EST'),
      row('F', 'AZE'),
      row('G', '', { represents: { ...bank, organisation: 'world  bank' } }),
      row('H', 'EST', { represents: { country: 'EST', organisation: 'State Chancellery' } }),
    ]
    expect(delegationsOf(people, { language: 'en', nameOf: nameIn('en'), countries: ['GEO', 'EST'] })).toEqual([
      { country: 'AZE', organisation: '', rows: [5] },
      // the head, then delegates and those without a status, then advisers
      { country: 'EST', organisation: '', rows: [3, 4, 7, 1] },
      { country: 'GEO', organisation: '', rows: [] },
      { country: '', organisation: 'World Bank', rows: [0, 6] },
      { country: '', organisation: '', rows: [2] },
    ])
  })

  test('say of a replacement whom they replace', () => {
    const people = [
      row('Robert Schumi', 'SVN', { presence: 'replaced', replacedBy: 'Anna Novak' }),
      row('anna  novak', 'SVN'),
      row('Rex Facer', 'USA', { presence: 'present', replacedBy: 'Anna Novak' }),
      row('', 'KAZ'),
    ]
    expect(replacedBy(people)).toEqual([[], ['Robert Schumi'], [], []])
  })
})
