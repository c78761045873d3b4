import { describe, expect, it } from 'vitest'
import { later } from '../../../../src/main/services/later.ts'
import { method } from '../../../../src/shared/contract/define.ts'
import { z } from '../../../../src/shared/model/zod.ts'

const methods = { 'a.double': method(z.number(), z.number()), 'a.client': method(z.number(), z.string()) } as const
const service = {
  'a.double': async (value: number) => value * 2,
  'a.client': async (_value: number, { client }: { client: string }) => client,
}
const context = { client: 'window' }

describe('later', () => {
  it('loads nothing until it is called, and then once', async () => {
    let loads = 0
    const handlers = later(methods, async () => {
      loads += 1
      return service
    })
    expect(loads).toBe(0)
    const answers = await Promise.all([handlers['a.double'](21, context), handlers['a.client'](0, context)])
    expect(answers).toEqual([42, 'window'])
    expect(loads).toBe(1)
  })

  it('tries again after it could not be loaded', async () => {
    let loads = 0
    const handlers = later(methods, async () => {
      loads += 1
      if (loads === 1) throw new Error('The file is gone.')
      return service
    })
    await expect(handlers['a.double'](1, context)).rejects.toThrow('The file is gone.')
    expect(await handlers['a.double'](1, context)).toBe(2)
  })
})
