import { describe, expect, it } from 'vitest'
import {
  countryAliases,
  problemOf,
  recordInputOf,
  type NewRecordFields,
} from '../../../../../src/renderer/parts/new-record/record-input.ts'
import { recordInput } from '../../../../../src/shared/model/record.ts'

const turkey = {
  code: 'TUR',
  alpha2: 'tr',
  numeric: '792',
  names: { en: 'Türkiye', ru: 'Турция', kk: 'Түркия' },
  formalNames: { en: 'Republic of Türkiye', ru: 'Турецкая Республика', kk: '' },
  otherNames: ['Turkey', 'turkey ', 'türkiye', 'Turkey [former]'],
  recordId: null,
}
const fields: NewRecordFields = {
  kind: 'note',
  contactType: 'person',
  title: ' Visit to Ljubljana ',
  country: null,
  date: '2022-03',
  countries: ['SVN'],
}

describe('new records', () => {
  it('a country is found by its other names, each once and none that links could not hold', () => {
    expect(countryAliases(turkey)).toEqual(['Turkey'])
  })

  it('a country brings its code, names and itself among the countries', () => {
    const input = recordInputOf({ ...fields, kind: 'country', title: '', country: turkey, countries: [] }, ['Turkey'])
    expect(recordInput.parse(input)).toMatchObject({
      kind: 'country',
      title: 'Türkiye',
      code: 'TUR',
      shortNames: { en: 'Türkiye', ru: 'Турция', kk: 'Түркия' },
      aliases: ['Turkey'],
      countries: ['TUR'],
    })
  })

  it('what the dialog makes fits the model', () => {
    for (const kind of ['contact', 'meeting', 'note', 'study'] as const) {
      expect(recordInput.parse(recordInputOf({ ...fields, kind }, []))).toMatchObject({
        kind,
        title: 'Visit to Ljubljana',
        countries: ['SVN'],
      })
    }
    expect(recordInputOf({ ...fields, kind: 'meeting' }, [])).toMatchObject({
      start: '2022-03',
      timeZone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
    })
  })

  it('says which field keeps it from being made', () => {
    expect(problemOf(fields)).toBeUndefined()
    expect(problemOf({ ...fields, title: '  ' })).toEqual({ field: 'title', problem: 'empty' })
    expect(problemOf({ ...fields, title: 'x'.repeat(10_000) })).toEqual({ field: 'title', problem: 'tooLong' })
    expect(problemOf({ ...fields, title: 'Report [final]' })).toEqual({ field: 'title', problem: 'reserved' })
    expect(problemOf({ ...fields, date: '2022-02-30' })).toEqual({ field: 'date' })
    expect(problemOf({ ...fields, kind: 'country' })).toEqual({ field: 'country' })
  })
})
