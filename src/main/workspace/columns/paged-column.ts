/**
 * A growing column of numbers in pages. Growing copies at most one page, so that no edit ever pays for the size of the
 * workspace; and a snapshot shares the pages until one of them changes, so that it costs no copy either.
 */
export type Numbers = Uint8Array | Uint32Array | Float64Array
export type NumbersConstructor = typeof Uint8Array | typeof Uint32Array | typeof Float64Array

const PAGE_BITS = 14
const PAGE_LENGTH = 1 << PAGE_BITS
const PAGE_MASK = PAGE_LENGTH - 1
/** A new workspace holds a handful of records. */
const FIRST_LENGTH = 64

export class PagedColumn {
  private readonly type: NumbersConstructor
  private readonly pages: Numbers[] = []
  /** Pages that a snapshot shows: they are copied before they change. */
  private readonly shared: boolean[] = []
  private count = 0

  constructor(type: NumbersConstructor) {
    this.type = type
  }

  /** A column of zeros. */
  static zeros(type: NumbersConstructor, length: number): PagedColumn {
    const column = new PagedColumn(type)
    for (let left = length; left > 0; left -= PAGE_LENGTH) {
      column.pages.push(new type(Math.min(left, PAGE_LENGTH)))
      column.shared.push(false)
    }
    column.count = length
    return column
  }

  /** A column over bytes that from now on are its own; they begin at a multiple of 8. */
  static over(type: NumbersConstructor, bytes: Uint8Array): PagedColumn {
    const column = new PagedColumn(type)
    if (bytes.byteLength % type.BYTES_PER_ELEMENT !== 0) throw new RangeError('A column ends inside a number.')
    column.count = bytes.byteLength / type.BYTES_PER_ELEMENT
    for (let from = 0; from < column.count; from += PAGE_LENGTH) {
      const length = Math.min(PAGE_LENGTH, column.count - from)
      column.pages.push(new type(bytes.buffer as ArrayBuffer, bytes.byteOffset + from * type.BYTES_PER_ELEMENT, length))
      column.shared.push(false)
    }
    return column
  }

  get length(): number {
    return this.count
  }

  get(index: number): number {
    return this.pages[index >>> PAGE_BITS]![index & PAGE_MASK]!
  }

  set(index: number, value: number): void {
    const page = index >>> PAGE_BITS
    if (this.shared[page]) {
      this.pages[page] = this.pages[page]!.slice()
      this.shared[page] = false
    }
    this.pages[page]![index & PAGE_MASK] = value
  }

  push(value: number): void {
    const page = this.count >>> PAGE_BITS
    const at = this.count & PAGE_MASK
    const current = this.pages[page]
    if (!current || at >= current.length) this.growPage(page, current)
    // past what any snapshot shows, so a shared page need not be copied
    this.pages[page]![at] = value
    this.count += 1
  }

  /** The bytes as they are now, in pieces; later changes do not show in them. */
  snapshot(): Uint8Array[] {
    return this.pages.map((page, index) => {
      this.shared[index] = true
      const length = Math.min(PAGE_LENGTH, this.count - index * PAGE_LENGTH)
      return new Uint8Array(page.buffer, page.byteOffset, length * this.type.BYTES_PER_ELEMENT)
    })
  }

  private growPage(page: number, current: Numbers | undefined): void {
    // only the first page starts small: later ones are sure to be filled
    const length = current ? Math.min(current.length * 2, PAGE_LENGTH) : page === 0 ? FIRST_LENGTH : PAGE_LENGTH
    const grown = new this.type(length)
    if (current) grown.set(current)
    this.pages[page] = grown
    this.shared[page] = false
  }
}
