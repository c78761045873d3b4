import { describe, expect, test } from 'vitest'
import { method, nothing } from '../../../../src/shared/contract/define.ts'
import { AppError } from '../../../../src/shared/errors.ts'
import { z } from '../../../../src/shared/model/zod.ts'
import type { LogEntry } from '../../../../src/main/rpc/log.ts'
import { createRouter } from '../../../../src/main/rpc/router.ts'

const methods = {
  'numbers.double': method(z.strictObject({ number: z.number() }), z.strictObject({ result: z.number() })),
  'numbers.fail': method(z.strictObject({ how: z.enum(['expected', 'defect', 'text']) }), nothing),
  'numbers.wait': method(nothing, nothing),
} as const

function router(overrides: { answer?: unknown; wait?: Promise<void>; checkOutputs?: boolean } = {}) {
  const log: LogEntry[] = []
  const made = createRouter({
    methods,
    handlers: {
      'numbers.double': ({ number }) => Promise.resolve((overrides.answer ?? { result: number * 2 }) as { result: number }),
      'numbers.fail': ({ how }) => {
        if (how === 'expected') throw new AppError('DISK_FULL', 'The disk is full.', { free: 0 })
        if (how === 'text') return Promise.reject('a text is thrown' as unknown as Error)
        throw new TypeError('secret detail of the inside')
      },
      'numbers.wait': async () => {
        await overrides.wait
        return {}
      },
    },
    log: { error: (entry) => log.push(entry), info: () => undefined },
    newId: () => 'correlation-1',
    checkOutputs: overrides.checkOutputs ?? true,
  })
  return { log, close: () => made.close(), call: (name: string, input: unknown) => made.call(name, input, { client: 'window' }) }
}

describe('the router', () => {
  test('answers with the value of the handler', async () => {
    expect(await router().call('numbers.double', { number: 4 })).toEqual({ ok: true, value: { result: 8 } })
  })

  test('passes expected failures on, with their details', async () => {
    const { call, log } = router()
    expect(await call('numbers.fail', { how: 'expected' })).toEqual({
      ok: false,
      error: { code: 'DISK_FULL', message: 'The disk is full.', details: { free: 0 } },
    })
    expect(log).toEqual([])
  })

  test('keeps the inside of a defect in the log, under the id that the caller gets', async () => {
    for (const how of ['defect', 'text']) {
      const { call, log } = router()
      const reply = await call('numbers.fail', { how })
      expect(reply).toMatchObject({ ok: false, error: { code: 'INTERNAL', details: { correlationId: 'correlation-1' } } })
      expect(JSON.stringify(reply)).not.toMatch(/secret|thrown/)
      expect(log).toMatchObject([
        { correlationId: 'correlation-1', method: 'numbers.fail', stack: expect.stringMatching(/secret detail|a text is thrown/) },
      ])
    }
  })

  test('an answer that the contract does not allow is a defect where answers are checked', async () => {
    expect(await router({ answer: { result: 'eight' } }).call('numbers.double', { number: 4 })).toMatchObject({
      error: { code: 'INTERNAL' },
    })
    const unchecked = router({ answer: { result: 'eight' }, checkOutputs: false })
    expect(await unchecked.call('numbers.double', { number: 4 })).toMatchObject({ ok: true })
  })

  test('reads nothing but the contract’s own methods', async () => {
    for (const name of ['toString', '__proto__', 'constructor', 'numbers', '']) {
      expect(await router().call(name, {}), name).toMatchObject({ error: { code: 'UNKNOWN_METHOD' } })
    }
    expect(await router().call(7 as unknown as string, {})).toMatchObject({ error: { code: 'UNKNOWN_METHOD' } })
  })

  test('waits for calls under way when closing, and takes no new ones', async () => {
    let finish: () => void = () => undefined
    const { call, close } = router({ wait: new Promise((resolve) => (finish = resolve)) })
    const order: string[] = []
    const reply = call('numbers.wait', {}).then(({ ok }) => order.push(`answered ${ok}`))
    const closed = close().then(() => order.push('closed'))
    expect(await call('numbers.double', { number: 1 })).toMatchObject({ error: { code: 'DISCONNECTED' } })
    finish()
    await Promise.all([reply, closed])
    expect(order).toEqual(['answered true', 'closed'])
  })
})
