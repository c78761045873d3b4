import { expect, it } from 'vitest'
import { DamagedFileError } from '../../../../../src/main/workspace/json-file.ts'
import { encodeFrame, PREFIX_BYTES } from '../../../../../src/main/workspace/journal/frame.ts'
import { readPayload } from '../../../../../src/main/workspace/journal/segment-reader.ts'
import { MemoryFileSystem } from '../../../../support/memory-file-system.ts'
import { inShort, scanned } from '../../../../support/journal-segments.ts'

const PATH = '/disk/segment'

/** Frames with the texts given, linked; and where each begins. */
function chain(...texts: string[]): { bytes: Buffer; offsets: number[] } {
  let link = 0
  const offsets: number[] = []
  const pieces: Uint8Array[] = []
  let size = 0
  for (const [index, text] of texts.entries()) {
    const { bytes, header } = encodeFrame('P', true, index + 1, 1, link, Buffer.from(JSON.stringify(text)))
    offsets.push(size)
    pieces.push(bytes)
    size += bytes.length
    link = header.headerCrc
  }
  return { bytes: Buffer.concat(pieces), offsets }
}

function diskWith(bytes: Uint8Array): MemoryFileSystem {
  const files = new MemoryFileSystem()
  files.put(PATH, bytes)
  return files
}

const short = async (bytes: Uint8Array, options = {}) => inShort(await scanned(diskWith(bytes), PATH, options))

it('gives the frames in order, also those longer than a step of reading', async () => {
  const long = 'x'.repeat(3 * 1024 * 1024)
  const { bytes, offsets } = chain('one', long, 'three')
  const items = await scanned(diskWith(bytes), PATH)
  expect(items.map((item) => (item.type === 'frame' ? item.frame.offset : 'damage'))).toEqual(offsets)
  expect(inShort(items)[1]).toBe(`2 "${long}"`)
})

it('keeps the views it gave when it reads on', async () => {
  const texts = Array.from({ length: 4000 }, (_, index) => `${index} ${'y'.repeat(700)}`)
  expect(await short(chain(...texts).bytes)).toEqual(texts.map((text, index) => `${index + 1} "${text}"`))
})

it('goes on behind a damaged record, and says what was readable of it', async () => {
  const { bytes, offsets } = chain('one', 'two', 'three')
  bytes.writeUInt8(0x21, offsets[1]! + PREFIX_BYTES + 2)
  const items = await scanned(diskWith(bytes), PATH)
  expect(inShort(items)).toEqual(['1 "one"', `damage ${offsets[1]}-${offsets[2]}`, '3 "three"'])
  expect(items[1]).toMatchObject({ reason: 'A record is not as it was written.', text: expect.stringContaining('"t!o"') })
})

it('finds the next frame behind a damaged header, and where the line end before it is damaged', async () => {
  const { bytes, offsets } = chain('one', 'two', 'three')
  const header = Buffer.from(bytes)
  header.writeUInt8(0, offsets[1]! + 20)
  expect(await short(header)).toEqual(['1 "one"', `damage ${offsets[1]}-${offsets[2]}`, '3 "three"'])
  const lineEnd = Buffer.from(bytes)
  lineEnd.writeUInt8(0, offsets[2]! - 1)
  expect(await short(lineEnd)).toEqual(['1 "one"', `damage ${offsets[1]}-${offsets[2]}`, '3 "three"'])
})

it('finds the next frame behind megabytes of zeros', async () => {
  const { bytes, offsets } = chain('one', 'z'.repeat(2_700_000), 'three')
  bytes.fill(0, offsets[1]! + 3, offsets[2]! - 1)
  expect(await short(bytes)).toEqual(['1 "one"', `damage ${offsets[1]}-${offsets[2]}`, '3 "three"'])
})

it('finds a frame whose beginning lies across two steps of the search', async () => {
  for (const padding of [262_144, 262_231, 262_200, 524_288]) {
    const { bytes, offsets } = chain('one', 'two')
    const padded = Buffer.concat([Buffer.alloc(padding - 1, 0x61), Buffer.from('\n'), bytes.subarray(offsets[1])])
    expect(await short(padded)).toEqual([`damage 0-${padding}`, '2 "two"'])
  }
})

it('notices lines that were cut out, doubled or put elsewhere', async () => {
  const { bytes, offsets } = chain('one', 'two', 'three', 'four')
  const [, second = 0, third = 0, fourth = 0] = offsets
  const part = (from: number, to?: number) => bytes.subarray(from, to)
  expect(await short(Buffer.concat([part(0, second), part(third)]))).toEqual([
    '1 "one"',
    `damage ${second}-${second}`,
    '3 "three"',
    '4 "four"',
  ])
  const doubled = await short(Buffer.concat([part(0, third), part(second)]))
  expect(doubled).toEqual(['1 "one"', '2 "two"', `damage ${third}-${third + third - second}`, '3 "three"', '4 "four"'])
  const swapped = await short(Buffer.concat([part(0, second), part(third, fourth), part(second, third), part(fourth)]))
  expect(swapped.filter((line) => line.startsWith('damage'))).toHaveLength(2)
  expect(swapped.filter((line) => !line.startsWith('damage'))).toEqual(['1 "one"', '3 "three"', '4 "four"'])
})

it('takes nothing inside a record for a frame', async () => {
  const inner = Buffer.from(encodeFrame('P', true, 9, 1, 0, Buffer.from('"forged"')).bytes).toString()
  const { bytes, offsets } = chain('one', inner, 'three')
  bytes.writeUInt8(0x20, offsets[1]!)
  expect(await short(bytes)).toEqual(['1 "one"', `damage ${offsets[1]}-${offsets[2]}`, '3 "three"'])
})

it('begins where it is told, and checks what that frame links to', async () => {
  const { bytes, offsets } = chain('one', 'two', 'three')
  const [first] = await scanned(diskWith(bytes), PATH)
  const link = first?.type === 'frame' ? first.frame.header.headerCrc : 0
  expect(await short(bytes, { from: offsets[1], link })).toEqual(['2 "two"', '3 "three"'])
  expect(await short(bytes, { from: offsets[1], link: link ^ 1 })).toEqual([`damage ${offsets[1]}-${offsets[1]}`, '2 "two"', '3 "three"'])
  expect(await short(bytes.subarray(offsets[1]))).toEqual(['damage 0-0', '2 "two"', '3 "three"'])
  expect(await short(bytes, { size: offsets[2]! - 5 })).toEqual(['1 "one"', `damage ${offsets[1]}-${offsets[2]! - 5}`])
})

it('reads headers alone where that is enough', async () => {
  const { bytes, offsets } = chain('one', 'two')
  bytes.writeUInt8(0, offsets[0]! + PREFIX_BYTES)
  expect(await short(bytes, { headersOnly: true, yieldEvery: 1 })).toEqual(['1 ', '2 '])
})

it('ends where a file is shorter than it was said to be', async () => {
  const { bytes } = chain('one')
  expect(await short(bytes, { size: bytes.length + 5_000_000 })).toEqual(['1 "one"', `damage ${bytes.length}-${bytes.length + 5_000_000}`])
})

it('reads one record at its place, and no other bytes', async () => {
  const { bytes, offsets } = chain('one', 'two')
  const [, second] = await scanned(diskWith(bytes), PATH)
  if (second?.type !== 'frame') throw new Error('There is no second frame.')
  const { length, payloadCrc } = second.frame.header
  const file = await diskWith(bytes).openForReading(PATH)
  const at = offsets[1]! + PREFIX_BYTES
  expect(Buffer.from(await readPayload(file, at, length, payloadCrc)).toString()).toBe('"two"')
  await expect(readPayload(file, at - 1, length, payloadCrc)).rejects.toThrow(DamagedFileError)
  await expect(readPayload(file, bytes.length - 2, length, payloadCrc)).rejects.toThrow('The file is cut off.')
})
