/**
 * How every data file of a workspace is sealed: one JSON object whose `sha256` is taken over the canonical JSON of the
 * rest, so that a changed letter inside a text is noticed, and white space is free.
 */
import { createHash } from 'node:crypto'
import type { RawObject } from './migrations/migration.ts'
import { isRawObject } from './migrations/migration.ts'

/** Bytes that cannot be taken for what was written. `message` is one English sentence. */
export class DamagedFileError extends Error {
  override readonly name = 'DamagedFileError'
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** @throws DamagedFileError when the bytes are not one JSON object. */
export function parseObject(bytes: Uint8Array): RawObject {
  if (bytes.length === 0) throw new DamagedFileError('The file is empty.')
  if (bytes.every((byte) => byte === 0)) throw new DamagedFileError('The file holds zeros only.')
  let value: unknown
  try {
    value = JSON.parse(decoder.decode(bytes))
  } catch (cause) {
    throw new DamagedFileError('The file is cut off or is not JSON.', { cause })
  }
  if (!isRawObject(value)) throw new DamagedFileError('The file is JSON, but not what belongs there.')
  return value
}

const encoder = new TextEncoder()
export const utf8 = (text: string): Uint8Array => encoder.encode(text)

/** Lower-case hexadecimal SHA-256 over the pieces one after another. */
export class Seal {
  private readonly hash = createHash('sha256')

  add(piece: Uint8Array | string): void {
    this.hash.update(piece)
  }

  close(): string {
    return this.hash.digest('hex')
  }
}

export function sealOf(text: string): string {
  const seal = new Seal()
  seal.add(text)
  return seal.close()
}
