import { describe, expect, it } from 'vitest'
import { readArguments } from '../../../bench/harness/arguments.ts'
import { medianOf, quantileOf } from '../../../bench/harness/statistics.ts'

describe('figures', () => {
  it('are samples that were measured, by their rank', () => {
    expect(medianOf([9, 1, 5])).toBe(5)
    expect(medianOf([4, 1, 3, 2])).toBe(3)
    const hundred = Array.from({ length: 100 }, (_none, index) => 100 - index)
    expect(quantileOf(hundred, 0.99)).toBe(100)
    expect(quantileOf(hundred, 0)).toBe(1)
    expect(() => medianOf([])).toThrow(RangeError)
  })
})

describe('the command line of the benchmarks', () => {
  it('takes sizes apart and keeps the rest', () => {
    const { name, records, runs, seed, search, data } = readArguments(['save', '--records', '1000,100_000', '--data', '/disk'])
    expect({ name, records, runs, seed, search, data }).toEqual({
      name: 'save',
      records: [1_000, 100_000],
      runs: undefined,
      seed: 1,
      search: false,
      data: '/disk',
    })
  })

  it.each([[[]], [['save', 'start']], [['save', '--records', '0']], [['save', '--runs', 'many']]])('refuses %j', (argv) => {
    expect(() => readArguments(argv)).toThrow(RangeError)
  })
})
