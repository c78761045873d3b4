/** Compactions in the background: one at a time, some time after there is reason for one. */
import type { CompactionReport } from '../port.ts'
import type { CompactionHost } from './compact-segments.ts'
import { compactSegments, NOTHING_COMPACTED } from './compact-segments.ts'

/** Several reasons within it are one: who empties the trash record by record gets one compaction. */
const QUIET_MS = 30_000

export interface CompactionOptions {
  /** Told when one in the background failed; the workspace is as it was. */
  readonly onProblem: (error: unknown) => void
  /** How long to wait for further reasons, in milliseconds. */
  readonly quiet?: number
}

export class Compaction {
  private readonly host: CompactionHost
  private readonly options: CompactionOptions
  private readonly closing = new AbortController()
  private running: Promise<CompactionReport> | null = null
  private timer: NodeJS.Timeout | null = null

  constructor(host: CompactionHost, options: CompactionOptions) {
    this.host = host
    this.options = options
  }

  /** Does nothing while one is under way, or after `close`. @throws as {@link compactSegments} */
  async compact(): Promise<CompactionReport> {
    if (this.running || this.closing.signal.aborted) return NOTHING_COMPACTED
    this.running = compactSegments(this.host, this.closing.signal)
    try {
      return await this.running
    } catch (error) {
      if (this.closing.signal.aborted) return NOTHING_COMPACTED
      throw error
    } finally {
      this.running = null
    }
  }

  /** After a segment was closed, records were erased, or a workspace with either was opened. */
  requestSoon(): void {
    if (this.timer || this.closing.signal.aborted) return
    this.timer = setTimeout(() => void this.inBackground(), this.options.quiet ?? QUIET_MS)
    this.timer.unref()
  }

  /** Calls off what is under way, and waits until it has let go of its files. */
  async close(): Promise<void> {
    this.closing.abort()
    if (this.timer) clearTimeout(this.timer)
    await this.running?.catch(() => undefined)
  }

  private async inBackground(): Promise<void> {
    this.timer = null
    if (this.running) {
      this.requestSoon()
      return
    }
    try {
      await this.compact()
    } catch (error) {
      this.options.onProblem(error)
    }
  }
}
