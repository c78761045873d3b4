import { describe, expect, it } from 'vitest'
import { mixedWords } from '../../../../src/shared/text/mixed-script.ts'

describe('mixedWords', () => {
  it('finds the Cyrillic letter in a Latin name', () => {
    expect(mixedWords('Djaсta, Larbi')).toEqual([{ word: 'Djaсta', letters: ['с'], script: 'Cyrillic' }])
  })

  it('finds the Latin letter in a Cyrillic name', () => {
    expect(mixedWords('Бaйменов Алихан')).toEqual([{ word: 'Бaйменов', letters: ['a'], script: 'Latin' }])
  })

  it('names each odd letter once', () => {
    expect(mixedWords('Kazаkhstаn')[0]?.letters).toEqual(['а'])
    expect(mixedWords('Kоrеаnnnn')[0]?.letters).toEqual(['о', 'е', 'а'])
  })

  it('names the letters that do not begin the word when both scripts have as many', () => {
    expect(mixedWords('aб')).toEqual([{ word: 'aб', letters: ['б'], script: 'Cyrillic' }])
    expect(mixedWords('бa')).toEqual([{ word: 'бa', letters: ['a'], script: 'Latin' }])
  })

  it('leaves two scripts in two words alone', () => {
    expect(mixedWords('Alikhan Байменов')).toEqual([])
    expect(mixedWords('IT-специалист, Қазақстан (UNDP)')).toEqual([])
  })

  it('leaves diacritics, Kazakh letters and other scripts alone', () => {
    expect(mixedWords('Türkiye Łukasz Нұрсұлтан Әйгерім 김판석 Ελλάδα')).toEqual([])
    expect(mixedWords('')).toEqual([])
  })

  it('sees a letter that is written as base and mark', () => {
    expect(mixedWords('Bäymenоv'.normalize('NFD'))[0]?.letters).toEqual(['о'])
  })
})
