import { describe, expect, it } from 'vitest'
import { guessedQueries, KnownWords } from '../../../../../src/main/services/texts/guessed-queries.ts'

const known = new KnownWords()
for (const text of [
  'Send the study to the printers',
  'Chase Mr Bäymenov’s letter',
  'Remuneration of SC/2023',
  'Ask the prince, the printers',
  'кабинет',
])
  known.add(text)
const guesses = (text: string) => guessedQueries(text, known)
const typos = (text: string) => guesses(text).flatMap((guess) => (guess.how === 'typo' ? [guess.text] : []))

describe('what may have been meant', () => {
  it.each([
    ['pritners', 'printers'],
    ['is:open remunertion', 'is:open Remuneration'],
    ['the "printres"', 'the "printers"'],
    ['baymenow', 'Bäymenov'],
    // the nearest; of two that are as near, the more frequent
    ['printe letter', undefined],
    ['princers', 'printers'],
    ['кабинед', 'кабинет'],
    // what stands there, a beginning, a short word, a number, what is left out
    ['printers', undefined],
    ['prin', undefined],
    ['teh', undefined],
    ['2032', undefined],
    ['-pritners', undefined],
    ['kind:note', undefined],
    ['', undefined],
  ])('%s: %s', (text, expected) => {
    expect(typos(text)).toEqual(expected === undefined ? [] : [expected])
  })

  it('is the same keys on another layout, behind what is near', () => {
    expect(guesses('зкштеукы').map(({ how, text }) => [how, text])).toContainEqual(['layout', 'printers'])
    expect(guesses('pritners')[0]).toEqual({ how: 'typo', text: 'printers' })
  })

  it('is not looked for in a pasted page', () => {
    const page = Array.from({ length: 40 }, (_, number) => `pritners${'abcdefghij'[number % 10]}${'klmn'[number % 4]}`).join(' ')
    expect(typos(`${page} pritners`)).toEqual([])
  })
})
