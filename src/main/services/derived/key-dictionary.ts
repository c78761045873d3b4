/** Texts numbered from 0 in the order in which they came: UTF-8 in one array, found by a hash table over typed arrays. */
import { withRoom, type Numbers, type NumbersFile } from './numbers.ts'

const FIRST_SLOTS = 1024
const EMPTY = new Uint8Array(0)

/** FNV-1a, 32 bits. */
function hashOf(bytes: Uint8Array): number {
  let hash = 0x811c9dc5
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193)
  return hash >>> 0
}

export class KeyDictionary {
  #bytes: Uint8Array = EMPTY
  /** Where each text ends. */
  #ends: Uint32Array = new Uint32Array(0)
  #count = 0
  /** Number of a text plus 1; 0 where there is none. */
  #slots: Uint32Array = new Uint32Array(FIRST_SLOTS)

  static from(file: NumbersFile, name: string): KeyDictionary {
    const dictionary = new KeyDictionary()
    dictionary.#bytes = file.bytes(`${name}.bytes`)
    dictionary.#ends = file.integers(`${name}.ends`)
    dictionary.#slots = file.integers(`${name}.slots`)
    dictionary.#count = dictionary.#ends.length
    const { length } = dictionary.#slots
    const usable = length >= FIRST_SLOTS && (length & (length - 1)) === 0 && length >= dictionary.#count * 2
    if (!usable || dictionary.#used() > dictionary.#bytes.length) throw new Error('The dictionary does not fit.')
    return dictionary
  }

  get size(): number {
    return this.#count
  }

  /** The number of a text that is there. */
  numberOf(text: string): number | undefined {
    const bytes = Buffer.from(text)
    const found = this.#slots[this.#slotOf(bytes)] ?? 0
    return found === 0 ? undefined : found - 1
  }

  /** The number of a text, which is put in when it is not there. */
  intern(text: string): number {
    const bytes = Buffer.from(text)
    let slot = this.#slotOf(bytes)
    const found = this.#slots[slot] ?? 0
    if (found !== 0) return found - 1
    if ((this.#count + 1) * 2 > this.#slots.length) {
      this.#rehash(this.#slots.length * 2)
      slot = this.#slotOf(bytes)
    }
    const from = this.#used()
    this.#bytes = withRoom(this.#bytes, from + bytes.length)
    this.#bytes.set(bytes, from)
    this.#ends = withRoom(this.#ends, this.#count + 1)
    this.#ends[this.#count] = from + bytes.length
    this.#count += 1
    this.#slots[slot] = this.#count
    return this.#count - 1
  }

  textOf(number: number): string {
    return Buffer.from(this.#at(number)).toString()
  }

  *arrays(name: string): Iterable<readonly [string, Numbers]> {
    yield [`${name}.bytes`, this.#bytes.slice(0, this.#used())]
    yield [`${name}.ends`, this.#ends.slice(0, this.#count)]
    yield [`${name}.slots`, this.#slots.slice()]
  }

  #used(): number {
    return this.#count === 0 ? 0 : (this.#ends[this.#count - 1] ?? 0)
  }

  #at(number: number): Uint8Array {
    return this.#bytes.subarray(number === 0 ? 0 : this.#ends[number - 1], this.#ends[number])
  }

  /** The slot of a text, or the one where it would go. */
  #slotOf(bytes: Uint8Array): number {
    const mask = this.#slots.length - 1
    for (let slot = hashOf(bytes) & mask; ; slot = (slot + 1) & mask) {
      const found = this.#slots[slot] ?? 0
      if (found === 0) return slot
      const other = this.#at(found - 1)
      if (other.length === bytes.length && Buffer.compare(other, bytes) === 0) return slot
    }
  }

  #rehash(length: number): void {
    this.#slots = new Uint32Array(length)
    const mask = length - 1
    for (let number = 0; number < this.#count; number += 1) {
      let slot = hashOf(this.#at(number)) & mask
      while (this.#slots[slot] !== 0) slot = (slot + 1) & mask
      this.#slots[slot] = number + 1
    }
  }
}
