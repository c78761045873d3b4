/**
 * What a transport hands over, made into plain JSON before any schema sees it. Electron's structured clone lets through
 * cycles, dates, maps and `undefined`; a compromised page sends whatever it likes. The limits keep one message from
 * taking the process down: parsing eight million wrong array items costs gigabytes of issues.
 */
import { MAX_MESSAGE_BYTES } from '../../shared/transport.ts'

export const MAX_DEPTH = 40
/** Values in one message, containers included. */
export const MAX_VALUES = 500_000

export interface JsonProblem {
  readonly path: readonly (string | number)[]
  readonly problem: 'tooDeep' | 'tooLarge' | 'notJson' | 'reservedKey'
  readonly message: string
}

export type PlainJson = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly problem: JsonProblem }

class Refused extends Error {
  readonly problem: JsonProblem

  constructor(problem: JsonProblem) {
    super(problem.message)
    this.problem = problem
  }
}

const isPlain = (value: object): boolean => {
  const prototype: unknown = Object.getPrototypeOf(value)
  // an object of another realm (Electron's bridge, vm) has that realm's Object.prototype, which itself has none
  return prototype === null || Object.getPrototypeOf(prototype) === null
}

/** A copy of `value` that is JSON and nothing else; keys that are `undefined` are left out, as JSON does. */
export function plainJson(value: unknown, maxBytes = MAX_MESSAGE_BYTES): PlainJson {
  let bytes = 0
  let values = 0
  const path: (string | number)[] = []
  const refuse = (problem: JsonProblem['problem'], message: string) => new Refused({ path: [...path], problem, message })

  const take = (size: number) => {
    bytes += size
    if (bytes > maxBytes || values > MAX_VALUES) throw refuse('tooLarge', 'The message is too large.')
  }

  const copy = (from: unknown, depth: number): unknown => {
    values += 1
    switch (typeof from) {
      case 'string':
        take(Buffer.byteLength(from) + 2)
        return from
      case 'boolean':
        take(4)
        return from
      case 'number':
        if (!Number.isFinite(from)) throw refuse('notJson', 'A number that JSON does not have was sent.')
        take(4)
        return from
      case 'object':
        break
      default:
        throw refuse('notJson', 'A value that JSON does not have was sent.')
    }
    take(4)
    if (from === null) return null
    if (depth >= MAX_DEPTH) throw refuse('tooDeep', `Values may be nested ${MAX_DEPTH} deep at most.`)
    if (Array.isArray(from)) return copyArray(from, depth)
    if (!isPlain(from)) throw refuse('notJson', 'A value that JSON does not have was sent.')
    return copyObject(from, depth)
  }

  const copyArray = (from: readonly unknown[], depth: number) => {
    const to: unknown[] = []
    for (let index = 0; index < from.length; index += 1) {
      path.push(index)
      to.push(copy(from[index], depth + 1))
      path.pop()
    }
    return to
  }

  const copyObject = (from: object, depth: number) => {
    const to: Record<string, unknown> = {}
    for (const [key, item] of Object.entries(from)) {
      if (item === undefined) continue
      path.push(key)
      if (key === '__proto__') throw refuse('reservedKey', 'The key __proto__ is not accepted.')
      take(Buffer.byteLength(key) + 4)
      to[key] = copy(item, depth + 1)
      path.pop()
    }
    return to
  }

  try {
    return { ok: true, value: copy(value, 0) }
  } catch (error) {
    if (error instanceof Refused) return { ok: false, problem: error.problem }
    throw error
  }
}
