/** Gives views into a file from front to back, reading it in large steps. */
import type { ReadableFile } from '../file-system.ts'

const STEP_BYTES = 1024 * 1024

export class ByteWindow {
  readonly size: number
  private readonly file: ReadableFile
  private view: Uint8Array = new Uint8Array(0)
  private heldFrom = 0

  constructor(file: ReadableFile, size: number) {
    this.file = file
    this.size = size
  }

  /** The same without waiting, when these bytes are in memory. */
  held(at: number, length: number): Uint8Array | null {
    const start = at - this.heldFrom
    return start >= 0 && start + length <= this.view.length ? this.view.subarray(start, start + length) : null
  }

  /** Fewer bytes than asked for only at the end of the file. Views given earlier stay as they are. */
  async bytes(at: number, length: number): Promise<Uint8Array> {
    const end = Math.min(at + length, this.size)
    if (at < this.heldFrom || end > this.heldFrom + this.view.length) await this.load(at, Math.max(end - at, STEP_BYTES))
    const start = at - this.heldFrom
    return this.view.subarray(start, Math.max(start, end - this.heldFrom))
  }

  private async load(at: number, wanted: number): Promise<void> {
    // a new buffer each time: the views that were given out show the one before
    const buffer = new Uint8Array(Math.max(0, Math.min(wanted, this.size - at)))
    const taken = await this.file.read(buffer, at)
    this.view = buffer.subarray(0, taken)
    this.heldFrom = at
  }
}
