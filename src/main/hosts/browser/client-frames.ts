/** What a window may send: read by hand, because it is read before anybody has proved who they are. */
import type { CallFrame, HelloFrame } from '../../../shared/transport.ts'

/** A hello is two short texts; before it nothing larger is even parsed. */
export const MAX_HELLO_BYTES = 1_024

function parseObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : undefined
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

const isText = (value: unknown): value is string | undefined => value === undefined || typeof value === 'string'

export function parseHello(data: Buffer): HelloFrame | undefined {
  if (data.length > MAX_HELLO_BYTES) return undefined
  const frame = parseObject(data.toString('utf8'))
  if (frame?.['type'] !== 'hello') return undefined
  const { token, secret } = frame
  if (!isText(token) || !isText(secret)) return undefined
  return { type: 'hello', ...(token === undefined ? {} : { token }), ...(secret === undefined ? {} : { secret }) }
}

export function parseCall(data: Buffer): CallFrame | undefined {
  const frame = parseObject(data.toString('utf8'))
  if (frame?.['type'] !== 'call') return undefined
  const { id, method, input } = frame
  return Number.isSafeInteger(id) && typeof method === 'string' ? { type: 'call', id: id as number, method, input } : undefined
}
