import { describe, expect, it } from 'vitest'
import { decisionViews, readRegister, registerAddress } from '../../../../src/renderer/store/decisions-address.ts'

describe('the address of the register of decisions', () => {
  it('means the same view again, whatever was typed', () => {
    for (const status of decisionViews) {
      for (const text of ['', 'SC/2023/5', '"a & b" # ? = ё', '100 %']) {
        const view = { status, text }
        expect(readRegister(registerAddress(view))).toEqual(view)
      }
    }
  })

  it('is short for the whole register, and takes what is unknown for that', () => {
    expect(registerAddress({ status: 'all', text: '' })).toBe('/decisions')
    expect(readRegister('/decisions?status=forgotten')).toEqual({ status: 'all', text: '' })
    expect(readRegister('/decisions')).toEqual({ status: 'all', text: '' })
  })

  it('holds no more than the filter does', () => {
    expect(readRegister(`/decisions?text=${'x'.repeat(2_000)}`).text).toHaveLength(500)
  })
})
