import { describe, expect, test } from 'vitest'
import type { CountryOption } from '../../../../src/shared/contract/lists.ts'
import { countriesAlike, countryNamed, matchCountries } from '../../../../src/renderer/parts/countries/country-names.ts'
import {
  askedCountries,
  proposedCountries,
  withCountries,
  type ChosenCountries,
} from '../../../../src/renderer/features/record/meeting/participants/asked-countries.ts'
import { pastePlan } from '../../../../src/renderer/features/record/meeting/participants/paste-plan.ts'
import { participantsFromPaste as pastedFrom } from '../../../../src/renderer/features/record/meeting/participants/pasted-participants.ts'
import { tableCells } from '../../../../src/renderer/parts/clipboard/table-cells.ts'
import reference from '../../../../resources/countries.json' with { type: 'json' }

const countries: CountryOption[] = reference.map(({ code, alpha2, numeric, shortNames, formalNames, otherNames }) => ({
  code,
  alpha2,
  numeric,
  names: shortNames,
  formalNames,
  otherNames: [...otherNames],
  recordId: null,
}))

describe('a country is found', () => {
  test.each([
    ['Turkey', 'TUR'],
    ['Türkiye', 'TUR'],
    ['turkiye', 'TUR'],
    ['Турция', 'TUR'],
    ['Қазақстан', 'KAZ'],
    ['KAZ', 'KAZ'],
    ['kz', 'KAZ'],
    ['Republic of Korea', 'KOR'],
    ['Республика Корея', 'KOR'],
  ])('in full by %s', (name, code) => expect(countryNamed(countries, name)?.code).toBe(code))

  test('by the beginnings of its words, the name that begins so first', () => {
    expect(matchCountries(countries, 'slove')[0]?.code).toBe('SVN')
    expect(matchCountries(countries, 'rep kor').map(({ code }) => code)).toContain('KOR')
    expect(matchCountries(countries, 'казах')[0]?.code).toBe('KAZ')
    expect(matchCountries(countries, 'Atlantis')).toEqual([])
  })

  test.each([
    // of two that are as near, both
    ['Slovania', ['SVK', 'SVN']],
    ['Kazahstan', ['KAZ']],
    ['Республика Кореа', ['KOR']],
    ['Эстонея', ['EST']],
    ['Atlantis', []],
    ['UNDP', []],
    ['', []],
  ])('by a name that is nearly spelt so: %s', (text, codes) =>
    expect(
      countriesAlike(countries, text)
        .map(({ code }) => code)
        .toSorted(),
    ).toEqual(codes),
  )

  test('not when nothing is asked for in full', () => expect(countryNamed(countries, ' ')).toBeUndefined())
})

describe('cells copied from a spreadsheet', () => {
  test('keep quotes and line ends inside a cell', () => {
    expect(tableCells('a\t"b ""c""\nd"\r\ne\tf\r\n')).toEqual([
      ['a', 'b "c" d'],
      ['e', 'f'],
    ])
  })
})

/** Rows as they were read; undefined for a text that is no table. */
function participantsFromPaste(text: string) {
  const pasted = pastedFrom(text, countries)
  if (pasted && 'tooMany' in pasted) throw new Error(`${pasted.tooMany} rows`)
  return pasted && { ...pasted, participants: pasted.rows.map(({ participant }) => participant) }
}

test('what stands under Country and is none is asked about once; it is a country when that is said, else the organisation', () => {
  const pasted = participantsFromPaste('Name\tCountry\nAnna\tSlovania\nBoris\tSlovania\nLarbi\tUnited Nations\nRex\tUSA')
  const rows = pasted?.rows ?? []
  const asked = askedCountries(rows, countries)
  expect(asked.map(({ text, rows: count }) => [text, count])).toEqual([
    ['Slovania', 2],
    ['United Nations', 1],
  ])
  expect(proposedCountries(asked)).toEqual(new Map())
  const plan = pastePlan(rows, [])
  const represented = (chosen: ChosenCountries) => withCountries(plan, chosen).rows.map(({ participant }) => participant.represents)
  expect(represented(new Map([['Slovania', 'SVN']]))).toEqual([
    { country: 'SVN', organisation: '' },
    { country: 'SVN', organisation: '' },
    { country: '', organisation: 'United Nations' },
    { country: 'USA', organisation: '' },
  ])
  expect(represented(new Map())[0]).toEqual({ country: '', organisation: 'Slovania' })
})

describe('rows pasted into the participants', () => {
  test('are read by their headings in any order', () => {
    const pasted = participantsFromPaste(
      'No.\tCountry\tName\tPosition\tStatus\n1\tSlovenia\tRobert Šumi\tChief Commissioner\tHead of delegation\n2\tTurkey\tA. Yılmaz\t\tobserver',
    )
    expect(pasted?.columns).toEqual([null, 'country', 'person', 'title', 'status'])
    expect(pasted?.participants).toMatchObject([
      {
        person: 'Robert Šumi',
        title: 'Chief Commissioner',
        status: 'head of delegation',
        represents: { country: 'SVN', organisation: '' },
      },
      { person: 'A. Yılmaz', title: '', status: 'observer', represents: { country: 'TUR', organisation: '' } },
    ])
  })

  test('are read by Russian headings, with the name in two columns', () => {
    const pasted = participantsFromPaste('Фамилия\tИмя\tДолжность\tСтрана\nБайменов\tАлихан\tПредседатель\tКазахстан')
    expect(pasted?.participants).toMatchObject([{ person: 'Алихан Байменов', title: 'Председатель', represents: { country: 'KAZ' } }])
    expect(pasted?.rows).toMatchObject([{ family: 'Байменов', given: 'Алихан' }])
  })

  test('are read without headings by what the cells hold', () => {
    const pasted = participantsFromPaste('1\tRex Facer\tProfessor\tUnited States\tpresent\n2\tVictor Guzun\tAmbassador\tEstonia\tapologies')
    expect(pasted?.hadHeadings).toBe(false)
    expect(pasted?.columns).toEqual([null, 'person', 'title', 'country', 'presence'])
    expect(pasted?.participants[1]).toMatchObject({ person: 'Victor Guzun', presence: 'apologies', represents: { country: 'EST' } })
  })

  test('keep what stands under Country and is none as the organisation', () => {
    const pasted = participantsFromPaste('Name\tCountry\nLarbi Djacta\tUnited Nations')
    expect(pasted?.participants[0]?.represents).toEqual({ country: '', organisation: 'United Nations' })
  })

  test('a single cell is text and no table; empty rows are left out', () => {
    expect(participantsFromPaste('Rex Facer')).toBeUndefined()
    expect(participantsFromPaste('Rex Facer\n\nVictor Guzun\n')?.participants.map(({ person }) => person)).toEqual([
      'Rex Facer',
      'Victor Guzun',
    ])
  })

  test('are counted before they are read: more than a meeting takes are not', () => {
    const lines = (count: number) => Array.from({ length: count }, (_, row) => `Person ${row}\tSlovenia`).join('\n')
    expect(pastedFrom(lines(5_000), countries)).toEqual({ tooMany: 5_000 })
    expect(participantsFromPaste(`Name\tCountry\n${lines(2_000)}`)?.participants).toHaveLength(2_000)
  })
})
