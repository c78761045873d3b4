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
    this.clear(row)
    this.addresses.set(row, this.append(row, packed))
  }

  clear(row: number): void {
    const before = this.addresses.get(row)
    this.addresses.set(row, NOWHERE)
    if (before !== NOWHERE) this.leave(before)
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

  private leave(address: number): void {
    const number = address >>> PAGE_BITS
    const page = this.pages[number]!
    page.live -= PREFIX + page.bytes.readUInt32LE((address & (PAGE_BYTES - 1)) + 4)
    if (number !== this.current) this.emptyWhenSparse(number)
  }

  private emptyWhenSparse(number: number): void {
    const page = this.pages[number]!
    if (page.live * 4 > page.used * 3) return
    for (let at = 0; at < page.used;) {
      const row = page.bytes.readUInt32LE(at)
      const end = at + PREFIX + page.bytes.readUInt32LE(at + 4)
      if (this.addresses.get(row) === number * PAGE_BYTES + at)
        this.addresses.set(row, this.append(row, page.bytes.subarray(at + PREFIX, end)))
      at = end
    }
    this.pages[number] = null
    this.free.push(number)
  }
}
