import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NameMatcher } from '../../../../src/shared/text/name-matcher.ts'

function matcherOf(...names: readonly string[]): NameMatcher {
  const matcher = new NameMatcher()
  for (const name of names) matcher.add(name)
  return matcher
}

const foundIn = (text: string, ...names: readonly string[]) =>
  matcherOf(...names)
    .find(text)
    .map(({ from, to }) => text.slice(from, to))

describe('names in plain text', () => {
  it.each([
    ['as it is', 'He met Rex Facer.', 'Rex Facer', ['Rex Facer']],
    ['in another case', 'REX FACER, rex facer', 'Rex Facer', ['REX FACER', 'rex facer']],
    ['with other white space', 'Rex\u00a0 \nFacer', 'Rex Facer', ['Rex\u00a0 \nFacer']],
    ['with a soft hyphen and a joiner', 'Re\u00adx Fa\u200bcer', 'Rex Facer', ['Re\u00adx Fa\u200bcer']],
    ['with marks between', '**Rex** _Facer_, Rex-Facer, Rex_Facer', 'Rex Facer', ['Rex** _Facer', 'Rex-Facer', 'Rex_Facer']],
    ['in capitals of a list', 'facer, rex', 'Facer, Rex', ['facer, rex']],
    ['with an English ending', 'Facer’s and O’Brien', "O'Brien", ['O’Brien']],
    ['in one word, as in an address', 'see rexfacer.org', 'Rex Facer', ['rexfacer']],
    ['within another word', 'Rexford Facers', 'Rex Facer', []],
    ['decomposed', 'Mu\u0308ller and Иои\u0306сов', 'Müller', ['Mu\u0308ller']],
    ['with a stray letter of the other alphabet', 'Rex Fаcer', 'Rex Facer', ['Rex Fаcer']],
    ['ё as е, and a stress mark', 'Королев, Короле\u0301в', 'Королёв', ['Королев', 'Короле\u0301в']],
    ['Cyrillic endings', 'Байменова, Байменовым, Байменову, Байменовский', 'Байменов', ['Байменова', 'Байменовым', 'Байменову']],
    ['endings in place of vowels', 'Комиссии, с Комиссией', 'Комиссия', ['Комиссии', 'Комиссией']],
    ['adjectives', 'Достоевского Достоевскому', 'Достоевский', ['Достоевского', 'Достоевскому']],
    ['every word of a name', 'у Алихана Байменова был', 'Алихан Байменов', ['Алихана Байменова']],
    ['short words beside others', 'с Олегом Кимом и Анной Ли', 'Олег Ким', ['Олегом Кимом']],
    ['Kazakh endings', 'Астанадағы Байменовтың Қазақстанда', 'Астана', ['Астанадағы']],
    ['short Cyrillic words take none', 'Кимов Ким', 'Ким', ['Ким']],
    ['Chinese within a sentence', '与李伟会谈', '李伟', ['李伟']],
    ['Korean with a particle, decomposed', `${'김판석'.normalize('NFD')}은`, '김판석', ['김판석'.normalize('NFD')]],
    ['two letters as they are spelled', 'The UN, un peu, Un', 'UN', ['UN']],
    ['one letter is a word', 'Plan A', 'A', []],
    ['a year or a date is a word', 'in 2023, on 2023-06-30', '2023', []],
    ['a long number', 'file 7712345', '7712345', ['7712345']],
    ['a symbol', 'SC/2023/2 and SC-2023-2, SC/2023/21', 'SC/2023/2', ['SC/2023/2', 'SC-2023-2']],
    ['signs', 'so 🦅 it is', '🦅', ['🦅']],
    ['an e-mail address', 'write to Rex.Facer@example.org.', 'rex.facer@example.org', ['Rex.Facer@example.org']],
  ])('%s', (_, text, name, found) => {
    expect(foundIn(text, name)).toEqual(found)
  })

  it('keeps a date of daily notes a date', () => {
    expect(foundIn('📅 2023-06-30', '2023-06-30')).toEqual([])
  })

  it('finds phone numbers however they are grouped', () => {
    const matcher = new NameMatcher()
    matcher.addPhone('+7 (7172) 123-456')
    const text = 'Call 8 7172 12 34 56 or +77172123456, not 7172 12 34 57.'
    expect(matcher.find(text).map(({ from, to }) => text.slice(from, to))).toEqual(['8 7172 12 34 56', '77172123456'])
  })

  it('leaves a family name that is written as a word', () => {
    const matcher = new NameMatcher()
    matcher.add('Young', 'capital')
    expect(matcher.find('the young and Mr. Young and YOUNG').map(({ from }) => from)).toEqual([18, 28])
  })

  it('leaves what another record is called by the same words', () => {
    const matcher = matcherOf('Müller')
    matcher.except('Muller')
    const text = 'Muller, Müller, MULLER'
    expect(matcher.find(text).map(({ from, to }) => text.slice(from, to))).toEqual(['Müller'])
  })

  it('finds names within and beside each other', () => {
    expect(foundIn('the Rex Facer Fund board', 'Rex Facer', 'Facer Fund', 'Fund board')).toEqual(['Rex Facer Fund board'])
  })

  it('finds each of many names, and nothing in a text of other words', () => {
    const word = fc.stringMatching(/^[a-zа-я]{4,9}$/)
    const name = fc.array(word, { minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 20 }), fc.nat(), (names, pick) => {
        const chosen = names[pick % names.length] ?? []
        const matcher = matcherOf(...names.map((words) => words.join(' ')))
        expect(matcher.find(`1 ${chosen.join('  ').toUpperCase()} 2`)).toEqual([{ from: 2, to: 2 + chosen.join('  ').length }])
        expect(matcher.find('0 1 2 3 4')).toEqual([])
      }),
    )
  })
})
