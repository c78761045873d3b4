/**
 * Named runs of bytes in one: a magic word, a header in JSON that says how long each is, then the runs, each beginning
 * at a multiple of 8 so that a column of numbers can be looked at where it lies.
 */
import { crc32 } from 'node:zlib'
import { z } from '../../../shared/model/zod.ts'

const MAGIC = 'RAPCOLS1'
const FIXED_BYTES = 16
const ALIGNMENT = 8

const padding = (bytes: number) => -bytes & (ALIGNMENT - 1)
const zeros = new Uint8Array(ALIGNMENT)

const outline = z.strictObject({ facts: z.unknown(), sections: z.array(z.tuple([z.string(), z.number().int().min(0)])) })

/** @param facts anything that JSON can say, kept beside the runs */
export function encodeSections(facts: unknown, sections: ReadonlyMap<string, readonly Uint8Array[]>): Uint8Array[] {
  const lengths = [...sections].map(([name, pieces]) => [name, pieces.reduce((sum, piece) => sum + piece.length, 0)] as const)
  const json = Buffer.from(JSON.stringify({ facts, sections: lengths }))
  const head = Buffer.alloc(FIXED_BYTES + json.length + padding(json.length))
  head.write(MAGIC, 'latin1')
  head.writeUInt32LE(json.length, 8)
  head.writeUInt32LE(crc32(json), 12)
  json.copy(head, FIXED_BYTES)
  const pieces: Uint8Array[] = [head]
  for (const [name, length] of lengths) pieces.push(...(sections.get(name) ?? []), zeros.subarray(0, padding(length)))
  return pieces.filter((piece) => piece.length > 0)
}

/** Views of `bytes`. @throws RangeError when the lengths or the header do not fit */
export function decodeSections(bytes: Uint8Array): { readonly facts: unknown; readonly sections: ReadonlyMap<string, Uint8Array> } {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  if (all.length < FIXED_BYTES || all.toString('latin1', 0, 8) !== MAGIC) throw new RangeError('These are no columns.')
  const json = all.subarray(FIXED_BYTES, FIXED_BYTES + all.readUInt32LE(8))
  if (crc32(json) !== all.readUInt32LE(12)) throw new RangeError('The header of the columns is damaged.')
  const checked = outline.safeParse(JSON.parse(json.toString()))
  if (!checked.success) throw new RangeError('The header of the columns is not one.')
  const sections = new Map<string, Uint8Array>()
  let at = FIXED_BYTES + json.length + padding(json.length)
  for (const [name, length] of checked.data.sections) {
    sections.set(name, bytes.subarray(at, at + length))
    at += length + padding(length)
  }
  if (at !== bytes.length) throw new RangeError('The columns are not of the length that they tell.')
  return { facts: checked.data.facts, sections }
}
