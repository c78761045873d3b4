import { expect, it } from 'vitest'
import { words } from '../../../../src/shared/text/fold.ts'
import { markedWords } from '../../../../src/shared/text/marked-words.ts'

it('gives the words whose marks say more than the folded word', () => {
  expect([...markedWords('Šiškin met Ay’ezov in Şymkent, not in Málaga')]).toEqual([
    ['siskin', 'šiškin'],
    ['ayezov', 'ay’ezov'],
    ['symkent', 'şymkent'],
  ])
})

it('finds them in decomposed text', () => {
  expect([...markedWords('Šiškin'.normalize('NFD'))]).toEqual([['siskin', 'šiškin']])
})

it('gives nothing for plain text', () => {
  expect([...markedWords("The Commission's plan; Байменов, Жұмағали, O'Brien")]).toEqual([])
})

it('folds each word as the words of the text are folded', () => {
  const text = 'Jürgen Schröder, Țepeș & Ûrij Čehov; Qazaqstan Respy’blikasy'
  for (const [folded] of markedWords(text)) expect(words(text)).toContain(folded)
})
