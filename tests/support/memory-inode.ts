/**
 * The bytes of one file of the disk in memory: as programs see them, as they certainly are after a loss of power, and
 * what such a loss may make of the difference. Appending copies nothing that is there, so journals may be long.
 */

/** Which unsynced steps survive, and how: a seeded generator or an enumeration. */
export type Chooser = (options: number) => number

export class MemoryInode {
  /** Larger than the file while it grows. What a view into it shows is never changed, only what lies behind it. */
  private storage: Buffer
  private size: number
  /** What survives a loss of power for certain. */
  private durable: Buffer
  /** How the file was before each cut or overwriting that is not synced: the loss may undo those. */
  private former: Buffer[] = []

  constructor(bytes: Buffer) {
    this.storage = bytes
    this.size = bytes.length
    this.durable = bytes
  }

  get bytes(): Buffer {
    return this.storage.subarray(0, this.size)
  }

  append(bytes: Uint8Array): void {
    const size = this.size + bytes.length
    // the end of the storage is free to be written unless an older state reaches into it
    if (size > this.storage.length || this.shown() > this.size) this.reallocate(size)
    this.storage.set(bytes, this.size)
    this.size = size
  }

  truncate(size: number): void {
    this.former.push(this.bytes)
    if (size > this.size) this.append(Buffer.alloc(size - this.size))
    this.size = size
  }

  overwrite(bytes: Uint8Array, position: number): void {
    this.former.push(this.bytes)
    const changed = Buffer.alloc(Math.max(this.size, position + bytes.length))
    changed.set(this.bytes)
    changed.set(bytes, position)
    this.storage = changed
    this.size = changed.length
  }

  sync(): void {
    this.durable = this.bytes
    this.former = []
  }

  /** One state that a loss of power may leave. */
  surviving(choose: Chooser, holes = false): Buffer {
    const states = [...this.former, this.bytes]
    const state = states.length === 1 ? this.bytes : (states[choose(states.length)] ?? this.bytes)
    if (state.length === this.durable.length && state.equals(this.durable)) return this.durable
    const added = state.length - this.durable.length
    // cut or overwritten: that has happened or not
    if (added <= 0 || !state.subarray(0, this.durable.length).equals(this.durable)) return choose(2) === 0 ? this.durable : state
    switch (choose(holes ? 7 : 5)) {
      case 0:
        return this.durable
      case 1:
        return state
      case 2:
        return state.subarray(0, this.durable.length + choose(added + 1))
      case 3:
        return Buffer.concat([this.durable, Buffer.alloc(added)])
      case 4: {
        const kept = this.durable.length + choose(added + 1)
        return Buffer.concat([state.subarray(0, kept), Buffer.alloc(state.length - kept)])
      }
      default: {
        const from = this.durable.length + choose(added)
        const holed = Buffer.from(state)
        return holed.fill(0, from, from + 1 + choose(state.length - from))
      }
    }
  }

  /** How far into the storage the states reach that must not change. */
  private shown(): number {
    const views = [this.durable, ...this.former].filter(({ buffer }) => buffer === this.storage.buffer)
    return Math.max(0, ...views.map(({ byteOffset, length }) => byteOffset + length - this.storage.byteOffset))
  }

  private reallocate(size: number): void {
    const larger = Buffer.alloc(Math.max(size, this.size * 2, 1024))
    larger.set(this.bytes)
    this.storage = larger
  }
}

/** A small seeded generator (mulberry32), so that a failing run can be repeated. */
export function seededChooser(seed: number): Chooser {
  let state = seed >>> 0
  return (options) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * options)
  }
}
