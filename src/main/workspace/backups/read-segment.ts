/** Reads every frame of a copied segment and what stands in it, as opening a workspace would. */
import { basename } from 'node:path'
import { readApplied } from '../applied-version.ts'
import type { AppliedErasure, AppliedVersion } from '../columns/record-columns.ts'
import type { FileSystem } from '../file-system.ts'
import { DamagedFileError } from '../json-file.ts'
import { touchedBy } from '../touched-records.ts'
import { DamagedSegmentError } from './damaged-segment.ts'
import { codecNamed, type Codec } from '../journal/codec.ts'
import type { FrameHeader } from '../journal/frame.ts'
import { decodeSegmentHead } from '../journal/segment-head.ts'
import type { Frame } from '../journal/segment-reader.ts'
import { scanSegment } from '../journal/segment-reader.ts'
import { cancelled, type Steps } from './copy-file.ts'

export interface SegmentContent {
  readonly frames: number
  /** The sequences of its first and its last frame. */
  readonly first: number
  readonly last: number
  /** The header CRC of its last frame. */
  readonly link: number
  /** The highest revision in it. */
  readonly revision: number
}

export interface SegmentFrame extends Frame {
  /** What opens its payload. */
  readonly codec: Codec
  /** What opening would take from it. */
  readonly applied: AppliedVersion | AppliedErasure
}

/**
 * @param visit called with every frame but the first, which describes the segment
 * @throws DamagedFileError when anything in its first `size` bytes is not what was written or is no record, when it belongs to another
 * workspace, or ends within a transaction; AppError CANCELLED
 */
export async function readSegment(
  files: FileSystem,
  path: string,
  { size, workspace }: { readonly size: number; readonly workspace: string },
  { onBytes, signal }: Steps = {},
  visit?: (frame: SegmentFrame) => void,
): Promise<SegmentContent> {
  const segment = basename(path)
  const file = await files.openForReading(path)
  try {
    let codec: Codec | undefined
    let content: SegmentContent | null = null
    let isComplete = false
    for await (const item of scanSegment(file, { size, yieldEvery: 200 })) {
      if (signal?.aborted) throw cancelled()
      if (item.type === 'damage') {
        const reason = `Bytes ${item.from} to ${item.to} cannot be read: ${item.reason}`
        throw new DamagedSegmentError(reason, touchedBy(item, segment, null))
      }
      const { header, payload } = item.frame
      if (header.kind === 'S') {
        const head = decodeSegmentHead(payload)
        codec = codecNamed(head.codec)
        if (content || head.workspace !== workspace) throw new DamagedFileError('It is not a segment of this workspace.')
      }
      if (!codec) throw new DamagedFileError('It does not begin as a segment of this version does.')
      content = extended(content, header)
      isComplete = header.last
      onBytes?.(payload.length)
      if (header.kind === 'S') continue
      const applied = readApplied(codec.open(payload), { segment, offset: item.frame.offset, header })
      visit?.({ ...item.frame, codec, applied })
    }
    if (!content) throw new DamagedFileError('It holds nothing.')
    if (!isComplete) throw new DamagedFileError('It ends within a change.')
    return content
  } finally {
    await file.close()
  }
}

const extended = (content: SegmentContent | null, { sequence, headerCrc, revision }: FrameHeader): SegmentContent => ({
  frames: (content?.frames ?? 0) + 1,
  first: content?.first ?? sequence,
  last: sequence,
  link: headerCrc,
  revision: Math.max(content?.revision ?? 0, revision),
})
