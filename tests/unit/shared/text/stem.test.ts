import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { fold } from '../../../../src/shared/text/fold.ts'
import { stem } from '../../../../src/shared/text/stem.ts'

it.each([
  'meeting meetings',
  'reform reforms reformed reforming',
  'policy policies',
  'country countries',
  'process processes processed processing',
  'study studies studied studying',
  'use uses used using',
  'manage manages managed managing',
  'create creates created creating',
  'plan plans planned planning',
  'care cares cared caring',
  'annual annually',
  'entire entirely',
  'analysis analyses',
  'family families',
  'chairman chairmen',
  'служба службы службе службу службой службам службами',
  'реформа реформы реформе реформу реформой реформ реформам реформами реформах',
  'государственная государственной государственного государственные государственным',
  'министр министра министру министром министры министров министрам министрами',
  'совещание совещания совещанию совещаний совещаниями',
  'решение решения решений решением',
  'обсуждали обсуждал обсуждать',
  'стратегия стратегии стратегию',
  'қызмет қызметі қызметті қызметтің қызметке қызметте қызметтен қызметтер қызметтері',
  'шешім шешімі шешімдер шешімдері шешімінде шешіміне',
  'үкімет үкіметі үкіметтің үкіметтен',
  'өкіл өкілдер өкілдері өкілдердің өкілдерімен',
])('one stem: %s', (line) => {
  expect([...new Set(line.split(' ').map((word) => stem(fold(word))))]).toHaveLength(1)
})

it.each([
  'car care',
  'met meet',
  'new news',
  'fill file',
  'plan plane',
  'sing sin',
  'supply supp',
  'comply comp',
  'was wa',
  'state status',
  'policy police',
  'universe university',
  'реформа форма',
  'служба слушать',
  'страна сторона',
  'министр минута',
  'заң зал',
  'үкім үкімет',
  'қызмет қызық',
])('different stems: %s', (line) => {
  const words = line.split(' ')
  expect(new Set(words.map((word) => stem(fold(word)))).size).toBe(words.length)
})

/** Words of the sample vocabulary that the Snowball project publishes with its Russian stemmer. */
it.each([
  ['важнейшие', 'важн'],
  ['важность', 'важност'],
  ['вазы', 'ваз'],
  ['палками', 'палк'],
  ['памятника', 'памятник'],
  ['памятью', 'памят'],
  ['паденье', 'паден'],
  ['пальцами', 'пальц'],
])('%s is stemmed as published', (word, stemmed) => {
  expect(stem(word)).toBe(stemmed)
})

it('leaves short words, digits and other scripts alone', () => {
  for (const word of ['un', 'sc', '2023', 'sc2023', '김판석', 'ελλαδα', 'мы', 'не', 'бж', '']) expect(stem(word)).toBe(word)
})

it('is never longer than the word by more than a mute e, and never empty or thrown for any input', () => {
  const word = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: fc.constantFrom(...'aeioysdgnlt') }),
    fc.string({ unit: fc.constantFrom(...'аеиоыьнстймвшю') }),
    fc.string({ unit: fc.constantFrom(...'аыіңғқлртнмдсе') }),
  )
  fc.assert(
    fc.property(word, (sample) => {
      const folded = fold(sample)
      const stemmed = stem(folded)
      expect(stem(folded)).toBe(stemmed)
      expect(stemmed.length).toBeLessThanOrEqual(Math.max(folded.length, 8))
      expect(stemmed === '').toBe(folded === '')
    }),
    { numRuns: 400 },
  )
})

it('takes long words', () => {
  for (const piece of ['ing', 'ся', 'лардың', 'нн', 'ғы']) expect(stem(piece.repeat(30_000))).not.toBe('')
})
