/** Data read by position, in blocks: each is checked when it is first read, and some are kept. */
import { crc32 } from 'node:zlib'
import { IndexDamagedError } from './index-damaged-error.ts'
import type { DataSource, DataWindow } from './segment-tables.ts'

/** Four megabytes of blocks of 64 KB. */
const KEPT_BLOCKS = 64

interface Positioned {
  read(position: number, length: number): Uint8Array<ArrayBuffer>
  release(): void
}

export class BlockData implements DataSource {
  readonly #source: Positioned
  readonly #start: number
  readonly #length: number
  readonly #checksums: Uint32Array | undefined
  readonly #blockBytes: number
  readonly #checked: Uint8Array
  /** Least recently used first. */
  readonly #kept = new Map<number, Block>()
  readonly #window = { ...blockOf(new Uint8Array()), from: 0 }

  /**
   * @param start where in the source the data begins
   * @param checksums undefined when the data needs no check
   */
  constructor(source: Positioned, start: number, length: number, checksums: Uint32Array | undefined, blockBytes: number) {
    this.#source = source
    this.#start = start
    this.#length = length
    this.#checksums = checksums
    this.#blockBytes = blockBytes
    const blocks = Math.ceil(length / blockBytes)
    this.#checked = new Uint8Array(blocks).fill(checksums ? 0 : 1)
    if (checksums && checksums.length !== blocks) throw new IndexDamagedError('The index has not the blocks that it tells.')
  }

  release(): void {
    this.#source.release()
  }

  /** @throws IndexDamagedError */
  read(position: number, length: number): Uint8Array<ArrayBuffer> {
    const to = Math.min(position + length, this.#length)
    const first = Math.floor(position / this.#blockBytes)
    const last = Math.floor(Math.max(to - 1, position) / this.#blockBytes)
    if (first !== last) return this.#span(position, to, first, last)
    if (to <= position) return new Uint8Array()
    const from = position - first * this.#blockBytes
    return this.#block(first).bytes.subarray(from, from + to - position)
  }

  /** @throws IndexDamagedError */
  window(position: number, length: number): DataWindow {
    const first = Math.floor(position / this.#blockBytes)
    const isInOne = position + Math.max(length, 1) <= (first + 1) * this.#blockBytes && position < this.#length
    const { bytes, numbers } = isInOne ? this.#block(first) : blockOf(this.read(position, length))
    this.#window.bytes = bytes
    this.#window.numbers = numbers
    this.#window.from = isInOne ? position - first * this.#blockBytes : 0
    return this.#window
  }

  #block(number: number): Block {
    let block = this.#kept.get(number)
    if (block) this.#kept.delete(number)
    else {
      block = blockOf(this.#readBlocks(number, number))
      const [oldest] = this.#kept.keys()
      if (oldest !== undefined && this.#kept.size >= KEPT_BLOCKS) this.#kept.delete(oldest)
    }
    this.#kept.set(number, block)
    return block
  }

  /** Over several blocks. They are read at once, whole when one of them was never checked. */
  #span(from: number, to: number, first: number, last: number): Uint8Array<ArrayBuffer> {
    let isChecked = true
    for (let block = first; block <= last; block += 1) isChecked &&= this.#checked[block] === 1
    if (isChecked) return this.#exactly(from, to - from)
    const start = first * this.#blockBytes
    return this.#readBlocks(first, last).subarray(from - start, to - start)
  }

  #readBlocks(first: number, last: number): Uint8Array<ArrayBuffer> {
    const start = first * this.#blockBytes
    const bytes = this.#exactly(start, Math.min((last + 1) * this.#blockBytes, this.#length) - start)
    for (let block = first; block <= last; block += 1) {
      if (this.#checked[block] === 1) continue
      const from = block * this.#blockBytes - start
      if (crc32(bytes.subarray(from, from + this.#blockBytes)) !== this.#checksums?.[block]) {
        throw new IndexDamagedError('Postings of the index are damaged.')
      }
      this.#checked[block] = 1
    }
    return bytes
  }

  #exactly(position: number, length: number): Uint8Array<ArrayBuffer> {
    const bytes = this.#source.read(this.#start + position, length)
    if (bytes.length !== length) throw new IndexDamagedError('The file of the index became shorter.')
    return bytes
  }
}

interface Block {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly numbers: Uint32Array<ArrayBuffer>
}

function blockOf(bytes: Uint8Array<ArrayBuffer>): Block {
  return { bytes, numbers: new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length >>> 2) }
}
