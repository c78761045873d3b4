import { describe, expect, test } from 'vitest'
import { markedParts } from '../../../../src/renderer/ui/marked-parts.ts'

const shown = (text: string, ranges: readonly (readonly [number, number])[]) =>
  markedParts(text, ranges)
    .map(({ part, marked }) => (marked ? `[${part}]` : part))
    .join('')

describe('marked text', () => {
  test('marks the words found', () => {
    expect(shown('Larbi Djaсta', [[6, 12]])).toBe('Larbi [Djaсta]')
    expect(
      shown('Kim Pan Suk', [
        [0, 3],
        [8, 11],
      ]),
    ).toBe('[Kim] Pan [Suk]')
  })

  test('never loses or doubles text, whatever the ranges say', () => {
    for (const ranges of [
      [[-2, 3]],
      [[4, 99]],
      [[5, 5]],
      [
        [4, 8],
        [6, 9],
      ],
      [
        [8, 11],
        [0, 3],
      ],
    ] as const)
      expect(
        markedParts('Kim Pan Suk', ranges as never)
          .map(({ part }) => part)
          .join(''),
      ).toBe('Kim Pan Suk')
  })

  test('without ranges is the text', () => {
    expect(shown('Kim Pan Suk', [])).toBe('Kim Pan Suk')
    expect(shown('', [])).toBe('')
  })
})
