/** What of one segment can be read. */
import type { FileSystem } from '../file-system.ts'
import { systemCode } from '../file-system.ts'
import { frameBytes } from '../journal/frame.ts'
import type { SegmentHead } from '../journal/segment-head.ts'
import type { Damage } from '../journal/segment-reader.ts'
import type { SegmentEnd } from '../journal/segment-writer.ts'
import type { RecordFrame } from './record-frames.ts'
import { recordFrames } from './record-frames.ts'

export interface SegmentSurvey {
  /** The file's name. */
  readonly name: string
  /** In bytes; null when the file is not there. */
  readonly size: number | null
  /** Null when the first line cannot be read. */
  readonly head: SegmentHead | null
  /** The sequence of the first frame that can be read; 0 when none can. */
  readonly first: number
  /** Behind the last whole transaction. */
  readonly end: SegmentEnd
  /** The highest workspace revision of a frame that can be read. */
  readonly revision: number
  /** What cannot be read, in order; the last one may be a torn tail. */
  readonly damages: readonly Damage[]
  /** The last transaction is not whole, or bytes follow it that cannot be read. */
  readonly hasTail: boolean
  /** What can be read behind `end`: of a transaction that was not written to its end, or whose end is damaged. */
  readonly behind: readonly ReadableRecord[]
}

/** A record's frame without its payload. */
export type ReadableRecord = Omit<RecordFrame, 'payload'>

/**
 * `visit` is called with every record and erasure that can be read, in order, but for those of `behind`.
 * @param workspace whose segment it must be; one of another is read no further
 */
export async function surveySegment(
  files: FileSystem,
  path: string,
  name: string,
  workspace: string,
  visit: (frame: ReadableRecord) => void,
): Promise<SegmentSurvey> {
  let head: SegmentHead | null = null
  let first = 0
  let end: SegmentEnd = { size: 0, sequence: 0, link: 0, frames: 0 }
  let frames = 0
  let behind: ReadableRecord[] = []
  let revision = 0
  const damages: Damage[] = []
  const size = await withFile(files, path, async (file) => {
    const there = await file.size()
    for await (const item of recordFrames(file, { size: there })) {
      if (item.type === 'damage') {
        damages.push(item)
        continue
      }
      const { header } = item
      const offset = item.type === 'head' ? 0 : item.offset
      if (item.type === 'head') {
        head = item.head
        if (head.workspace === workspace) first = header.sequence
        else break
      } else behind.push(withoutPayload(item))
      first ||= header.sequence
      frames += 1
      revision = Math.max(revision, header.revision)
      if (!header.last) continue
      for (const record of behind) visit(record)
      behind = []
      end = { size: offset + frameBytes(header.length), sequence: header.sequence, link: header.headerCrc, frames }
    }
    return there
  })
  return { name, size, head, first, end, revision, damages, hasTail: size !== null && end.size < size, behind }
}

/** Null when the file is not there. */
async function withFile<T>(
  files: FileSystem,
  path: string,
  read: (file: Awaited<ReturnType<FileSystem['openForReading']>>) => Promise<T>,
): Promise<T | null> {
  let file: Awaited<ReturnType<FileSystem['openForReading']>>
  try {
    file = await files.openForReading(path)
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return null
    throw error
  }
  try {
    return await read(file)
  } finally {
    await file.close()
  }
}

/** The payload is a view into a megabyte that would stay in memory with it. */
const withoutPayload = ({ type, header, offset, id, rev, title }: RecordFrame): ReadableRecord => ({ type, header, offset, id, rev, title })
