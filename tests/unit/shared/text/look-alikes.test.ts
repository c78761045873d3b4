import { expect, it } from 'vitest'
import { scriptOf, unmixed } from '../../../../src/shared/text/look-alikes.ts'

it.each([
  ['djaсta', 'djacta'],
  ['бaйменов', 'байменов'],
  ['kоrеаnnnn', 'koreannnn'],
  ['ceкpeтарь', 'секретарь'],
  ['аlikhan', 'alikhan'],
  ['hуркен', 'нуркен'],
])('%s is %s', (mixed, whole) => {
  expect(unmixed(mixed)).toBe(whole)
})

it('goes by the script with more letters, and at a tie by the first letter', () => {
  expect(unmixed('oрx')).toBe('opx')
  expect(unmixed('аx')).toBe('ах')
  expect(unmixed('aх')).toBe('ax')
})

it('takes the other script where only that can be', () => {
  expect(unmixed('cocoю')).toBe('сосою')
})

it('leaves alone what is mixed for good', () => {
  expect(unmixed('vipша')).toBe('vipша')
})

it.each([
  ['baimenov', 'latin'],
  ['łódź', 'latin'],
  ['байменов', 'cyrillic'],
  ['djaсta', 'mixed'],
  ['2023', 'other'],
  ['김판석', 'other'],
  ['sc2023', 'latin'],
])('%s is %s', (word, script) => {
  expect(scriptOf(word)).toBe(script)
})
