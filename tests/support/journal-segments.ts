/** A segment of many frames with what each holds, for the suites of the journal. */
import type { FileSystem } from '../../src/main/workspace/file-system.ts'
import { scanSegment } from '../../src/main/workspace/journal/segment-reader.ts'
import type { ScanItem, ScanOptions } from '../../src/main/workspace/journal/segment-reader.ts'
import { SegmentWriter } from '../../src/main/workspace/journal/segment-writer.ts'
import type { PendingFrame } from '../../src/main/workspace/journal/segment-writer.ts'
import type { SegmentHead } from '../../src/main/workspace/journal/segment-head.ts'
import { idOf } from './new-record.ts'

export const segmentHead: SegmentHead = {
  format: 'rapporteur-segment',
  schemaVersion: 3,
  codec: 'plain',
  workspace: idOf(0xa1),
  lineage: 'first',
  generation: 0,
  first: 1,
  revision: 0,
  after: null,
}

export const jsonFrame = (value: unknown, last = true, revision = 1): PendingFrame => ({
  kind: 'P',
  last,
  revision,
  payload: Buffer.from(JSON.stringify(value)),
})

export async function scanned(files: FileSystem, path: string, options: ScanOptions = {}): Promise<ScanItem[]> {
  const file = await files.openForReading(path)
  const items: ScanItem[] = []
  for await (const item of scanSegment(file, options)) items.push(item)
  await file.close()
  return items
}

/** One line for each item: the sequence and text of a frame, or the bounds of a damage. */
export const inShort = (items: readonly ScanItem[]): string[] =>
  items.map((item) =>
    item.type === 'frame'
      ? `${item.frame.header.sequence} ${Buffer.from(item.frame.payload).toString()}`
      : `damage ${item.from}-${item.to}`,
  )

/** Writes transactions of one to three small frames; answers the size behind each. */
export async function writeTransactions(files: FileSystem, path: string, count: number): Promise<number[]> {
  const writer = await SegmentWriter.create(files, path, segmentHead)
  const sizes: number[] = []
  for (let number = 1; number <= count; number += 1) {
    const frames = Array.from({ length: 1 + (number % 3) }, (_, index) =>
      jsonFrame({ number, index, text: 'ab"{\n'.repeat(number % 5) }, index === number % 3, number),
    )
    await writer.append(frames)
    sizes.push(writer.size)
  }
  await writer.close()
  return sizes
}
