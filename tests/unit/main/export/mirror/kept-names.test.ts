import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { assignFileNames } from '../../../../../src/main/export/file-names.ts'
import { KeptNames } from '../../../../../src/main/export/mirror/kept-names.ts'
import { nastyNames } from '../../../../support/arbitrary-records.ts'
import { idOf } from '../../../../support/new-record.ts'

const titles = [
  ...nastyNames,
  'A',
  'a',
  'A/B',
  'A-B',
  'a:b',
  'A-B (2)',
  'a-b (2)',
  'A-B (2) (2)',
  'A（2）',
  'Straße',
  'STRASSE',
  'strasse (2)',
  'Untitled (3)',
  ...[1, 2, 3].map((number) => `${'long '.repeat(40)}${number}`),
  `${'long '.repeat(21)}(2)`,
  ...['e', 'E'].map((letter) => `${letter}${'\u0301'.repeat(300)}`),
]
const title = fc.oneof(fc.constantFrom(...titles), fc.string({ unit: 'grapheme', minLength: 1, maxLength: 4 }))

it('says after every change what all names at once would be, and which are others', () => {
  fc.assert(
    fc.property(
      fc.array(title, { maxLength: 12 }),
      fc.array(fc.record({ at: fc.nat(14), title: fc.option(title) }), { maxLength: 12 }),
      (first, changes) => {
        const now = new Map(first.map((one, index) => [idOf(index), one]))
        const names = new KeptNames()
        for (const [id, one] of now) names.add({ id, title: one })
        const all = () => assignFileNames(Array.from(now, ([id, one]) => ({ id, title: one })))
        let known = new Map(Array.from(now.keys(), (id) => [id, names.stemOf(id)]))
        expect(known).toEqual(all())
        for (const change of changes) {
          const id = idOf(change.at)
          const before = now.get(id)
          if (change.title === null) now.delete(id)
          else now.set(id, change.title)
          const renamed = names.change(id, before, change.title ?? undefined)
          const expected = all()
          const ids = new Set([...known.keys(), ...expected.keys()])
          expect(new Set(renamed.map((one) => one.id))).toEqual(new Set([...ids].filter((one) => known.get(one) !== expected.get(one))))
          for (const [one, stem] of expected) expect([names.stemOf(one), names.idOf(stem)]).toEqual([stem, one])
          for (const one of ids) if (!expected.has(one)) expect(names.stemOf(one)).toBeUndefined()
          known = expected
        }
      },
    ),
  )
})
