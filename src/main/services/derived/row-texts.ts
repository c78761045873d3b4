/** A text for each row: UTF-8 in one array that is searched as a whole, and a small map of texts that have changed since. */
import type { Numbers, NumbersFile } from './numbers.ts'

const MERGED_ABOVE = 4_096
const EMPTY = Buffer.alloc(0)

const bufferOf = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)

export class RowTexts {
  #ends: Uint32Array = new Uint32Array(0)
  #bytes: Buffer = EMPTY
  readonly #changed = new Map<number, Buffer>()

  static from(file: NumbersFile, name: string): RowTexts {
    const texts = new RowTexts()
    texts.#ends = file.integers(`${name}.ends`)
    texts.#bytes = bufferOf(file.bytes(`${name}.bytes`))
    if ((texts.#ends.at(-1) ?? 0) !== texts.#bytes.length) throw new Error('The texts do not fit.')
    return texts
  }

  get(row: number): string {
    return this.#at(row).toString()
  }

  has(row: number): boolean {
    return this.#at(row).length > 0
  }

  set(row: number, text: string): void {
    const bytes = Buffer.from(text)
    if (this.#at(row).equals(bytes)) return
    this.#changed.set(row, bytes)
    if (this.#changed.size > MERGED_ABOVE) this.merge()
  }

  /** Rows that have a text, in no particular order. */
  *rows(): Iterable<number> {
    for (let row = 0; row < this.#ends.length; row += 1) if (!this.#changed.has(row) && this.has(row)) yield row
    for (const [row, bytes] of this.#changed) if (bytes.length > 0) yield row
  }

  /** Calls `visit` for each row whose text contains `part`. */
  containing(part: string, visit: (row: number) => void): void {
    const needle = Buffer.from(part)
    let row = 0
    for (let at = this.#bytes.indexOf(needle); at !== -1; at = this.#bytes.indexOf(needle, at)) {
      while ((this.#ends[row] ?? 0) <= at) row += 1
      const end = this.#ends[row] ?? 0
      // a find across two texts is none
      const isWhole = at + needle.length <= end
      if (isWhole && !this.#changed.has(row)) visit(row)
      at = end
    }
    for (const [changed, bytes] of this.#changed) if (bytes.includes(needle)) visit(changed)
  }

  /** Whether the text of a row contains `part`. */
  contains(row: number, part: Buffer): boolean {
    return this.#at(row).includes(part)
  }

  startsWith(row: number, part: Buffer): boolean {
    const text = this.#at(row)
    return text.length >= part.length && text.compare(part, 0, part.length, 0, part.length) === 0
  }

  merge(): void {
    if (this.#changed.size === 0) return
    let rows = this.#ends.length
    for (const row of this.#changed.keys()) if (row >= rows) rows = row + 1
    const ends = new Uint32Array(rows)
    let total = 0
    for (let row = 0; row < rows; row += 1) {
      total += this.#at(row).length
      ends[row] = total
    }
    const bytes = Buffer.allocUnsafeSlow(total)
    for (let row = 0; row < rows; row += 1) bytes.set(this.#at(row), row === 0 ? 0 : ends[row - 1])
    this.#ends = ends
    this.#bytes = bytes
    this.#changed.clear()
  }

  *arrays(name: string): Iterable<readonly [string, Numbers]> {
    this.merge()
    yield [`${name}.ends`, this.#ends]
    yield [`${name}.bytes`, this.#bytes]
  }

  #at(row: number): Buffer {
    const own = this.#changed.get(row)
    if (own) return own
    return row >= this.#ends.length ? EMPTY : this.#bytes.subarray(row === 0 ? 0 : this.#ends[row - 1], this.#ends[row])
  }
}
