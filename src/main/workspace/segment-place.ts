/** Tells a segment that belongs where it lies from one that a mix-up of files has put there. */
import type { ReadableFile } from './file-system.ts'
import type { SegmentHead } from './journal/segment-head.ts'
import { decodeSegmentHead, parseSegmentName } from './journal/segment-head.ts'
import { scanSegment } from './journal/segment-reader.ts'
import { DamagedFileError } from './json-file.ts'

/** Where a segment belongs. */
export interface SegmentPlace {
  /** The file's name. */
  readonly name: string
  /** The id of the workspace. */
  readonly workspace: string
}

const FIRST_LINE_BYTES = 4096

/** Empty when it begins as the segment that belongs there. */
export async function misplacedFile(file: ReadableFile, place: SegmentPlace, size: number): Promise<string> {
  try {
    for await (const item of scanSegment(file, { size: Math.min(size, FIRST_LINE_BYTES) })) {
      if (item.type === 'damage') return item.reason
      const { header, payload } = item.frame
      if (header.kind !== 'S') break
      return misplacedAs(decodeSegmentHead(payload), place)
    }
    return 'It does not begin as a segment does.'
  } catch (error) {
    if (error instanceof DamagedFileError) return error.message
    throw error
  }
}

/** One English sentence; empty when the segment belongs there. */
export function misplacedAs(head: SegmentHead, { name, workspace }: SegmentPlace): string {
  if (head.workspace !== workspace) return 'It belongs to another workspace.'
  return head.first === parseSegmentName(name)?.first ? '' : 'It bears the name of another file.'
}

/** A segment of this workspace that lies under the name of another one. */
export const isMixedUp = (head: SegmentHead | null, { name, workspace }: SegmentPlace): boolean =>
  head?.workspace === workspace && head.first !== parseSegmentName(name)?.first
