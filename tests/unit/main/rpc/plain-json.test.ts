import { describe, expect, test } from 'vitest'
import * as fc from 'fast-check'
import { MAX_DEPTH, plainJson } from '../../../../src/main/rpc/plain-json.ts'

const problem = (value: unknown, maxBytes?: number) => {
  const result = plainJson(value, maxBytes)
  return result.ok ? undefined : { problem: result.problem.problem, path: result.problem.path.join('.') }
}
const nested = (depth: number): unknown => (depth === 0 ? 1 : [nested(depth - 1)])

describe('plain JSON', () => {
  test('is copied as it is', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = JSON.stringify(value)
        // JSON.parse makes own keys of __proto__, which are refused
        fc.pre(!text.includes('__proto__'))
        expect(plainJson(JSON.parse(text))).toEqual({ ok: true, value: JSON.parse(text) })
      }),
    )
  })

  test('leaves out undefined keys, as JSON does', () => {
    expect(plainJson({ a: undefined, b: 1 })).toEqual({ ok: true, value: { b: 1 } })
  })

  test('refuses what JSON does not have, and says where', () => {
    expect(problem({ a: [1, new Date(0)] })).toEqual({ problem: 'notJson', path: 'a.1' })
    expect(problem({ a: Number.NaN })).toEqual({ problem: 'notJson', path: 'a' })
    expect(problem([undefined])).toEqual({ problem: 'notJson', path: '0' })
    for (const value of [undefined, 1n, () => 1, Symbol('s'), new Map(), new Set(), new Uint8Array(2), /x/, Infinity]) {
      expect(problem(value)).toEqual({ problem: 'notJson', path: '' })
    }
    expect(problem(Array.from({ length: 3 }).concat(1))).toEqual({ problem: 'notJson', path: '0' })
  })

  test('ends at cycles and at values nested too deep', () => {
    const cycle: unknown[] = []
    cycle.push(cycle)
    expect(problem(cycle)?.problem).toBe('tooDeep')
    expect(problem(nested(MAX_DEPTH))).toBeUndefined()
    expect(problem(nested(MAX_DEPTH + 1))?.problem).toBe('tooDeep')
  })

  test('ends at messages that are too large, also when one value stands in many places', () => {
    expect(problem('жж', 5)?.problem).toBe('tooLarge')
    expect(problem('жж', 6)).toBeUndefined()
    expect(problem({ [`k${'x'.repeat(20)}`]: 1 }, 20)?.problem).toBe('tooLarge')
    let shared: unknown = ['x']
    for (let depth = 0; depth < 35; depth += 1) shared = [shared, shared]
    expect(problem(shared)?.problem).toBe('tooLarge')
  })

  test('refuses the key __proto__ and takes others that objects have', () => {
    expect(problem(JSON.parse('{"a": {"__proto__": 1}}'))).toEqual({ problem: 'reservedKey', path: 'a.__proto__' })
    const taken = plainJson(JSON.parse('{"constructor": 1, "toString": 2}'))
    expect(taken.ok && Object.keys(taken.value as object)).toEqual(['constructor', 'toString'])
  })
})
