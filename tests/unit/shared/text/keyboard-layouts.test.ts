import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { fold } from '../../../../src/shared/text/fold.ts'
import { otherLayouts } from '../../../../src/shared/text/keyboard-layouts.ts'

/** Any UTF-16 at all, halves of surrogate pairs included. */
const codeUnits = fc.array(fc.nat(0xffff), { maxLength: 20 }).map((units) => String.fromCharCode(...units))

it.each([
  [',fqvtyjd', 'байменов'],
  ['<fqvtyjd', 'Байменов'],
  ['Ифшьутщм', 'Baimenov'],
  ['ghbdtn vbh', 'привет мир'],
  ['Gtnhjd', 'Петров'],
  ['`krf', 'ёлка'],
  ["'kmdbhf", 'эльвира'],
  ['ьуукещскфсн', 'meertocracy'],
  ['вуфвдшту', 'deadline'],
  ['лшкпшяыефт', 'kirgizstan'],
])('%s is %s first', (typed, meant) => {
  expect(otherLayouts(typed)[0]).toBe(meant)
})

it.each([
  ['0fpf0cnfy', 'қазақстан'],
  ['2lsktn', 'әдылет'],
  ['Rfpf[cnfy', 'Казахстан'],
  ['9ksn', 'ұлыт'],
  ['-pty', 'өзен'],
  ['4fhf7', 'ңара.'],
])('%s is also %s', (typed, meant) => {
  expect(otherLayouts(typed)).toContain(meant)
})

it('reads Kazakh letters as the Kazakh layout alone', () => {
  expect(otherLayouts('қазақстан')).toEqual(['0fpf0cnfy'])
})

it('has nothing for what no layout changes', () => {
  for (const text of ['', ' ', '김판석', '—']) expect(otherLayouts(text)).toEqual([])
})

it('comes back from a Latin text by the layout that was taken, and never throws', () => {
  const latin = fc.string({ unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyzABCXYZ ') })
  fc.assert(
    fc.property(latin, (text) => {
      for (const typed of otherLayouts(text)) expect(otherLayouts(typed).map(fold)).toContain(fold(text))
    }),
    { numRuns: 50 },
  )
  fc.assert(
    fc.property(codeUnits, (text) => {
      for (const typed of otherLayouts(text)) expect(typed).not.toBe(text)
    }),
    { numRuns: 50 },
  )
})
