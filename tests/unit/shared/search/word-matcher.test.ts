import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createWordMatcher, type WordMatcherOptions } from '../../../../src/shared/search/word-matcher.ts'
import { wordSpans } from '../../../../src/shared/text/fold.ts'

/** The text with what is marked of its words in guillemets. */
function marked(text: string, wanted: readonly string[], options?: WordMatcherOptions): string {
  const matcher = createWordMatcher(wanted, options)
  let result = ''
  let at = 0
  for (const { from, to } of wordSpans(text)) {
    const match = matcher.matches(text.slice(from, to))
    if (!match) continue
    result += `${text.slice(at, from)}«${text.slice(from, from + match.length)}»`
    at = from + match.length
  }
  return result + text.slice(at)
}

describe('the words of a text that were looked for', () => {
  it.each([
    ['beginnings of words', 'The civil service of civilians', ['civil'], 'The «civil» service of «civil»ians'],
    ['the longest that was typed', 'Kazakhstan', ['ka', 'kazakh'], '«Kazakh»stan'],
    ['marks over letters with them', 'Škoda, Łódź', ['sko', 'lodz'], '«Ško»da, «Łódź»'],
    ['marks that are characters of their own', 'S\u030ckoda', ['s'], '«S\u030c»koda'],
    ['letters that fold to two', 'Straße æther', ['strass', 'aet'], '«Straß»e «æt»her'],
    ['ё typed as е', 'Алёна', ['алена'], '«Алёна»'],
    ['the whole name in another script', 'Алихан Байменов пришёл', ['Baimenov'], 'Алихан «Байменов» пришёл'],
    ['a name in another romanisation', 'Baimenov', ['Bajmenov'], '«Baimenov»'],
    ['so much of a name in another script as was typed', 'Баймёнов', ['Baim'], '«Байм»ёнов'],
    ['a word with a letter of another script', 'Djaсta', ['djacta'], '«Djaсta»'],
    ['other forms of a word', 'decided, deciding; решений', ['decides', 'решение'], '«decided», «deciding»; «решений»'],
    ['nothing of other words', 'Ivanova Li', ['Lee', 'Petrov'], 'Ivanova Li'],
    ['nothing of a word whose sounds are those of anything', 'Йемен, Юг, Japan', ['йййй'], 'Йемен, Юг, Japan'],
    ['names of two letters only as a whole', 'Ли Лина', ['Li'], '«Ли» Лина'],
  ])('are %s', (_name, text, wanted, expected) => {
    expect(marked(text, wanted)).toBe(expected)
  })

  it('are whole in a phrase, in any spelling', () => {
    expect(marked('Li Lina Ли', ['li'], { whole: true })).toBe('«Li» Lina «Ли»')
    expect(marked('decided', ['decides'], { whole: true })).toBe('decided')
  })

  it('are no other forms of the word where names are', () => {
    expect(marked('meetings meet', ['meeting'], { inflected: false })).toBe('«meeting»s meet')
    expect(marked('meetings meet', ['meeting'])).toBe('«meeting»s «meet»')
  })

  it('tells which of the words it was', () => {
    const matcher = createWordMatcher(['hub', 'civil'])
    expect(matcher.matches('Civilian')).toEqual({ word: 1, length: 5 })
    expect(matcher.matches('Hub')).toEqual({ word: 0, length: 3 })
    expect(matcher.matches('hu')).toBeNull()
  })

  it('marks some of every word that it finds, and finds every word by itself and by its beginnings', () => {
    const letters = fc.constantFrom(..."abcšßжщйёӘқ'sh\u0301\u00ad")
    fc.assert(
      fc.property(fc.array(letters, { minLength: 1, maxLength: 12 }), fc.nat({ max: 12 }), (all, end) => {
        const text = all.join('')
        for (const { from, to } of wordSpans(text)) {
          const word = text.slice(from, to)
          for (const typed of [word, all.slice(0, end).join('')]) {
            const match = createWordMatcher([typed]).matches(word)
            if (match) {
              expect(match.length).toBeGreaterThan(0)
              expect(match.length).toBeLessThanOrEqual(word.length)
            }
          }
        }
      }),
    )
  })
})
