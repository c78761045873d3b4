/** A workspace of several segments, written with the journal's own files, to be damaged and put together again. */
import type { FileSystem } from '../../src/main/workspace/file-system.ts'
import { AcknowledgedMark } from '../../src/main/workspace/journal/acknowledged.ts'
import { PREFIX_BYTES } from '../../src/main/workspace/journal/frame.ts'
import { segmentName } from '../../src/main/workspace/journal/segment-head.ts'
import type { PendingFrame } from '../../src/main/workspace/journal/segment-writer.ts'
import { SegmentWriter } from '../../src/main/workspace/journal/segment-writer.ts'
import { pathsIn, SCHEMA_VERSION } from '../../src/main/workspace/layout.ts'
import type { Manifest, SealedSegment } from '../../src/main/workspace/manifest-file.ts'
import { DEFAULT_SETTINGS, MANIFEST_FORMAT, manifestCodec } from '../../src/main/workspace/manifest-file.ts'
import { replaceFile } from '../../src/main/workspace/replace-file.ts'
import type { AnyRecord } from '../../src/shared/model/record.ts'
import { record as recordSchema } from '../../src/shared/model/record.ts'
import { segmentHead } from './journal-segments.ts'
import { MemoryFileSystem } from './memory-file-system.ts'
import { idOf, newNote } from './new-record.ts'
import { FOLDER } from './workspace-files.ts'

export const paths = pathsIn(FOLDER)
export const workspaceId = segmentHead.workspace

export const put = (record: AnyRecord, revision: number, last = true): PendingFrame => ({
  kind: 'P',
  last,
  revision,
  // parsed: the store writes the fields in the order of their schema
  payload: Buffer.from(JSON.stringify(recordSchema.parse(record))),
})

export const erase = (number: number, revision: number): PendingFrame => ({
  kind: 'E',
  last: true,
  revision,
  payload: Buffer.from(JSON.stringify({ id: idOf(number), kind: 'note', title: '', at: '2023-10-05T09:00:00.000Z', by: 'Anna' })),
})

/** A note's version. */
export const note = (number: number, rev: number): AnyRecord => ({ ...newNote(number, `Note ${number}`, `Text ${rev}\nof ${number}`), rev })

/** Transactions by segment; each transaction is a list of frames. The last segment is the active one. */
export async function written(segments: readonly (readonly (readonly PendingFrame[])[])[]): Promise<MemoryFileSystem> {
  const files = new MemoryFileSystem()
  await files.createFolder(paths.segments)
  const sealed: SealedSegment[] = []
  let first = 1
  let after: { sequence: number; link: number } | null = null
  let revision = 0
  for (const transactions of segments) {
    const name = segmentName(first, 0)
    const writer: SegmentWriter = await SegmentWriter.create(files, paths.segment(name), { ...segmentHead, first, after, revision })
    for (const frames of transactions) {
      await writer.append(frames)
      revision = frames[0]?.revision ?? revision
    }
    sealed.push({ name, bytes: writer.size, frames: writer.frames, first, last: writer.sequence, link: writer.link })
    await writer.close()
    after = { sequence: writer.sequence, link: writer.link }
    first = writer.sequence + 1
  }
  const active = sealed.pop()
  if (!active) throw new Error('A workspace has a segment.')
  await mark(files, active)
  await putManifest(files, manifestOf(sealed, active.name))
  return files
}

export const manifestOf = (segments: SealedSegment[], active: string): Manifest => ({
  format: MANIFEST_FORMAT,
  schemaVersion: SCHEMA_VERSION,
  id: workspaceId,
  name: 'Secretariat',
  sample: false,
  createdAt: '2023-10-05T09:00:00.000Z',
  lineage: segmentHead.lineage,
  settings: DEFAULT_SETTINGS,
  segments,
  active,
  discarded: [],
})

export async function putManifest(files: FileSystem, manifest: Manifest): Promise<void> {
  await replaceFile(files, paths.manifest, manifestCodec.encode(manifest))
}

async function mark(files: FileSystem, { name, bytes, last, link }: SealedSegment): Promise<void> {
  const acknowledged = new AcknowledgedMark(files, paths.acknowledged, segmentHead.lineage, (error) => {
    throw error
  })
  acknowledged.note({ segment: name, size: bytes, sequence: last, link })
  await acknowledged.close()
}

/** Changes the byte at the n-th occurrence of a text, inside a payload. */
export function damage(files: MemoryFileSystem, name: string, text: string): void {
  const path = paths.segment(name)
  const bytes = Buffer.from(files.bytesOf(path)!)
  const at = bytes.indexOf(text)
  if (at < PREFIX_BYTES) throw new Error(`“${text}” is not in ${name}.`)
  bytes[at + text.length - 1] = 0x21
  files.put(path, bytes)
}
