/**
 * Packed heads in pages of bytes, each after its row and length. A head that changed is written anew at the end; a page
 * a quarter of which was left behind is emptied into the last one, so that no more is ever lost and no edit moves much
 * more than a page.
 */
import { PagedColumn } from './paged-column.ts'

const PAGE_BITS = 16
const PAGE_BYTES = 1 << PAGE_BITS
const PREFIX = 8
/** An address of no head. Addresses are page number times page size plus offset. */
const NOWHERE = 0xffff_ffff
const LAST_PAGE = NOWHERE >>> PAGE_BITS

interface Page {
  readonly bytes: Buffer
  used: number
  live: number
}

export interface HeadPagesParts {
  /** One address a row. */
  readonly addresses: PagedColumn
  /** Used and live bytes of each page. */
  readonly sizes: readonly number[]
  readonly pieces: readonly Uint8Array[]
}

export class HeadPages {
  private readonly addresses: PagedColumn
  private readonly pages: (Page | null)[] = []
  private readonly free: number[] = []
  private current = -1
  /** A record was erased: what other heads of it were left behind must not get to the disk. */
  private mustWipe = false

  constructor(parts?: HeadPagesParts) {
    this.addresses = parts?.addresses ?? new PagedColumn(Uint32Array)
    for (const [index, bytes] of (parts?.pieces ?? []).entries()) {
      const used = parts?.sizes[index * 2] ?? -1
      const live = parts?.sizes[index * 2 + 1] ?? -1
      if (used !== bytes.length || live < 0 || live > used) throw new RangeError('The pages of heads do not fit together.')
      if (used === 0) this.free.push(index)
      this.pages.push(used === 0 ? null : { bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), used, live })
    }
  }

  /** What is there now, for {@link RecordColumns.encode}; later changes do not show in it. */
  get parts(): HeadPagesParts {
    if (this.mustWipe) this.wipe()
    return {
      addresses: this.addresses,
      sizes: this.pages.flatMap((page) => [page?.used ?? 0, page?.live ?? 0]),
      // bytes once written stay as they are: pages are only added to, or let go as a whole
      pieces: this.pages.map((page) => page?.bytes.subarray(0, page.used) ?? new Uint8Array()),
    }
  }

  get rows(): number {
    return this.addresses.length
  }

  addRow(): void {
    this.addresses.push(NOWHERE)
  }

  has(row: number): boolean {
    return row >= 0 && row < this.addresses.length && this.addresses.get(row) !== NOWHERE
  }

  get(row: number): Buffer | undefined {
    if (!this.has(row)) return undefined
    const address = this.addresses.get(row)
    const { bytes } = this.pages[address >>> PAGE_BITS]!
    const at = address & (PAGE_BYTES - 1)
    return bytes.subarray(at + PREFIX, at + PREFIX + bytes.readUInt32LE(at + 4))
  }

  set(row: number, packed: Buffer): void {
    // left first: appending may empty the page where the head before stands
    this.leave(row)
    this.addresses.set(row, this.append(row, packed))
  }

  /** For a record that was erased. */
  clear(row: number): void {
    this.mustWipe = true
    this.leave(row)
  }

  private append(row: number, packed: Buffer): number {
    const size = PREFIX + packed.length
    const number = size > PAGE_BYTES ? this.addPage(size) : this.pageWithRoom(size)
    const page = this.pages[number]!
    const at = page.used
    page.bytes.writeUInt32LE(row, at)
    page.bytes.writeUInt32LE(packed.length, at + 4)
    packed.copy(page.bytes, at + PREFIX)
    page.used += size
    page.live += size
    return number * PAGE_BYTES + at
  }

  private pageWithRoom(size: number): number {
    for (;;) {
      const full = this.current
      const page = this.pages[full]
      if (page && page.used + size <= page.bytes.length) return full
      this.current = this.addPage(PAGE_BYTES)
      if (page) this.emptyWhenSparse(full)
    }
  }

  private addPage(size: number): number {
    const number = this.free.pop() ?? this.pages.length
    if (number >= LAST_PAGE) throw new RangeError('The columns of the records take more than 4 GiB.')
    this.pages[number] = { bytes: Buffer.alloc(size), used: 0, live: 0 }
    return number
  }

  private leave(row: number): void {
    const address = this.addresses.get(row)
    if (address === NOWHERE) return
    this.addresses.set(row, NOWHERE)
    const number = address >>> PAGE_BITS
    const page = this.pages[number]!
    page.live -= PREFIX + page.bytes.readUInt32LE((address & (PAGE_BYTES - 1)) + 4)
    if (number !== this.current) this.emptyWhenSparse(number)
  }

  private emptyWhenSparse(number: number): void {
    const page = this.pages[number]!
    if (page.live * 4 > page.used * 3) return
    for (const { row, at, end } of this.entriesOf(page))
      if (this.addresses.get(row) === number * PAGE_BYTES + at)
        this.addresses.set(row, this.append(row, page.bytes.subarray(at + PREFIX, end)))
    this.pages[number] = null
    this.free.push(number)
  }

  /** Blanks what was left behind, in copies: a snapshot may still show the pages as they were. */
  private wipe(): void {
    this.mustWipe = false
    for (const [number, page] of this.pages.entries()) {
      if (!page || page.live === page.used) continue
      const bytes = Buffer.from(page.bytes)
      for (const { row, at, end } of this.entriesOf(page))
        if (this.addresses.get(row) !== number * PAGE_BYTES + at) bytes.fill(0, at + PREFIX, end)
      this.pages[number] = { ...page, bytes }
    }
  }

  private *entriesOf({ bytes, used }: Page): Iterable<{ readonly row: number; readonly at: number; readonly end: number }> {
    for (let at = 0; at < used;) {
      const end = at + PREFIX + bytes.readUInt32LE(at + 4)
      yield { row: bytes.readUInt32LE(at), at, end }
      at = end
    }
  }
}
