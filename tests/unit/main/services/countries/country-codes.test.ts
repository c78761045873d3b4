import { describe, expect, it } from 'vitest'
import { countryCodes } from '../../../../../src/main/services/countries/country-codes.ts'
import { countryOptions } from '../../../../../src/main/services/countries/country-options.ts'
import type { RecordOf } from '../../../../../src/shared/model/record.ts'
import { newRecord } from '../../../../support/new-record.ts'

const own = newRecord(1, { kind: 'country', title: 'Freedonia', aliases: ['Sylvania'], code: 'XFR' }) as RecordOf<'country'>
const codes = countryCodes(countryOptions([own]))

describe('the country that a name means', () => {
  it.each([
    ['KAZ', ['KAZ']],
    ['kz', ['KAZ']],
    ['Kazakhstan', ['KAZ']],
    ['казахстан', ['KAZ']],
    ['Қазақстан', ['KAZ']],
    ['Republic of Kazakhstan', ['KAZ']],
    ['South Korea', ['KOR']],
    ['Великобритания', ['GBR']],
    ['freedonia', ['XFR']],
    ['Sylvania', ['XFR']],
    ['XFR', ['XFR']],
    // exact names win over those that have the words among others
    ['Guinea', ['GIN']],
    // while it is being typed
    ['Kazakhs', ['KAZ']],
    // in another spelling
    ['Qazaqstan', ['KAZ']],
    ['Uzbekiston', []],
    ['', []],
    ['?!', []],
  ])('%s: %j', (name, expected) => expect(codes(name)).toEqual(expected))

  it('is each of those that share a word', () => {
    expect(new Set(codes('Коре'))).toEqual(new Set(['KOR', 'PRK']))
  })
})
