import { Refusal } from './refusal.ts'

/** @throws Refusal for what is no UTF-8. A byte order mark stays. */
export function utf8Text(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) throw new Refusal('it is not UTF-8 text')
    throw error
  }
}
