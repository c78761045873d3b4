/**
 * The head file: the last acknowledged frame, overwritten in place after each commit and never synced. So it may be
 * behind, and is never ahead: whatever is missing below it was acknowledged and is damage, not a torn tail.
 */
import { crc32 } from 'node:zlib'
import type { FileSystem, OverwritableFile } from '../file-system.ts'
import { systemCode } from '../file-system.ts'

export interface AcknowledgedEnd {
  /** The name of the active segment's file. */
  readonly segment: string
  /** Its size in bytes behind that frame. */
  readonly size: number
  readonly sequence: number
  readonly link: number
}

export class AcknowledgedMark {
  private readonly files: FileSystem
  private readonly path: string
  private readonly lineage: string
  private readonly onProblem: (error: unknown) => void
  private file: OverwritableFile | null = null
  private latest: AcknowledgedEnd | null = null
  private writing: Promise<void> | null = null

  /** `onProblem` is told when the mark cannot be written: it is a lower bound only, so the commit stands. */
  constructor(files: FileSystem, path: string, lineage: string, onProblem: (error: unknown) => void) {
    this.files = files
    this.path = path
    this.lineage = lineage
    this.onProblem = onProblem
  }

  /** Answers at once; of several notes that arrive while one is written, the last is written next. */
  note(end: AcknowledgedEnd): void {
    this.latest = end
    this.writing ??= this.write()
  }

  /** Waits for the last note. */
  async settled(): Promise<void> {
    while (this.writing) await this.writing
  }

  async close(): Promise<void> {
    await this.settled()
    const { file } = this
    this.file = null
    await file?.close()
  }

  private async write(): Promise<void> {
    try {
      while (this.latest) {
        const line = encodeLine(this.latest, this.lineage)
        this.latest = null
        this.file ??= await this.files.openForOverwriting(this.path)
        await this.file.overwrite(line, 0)
      }
    } catch (error) {
      this.onProblem(error)
    } finally {
      this.writing = null
    }
  }
}

/** Null when there is none, when a crash has torn it, and when it is of another lineage. */
export async function readAcknowledged(
  files: Pick<FileSystem, 'readFile'>,
  path: string,
  lineage: string,
): Promise<AcknowledgedEnd | null> {
  try {
    return decodeLine(await files.readFile(path), lineage)
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return null
    throw error
  }
}

/** Whether something that was acknowledged is missing where a segment can be read up to `end`. */
export function isBeyond(mark: AcknowledgedEnd | null, end: { readonly sequence: number; readonly link: number }): boolean {
  if (!mark) return false
  return mark.sequence > end.sequence || (mark.sequence === end.sequence && mark.link !== end.link)
}

const NAME_WIDTH = 40
const pattern = /^(\d{13}) ([0-9a-f]{8}) (\d{16}) (\S+) +([0-9a-f]{8}) ([0-9a-f]{8})\n$/
const CRC_AND_END = 9

function encodeLine({ segment, size, sequence, link }: AcknowledgedEnd, lineage: string): Uint8Array {
  const sealed = `${String(sequence).padStart(13, '0')} ${hex(link)} ${String(size).padStart(16, '0')} ${segment.padEnd(NAME_WIDTH)} ${hex(crc32(lineage))} `
  return Buffer.from(`${sealed}${hex(crc32(sealed))}\n`, 'latin1')
}

function decodeLine(bytes: Uint8Array, lineage: string): AcknowledgedEnd | null {
  const line = Buffer.from(bytes).toString('latin1')
  const [, sequence, link, size, segment, lineageCrc, crc] = pattern.exec(line) ?? []
  if (segment === undefined || link === undefined || crc !== hex(crc32(line.slice(0, -CRC_AND_END)))) return null
  if (lineageCrc !== hex(crc32(lineage))) return null
  return { segment, size: Number(size), sequence: Number(sequence), link: Number.parseInt(link, 16) }
}

const hex = (value: number) => value.toString(16).padStart(8, '0')
