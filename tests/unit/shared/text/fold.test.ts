import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { fold, wordSpans, words } from '../../../../src/shared/text/fold.ts'

it.each([
  ['Łódź', 'lodz'],
  ['Straße STRASSE ẞ', 'strasse strasse ss'],
  ['Ærø Þór Đặng Œuvre', 'aero thor dang oeuvre'],
  ['İstanbul Diyarbakır IŞIK', 'istanbul diyarbakir isik'],
  ['Bäymenov', 'baymenov'],
  ['Ba\u0308ymenov', 'baymenov'],
  ['Ёлка ёж', 'елка еж'],
  ['е\u0308ж', 'еж'],
  ['Йод Май Күй', 'йод май күй'],
  ['Маи\u0306', 'май'],
  ['Байме\u0301нов', 'байменов'],
  ['Єгипет Їжак', 'єгипет їжак'],
  ['Қазақстан Әділет Ұлт Өзен Ғылым', 'қазақстан әділет ұлт өзен ғылым'],
  ['Ѓорѓи Ќерка', 'ѓорѓи ќерка'],
  ['Αθήνα ΟΔΥΣΣΕΥΣ', 'αθηνα οδυσσευσ'],
  ['Oʻzbekiston', 'ozbekiston'],
  ['ＡＢＣ１ ﬁ', 'abc1 fi'],
  ['Bai\u00admenov\u200e', 'baimenov'],
  ['Djaсta', 'djaсta'],
])('folds %s', (text, expected) => {
  expect(fold(text)).toBe(expected)
})

it('й is not и', () => {
  expect(fold('май')).not.toBe(fold('маи'))
})

it('splits into folded words of every script', () => {
  expect(words("Côte d'Ivoire: SC/2023/2, Ким Пан-Сук (김판석)")).toEqual([
    'cote',
    'd',
    'ivoire',
    'sc',
    '2023',
    '2',
    'ким',
    'пан',
    'сук',
    '김판석',
  ])
  expect(words('— !? …')).toEqual([])
})

it.each([
  ["Ol'ga", ['olga']],
  ['Il’ya', ['ilya']],
  ["L'vov D'yakonov", ['lvov', 'dyakonov']],
  ['Лук’янов', ['лукянов']],
  ["O'Brien's", ['obrien', 's']],
  ["Aqto'be Respy'blikasy'", ['aqtobe', 'respyblikasy']],
  ["the Commission's members' l'État d'Ivoire qu'il don't we'll", 'the commission s members l etat d ivoire qu il don t we ll'.split(' ')],
  ["'quoted' ''", ['quoted']],
])('keeps the apostrophes of names together: %s', (text, expected) => {
  expect(words(text)).toEqual(expected)
  expect([...wordSpans(text)].map(({ from, to }) => fold(text.slice(from, to)))).toEqual(expected)
})

it('words and their spans are the same for any text with apostrophes', () => {
  const text = fc.string({ unit: fc.constantFrom(..."adlsto’'′ -жяÉ") })
  fc.assert(
    fc.property(text, (sample) => {
      expect([...wordSpans(sample)].map(({ from, to }) => fold(sample.slice(from, to)))).toEqual(words(sample))
      expect(fold(fold(sample))).toBe(fold(sample))
    }),
    { numRuns: 500 },
  )
})

it('is idempotent, and the same for composed and decomposed text', () => {
  const text = fc.string({ unit: 'grapheme' })
  fc.assert(
    fc.property(text, (sample) => {
      expect(fold(fold(sample))).toBe(fold(sample))
      expect(fold(sample.normalize('NFD'))).toBe(fold(sample.normalize('NFC')))
    }),
    { numRuns: 500 },
  )
})

it('takes a word of five million letters, and one of as many unseen characters', () => {
  expect(words('ж'.repeat(5_000_000)).join('')).toHaveLength(5_000_000)
  expect(words(`a${'\u200b'.repeat(5_000_000)}b`)).toEqual(['ab'])
  expect(words(`a${'\u0301'.repeat(5_000_000)} b`).at(-1)).toBe('b')
})
