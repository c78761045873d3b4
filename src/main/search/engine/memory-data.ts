/** The data of a segment in memory. */
import type { DataSource, DataWindow } from './segment-tables.ts'
import type { DataSink } from './term-data.ts'

export class MemoryData implements DataSource, DataSink {
  #bytes: Uint8Array<ArrayBufferLike>
  #used: number
  readonly #window = { bytes: new Uint8Array() as Uint8Array, numbers: new Uint32Array() as Uint32Array, from: 0 }

  /** @param bytes data that is there already, beginning at a multiple of 8 of its buffer */
  constructor(bytes: Uint8Array = new Uint8Array()) {
    this.#bytes = bytes
    this.#used = bytes.length
  }

  get length(): number {
    return this.#used
  }

  append(bytes: Uint8Array): void {
    if (this.#used + bytes.length > this.#bytes.length) {
      // what is written in one piece needs no more room than it takes up
      const larger = new Uint8Array(this.#used === 0 ? bytes.length : Math.ceil((this.#used + bytes.length) * 1.5))
      larger.set(this.#bytes.subarray(0, this.#used))
      this.#bytes = larger
    }
    this.#bytes.set(bytes, this.#used)
    this.#used += bytes.length
  }

  window(position: number): DataWindow {
    const window = this.#window
    if (window.bytes !== this.#bytes) {
      const { buffer, byteOffset, length } = this.#bytes
      window.bytes = this.#bytes
      window.numbers = new Uint32Array(buffer, byteOffset, length >>> 2)
    }
    window.from = position
    return window
  }

  release(): void {
    // the memory is free when nobody knows of it
  }

  read(position: number, length: number): Uint8Array {
    return this.#bytes.subarray(position, Math.min(position + length, this.#used))
  }
}
