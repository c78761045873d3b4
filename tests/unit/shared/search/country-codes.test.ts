import { describe, expect, it } from 'vitest'
import { countryOptions } from '../../../../src/main/services/countries/country-options.ts'
import type { RecordOf } from '../../../../src/shared/model/record.ts'
import { countryCodes } from '../../../../src/shared/search/country-codes.ts'
import { createWordMatcher } from '../../../../src/shared/search/word-matcher.ts'
import { words } from '../../../../src/shared/text/fold.ts'
import { newRecord } from '../../../support/new-record.ts'

const own = newRecord(1, { kind: 'country', title: 'Freedonia', aliases: ['Sylvania'], code: 'XFR' }) as RecordOf<'country'>
const options = countryOptions([own])
const codes = countryCodes(options)
const namesOf = ({ code, alpha2, names, formalNames, otherNames }: (typeof options)[number]) => [
  code,
  alpha2,
  ...Object.values(names),
  ...Object.values(formalNames),
  ...otherNames,
]

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
    ['щербаков '.repeat(1_000), []],
  ])('%s: %j', (name, expected) => expect(codes(name)).toEqual(expected))

  it('is each of those that share a word', () => {
    expect(new Set(codes('Коре'))).toEqual(new Set(['KOR', 'PRK']))
  })

  it.each([
    'Qazaqstan',
    'Rossija',
    'Belarus’',
    'Гурзия',
    'Zambija',
    'Republika',
    'Ţajikistan',
    'Kazh',
    'Gvineja',
    'sh',
    'Coree du',
    'Koreja Respublika',
  ])('is found as the words of a text are: %s', (name) => {
    const matchers = words(name).map((word) => createWordMatcher([word], { inflected: false }))
    const has = (own: string) => matchers.every((matcher) => words(own).some((one) => matcher.matches(one) !== null))
    const begun = (own: string) => words(name).every((word) => words(own).some((one) => one.startsWith(word)))
    const named = (fits: (own: string) => boolean) => options.flatMap((option) => (namesOf(option).some(fits) ? [option.code] : []))
    expect(codes(name)).toEqual(named(begun).length > 0 ? named(begun) : named(has))
  })
})
