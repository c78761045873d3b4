import { describe, expect, it } from 'vitest'
import { afterKey } from '../../../../src/renderer/features/palette/typed-ahead.ts'

const typed = (...keys: string[]) => keys.reduce((held, key) => afterKey(held, key) ?? held, { text: '', entered: false })

describe('keys before the palette is there', () => {
  it('are kept as text, Enter as Enter', () => {
    expect(typed('e', 's', 't', 'Enter')).toEqual({ text: 'est', entered: true })
    expect(typed('э', '𝒳', 'Backspace', 'Shift')).toEqual({ text: 'э', entered: false })
  })
})
