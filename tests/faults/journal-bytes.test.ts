/**
 * A segment of a few hundred lines cut at every length and changed in every byte: what is given as a record is one that
 * was written, at its place; all else is named as damage or, at the very end only, as a tail; and a tail that was
 * acknowledged is told from one that was not. RAPPORTEUR_JOURNAL_CHANGES says how each byte is changed: `sample` (the
 * default) flips one bit of it, `bits` flips all eight one after another, `all` gives it all 255 other values.
 */
import { afterAll, expect, it } from 'vitest'
import type { ReadableFile } from '../../src/main/workspace/file-system.ts'
import { isBeyond } from '../../src/main/workspace/journal/acknowledged.ts'
import type { Frame, ScanItem, ScanOptions } from '../../src/main/workspace/journal/segment-reader.ts'
import { scanSegment } from '../../src/main/workspace/journal/segment-reader.ts'
import { writeTransactions } from '../support/journal-segments.ts'
import { MemoryFileSystem, seededChooser } from '../support/memory-file-system.ts'
import { figures, journalChanges, tell } from './programme.ts'

const CHANGES = journalChanges
const counts = { cuts: 0, changes: 0, stretches: 0 }
afterAll(() => tell('bytes of the journal, by its reader', counts))
const PATH = '/disk/segment'

interface Written {
  readonly bytes: Buffer
  readonly frames: readonly Frame[]
}

async function written(): Promise<Written> {
  const files = new MemoryFileSystem()
  await files.createFolder('/disk')
  await writeTransactions(files, PATH, 150)
  const bytes = Buffer.from(files.bytesOf(PATH)!)
  const items = await scan(bytes)
  return { bytes, frames: items.map((item) => (item.type === 'frame' ? item.frame : never(item))) }
}

async function scan(bytes: Buffer, options: ScanOptions = {}): Promise<ScanItem[]> {
  const file: ReadableFile = {
    read: async (into, position) => bytes.copy(into, 0, position, position + into.length),
    size: async () => bytes.length,
    close: async () => undefined,
  }
  const items: ScanItem[] = []
  for await (const item of scanSegment(file, options)) items.push(item)
  return items
}

const never = (item: unknown): never => {
  throw new Error(`This was not expected: ${JSON.stringify(item)}`)
}

/** What is wrong with a scan; empty when it says the truth about every byte. */
function untruth(items: readonly ScanItem[], { frames }: Written, from: number, size: number): string {
  const byOffset = new Map(frames.map((frame) => [frame.offset, frame]))
  let covered = from
  for (const item of items) {
    const start = item.type === 'frame' ? item.frame.offset : item.from
    if (start !== covered) return `nothing is said of the bytes from ${covered} to ${start}`
    if (item.type === 'damage') {
      covered = item.to
      continue
    }
    const original = byOffset.get(start)
    if (!original || original.header.headerCrc !== item.frame.header.headerCrc) return `no such frame was written at ${start}`
    if (Buffer.compare(original.payload, item.frame.payload) !== 0) return `the frame at ${start} has another payload`
    covered = start + original.header.length + FRAME
  }
  return covered === size ? '' : `nothing is said of the bytes from ${covered} to ${size}`
}
/** What a frame has around its payload. */
const FRAME = 89

const lastGood = (items: readonly ScanItem[]) => {
  const frame = items.findLast((item) => item.type === 'frame')?.frame
  return { sequence: frame?.header.sequence ?? 0, link: frame?.header.headerCrc ?? 0 }
}

it('tells a cut at every length, and what of it was acknowledged', async () => {
  const whole = await written()
  const { bytes, frames } = whole
  expect(frames.length).toBeGreaterThan(250)
  for (let length = 0; length < bytes.length; length += 1) {
    counts.cuts += 1
    const items = await scan(bytes.subarray(0, length))
    if (untruth(items, whole, 0, length) !== '') expect.unreachable(`${length} bytes: ${untruth(items, whole, 0, length)}`)
    const kept = frames.filter((frame) => frame.offset + frame.header.length + FRAME <= length)
    const end = kept.at(-1)
    const isAtEnd = (end ? end.offset + end.header.length + FRAME : 0) === length
    const damages = items.filter((item) => item.type === 'damage')
    if (items.length - damages.length !== kept.length || damages.length !== (isAtEnd ? 0 : 1)) expect.unreachable(`${length} bytes`)
    // whatever had been acknowledged before the cut is not missed, whatever behind it is
    const next = frames[kept.length]
    const marked = (frame: Frame | undefined) =>
      frame ? { segment: '', size: 0, sequence: frame.header.sequence, link: frame.header.headerCrc } : null
    if (isBeyond(marked(end), lastGood(items)) || !isBeyond(marked(next), lastGood(items))) expect.unreachable(`${length} bytes`)
  }
})

it(`tells every byte that was changed (${CHANGES})`, async () => {
  const whole = await written()
  const { bytes, frames } = whole
  const choose = seededChooser(3)
  const last = frames.at(-1)!
  const mark = { segment: '', size: bytes.length, sequence: last.header.sequence, link: last.header.headerCrc }
  let index = 0
  let changes = 0
  for (let at = 0; at < bytes.length; at += 1) {
    if (at >= (frames[index + 1]?.offset ?? bytes.length)) index += 1
    // reading depends on nothing but the frame before, so the neighbours are enough where there are many changes
    const isWhole = CHANGES === 'sample' && at % 16 === 0
    const before = frames[index - 1]
    const options = isWhole || !before ? {} : { from: before.offset, link: before.header.link }
    const size = isWhole ? bytes.length : (frames[index + 4]?.offset ?? bytes.length)
    const original = bytes.readUInt8(at)
    for (const value of valuesInstead(original, choose)) {
      bytes.writeUInt8(value, at)
      const items = await scan(bytes, { ...options, size })
      bytes.writeUInt8(original, at)
      changes += 1
      const wrong = untruth(items, whole, options.from ?? 0, size)
      if (wrong !== '') expect.unreachable(`byte ${at} made ${value}: ${wrong}`)
      const [damage, ...more] = items.filter((item) => item.type === 'damage')
      if (!damage || more.length > 0 || at < damage.from || at >= damage.to) expect.unreachable(`byte ${at} made ${value} is not named`)
      // in the last frame alone it looks like a torn tail, and the mark tells that it is none
      const isTail = damage.to === bytes.length
      if (isTail !== (frames[index] === last) || (isTail && !isBeyond(mark, lastGood(items))))
        expect.unreachable(`byte ${at} made ${value} is taken for a torn tail`)
    }
  }
  counts.changes = changes
  expect(changes).toBe(bytes.length * ({ sample: 1, bits: 8, all: 255 }[CHANGES] ?? 0))
})

function valuesInstead(original: number, choose: (options: number) => number): readonly number[] {
  const bits = [0, 1, 2, 3, 4, 5, 6, 7].map((bit) => original ^ (1 << bit))
  if (CHANGES === 'all') return Array.from({ length: 256 }, (_, value) => value).filter((value) => value !== original)
  return CHANGES === 'bits' ? bits : [bits[choose(8)] ?? original]
}

it('tells every pair of damaged stretches', async () => {
  const whole = await written()
  const choose = seededChooser(5)
  for (let round = 0; round < figures.stretches; round += 1) {
    counts.stretches += 1
    const bytes = Buffer.from(whole.bytes)
    const stretches = [0, 1].map(() => {
      const from = choose(bytes.length)
      return { from, to: Math.min(bytes.length, from + 1 + choose(2000)), fill: choose(3) === 0 ? 0 : 1 + choose(255) }
    })
    for (const { from, to, fill } of stretches) bytes.fill(fill, from, to)
    const items = await scan(bytes)
    expect(untruth(items, whole, 0, bytes.length), JSON.stringify(stretches)).toBe('')
    const touched = whole.frames.filter(({ offset, header }) => {
      const end = offset + header.length + FRAME
      return Buffer.compare(bytes.subarray(offset, end), whole.bytes.subarray(offset, end)) !== 0
    })
    // a frame is given up only when it was touched or when the line end before it was
    const good = new Set(items.map((item) => (item.type === 'frame' ? item.frame.offset : -1)))
    expect(touched.some(({ offset }) => good.has(offset))).toBe(false)
    const lost = whole.frames.length - good.size + (good.has(-1) ? 1 : 0)
    expect(lost - touched.length).toBeLessThanOrEqual(2)
  }
})
