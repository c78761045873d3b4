/** The latest version of every record that can be read, learned frame by frame in any order of files. */
import { PREFIX_BYTES } from '../journal/frame.ts'
import type { ReadableRecord } from './survey-segment.ts'

export interface LatestRecord {
  readonly id: string
  readonly title: string
  readonly rev: number
  readonly sequence: number
  /** Where its payload lies. */
  readonly segment: string
  readonly offset: number
  readonly length: number
  readonly crc: number
}

export class LatestRecords {
  private readonly latest = new Map<string, LatestRecord>()
  private readonly erasures = new Map<string, number>()

  take({ header, offset, id, rev, title }: ReadableRecord, segment: string): void {
    const { kind, sequence, length, payloadCrc } = header
    if (kind === 'E') this.erasures.set(id, Math.max(sequence, this.erasures.get(id) ?? 0))
    else if (sequence > (this.latest.get(id)?.sequence ?? 0))
      this.latest.set(id, { id, title, rev, sequence, segment, offset: offset + PREFIX_BYTES, length, crc: payloadCrc })
  }

  /** Whether a version was followed by the erasure of its record. */
  isErased(id: string, sequence: number): boolean {
    return (this.erasures.get(id) ?? 0) > sequence
  }

  get(id: string): LatestRecord | undefined {
    const found = this.latest.get(id)
    return found && !this.isErased(id, found.sequence) ? found : undefined
  }

  wasErased(id: string): boolean {
    return this.erasures.has(id) && !this.get(id)
  }

  /** Those that are not erased, in the order of their first version. */
  *values(): Iterable<LatestRecord> {
    for (const record of this.latest.values()) if (!this.isErased(record.id, record.sequence)) yield record
  }
}
