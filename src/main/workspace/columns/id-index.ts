/** Which row stands for which record: ids as 16 bytes, found by open addressing over a column of row numbers. */
import { PagedColumn } from './paged-column.ts'

const WORDS = 4
const FIRST_SLOTS = 64
/** Slots are at most three quarters full. */
const isFull = (used: number, slots: number) => used * 4 > slots * 3
/** A slot that was left; a search goes on past it. Rows are stored plus one, so 0 is a slot never used. */
const LEFT = 0xffff_ffff

const ID_FORM = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const words = new Uint32Array(WORDS)

/** Puts an id into `words`; false when it is not a UUID in lower case. */
function parseId(id: string): boolean {
  if (!ID_FORM.test(id)) return false
  words[0] = Number.parseInt(id.slice(0, 8), 16)
  words[1] = Number.parseInt(id.slice(9, 13) + id.slice(14, 18), 16)
  words[2] = Number.parseInt(id.slice(19, 23) + id.slice(24, 28), 16)
  words[3] = Number.parseInt(id.slice(28), 16)
  return true
}

function hashOf(a: number, b: number, c: number, d: number): number {
  let hash = Math.imul(d ^ 0x9e37_79b9, 0x85eb_ca6b)
  hash = Math.imul(hash ^ (hash >>> 15) ^ c, 0xc2b2_ae35)
  hash = Math.imul(hash ^ (hash >>> 13) ^ b, 0x27d4_eb2f)
  hash = Math.imul(hash ^ (hash >>> 16) ^ a, 0x1656_67b1)
  return (hash ^ (hash >>> 15)) >>> 0
}

export interface IdIndexParts {
  readonly ids: PagedColumn
  readonly slots: PagedColumn
  readonly held: number
  readonly used: number
}

export class IdIndex {
  /** Four words a row, also of rows that no longer stand for anything. */
  private readonly ids: PagedColumn
  private slots: PagedColumn
  private heldSlots: number
  private usedSlots: number

  constructor(parts?: IdIndexParts) {
    this.ids = parts?.ids ?? new PagedColumn(Uint32Array)
    this.slots = parts?.slots ?? PagedColumn.zeros(Uint32Array, FIRST_SLOTS)
    this.heldSlots = parts?.held ?? 0
    this.usedSlots = parts?.used ?? 0
    const size = this.slots.length
    if (this.ids.length % WORDS !== 0 || size < FIRST_SLOTS || (size & (size - 1)) !== 0 || isFull(this.usedSlots, size))
      throw new RangeError('The index of ids does not fit together.')
  }

  get rows(): number {
    return this.ids.length / WORDS
  }

  /** For {@link RecordColumns.encode}. */
  get parts(): IdIndexParts {
    return { ids: this.ids, slots: this.slots, held: this.heldSlots, used: this.usedSlots }
  }

  rowOf(id: string): number | undefined {
    if (!parseId(id)) return undefined
    const slot = this.slotOf()
    return slot === undefined ? undefined : this.slots.get(slot) - 1
  }

  /** Gives an id that has no row the next one. @throws RangeError when it is not a UUID in lower case */
  add(id: string): number {
    if (!parseId(id)) throw new RangeError('A record has an id that is not a UUID in lower case.')
    const row = this.rows
    for (const word of words) this.ids.push(word)
    this.usedSlots += 1
    this.heldSlots += 1
    if (isFull(this.usedSlots, this.slots.length)) this.rebuild()
    else this.putIntoSlot(this.slots, row)
    return row
  }

  /** The row no longer stands for its id, which {@link idOf} still tells. */
  remove(id: string): void {
    const slot = parseId(id) ? this.slotOf() : undefined
    if (slot === undefined) return
    this.slots.set(slot, LEFT)
    this.heldSlots -= 1
  }

  idOf(row: number): string {
    let hex = ''
    for (let word = 0; word < WORDS; word += 1)
      hex += this.ids
        .get(row * WORDS + word)
        .toString(16)
        .padStart(8, '0')
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
  }

  /** The slot of the id in `words`. */
  private slotOf(): number | undefined {
    const mask = this.slots.length - 1
    for (let slot = hashOf(words[0]!, words[1]!, words[2]!, words[3]!) & mask; ; slot = (slot + 1) & mask) {
      const value = this.slots.get(slot)
      if (value === 0) return undefined
      if (value !== LEFT && this.isIdOf(value - 1)) return slot
    }
  }

  private isIdOf(row: number): boolean {
    for (let word = WORDS - 1; word >= 0; word -= 1) if (this.ids.get(row * WORDS + word) !== words[word]) return false
    return true
  }

  private hashOfRow(row: number): number {
    const at = row * WORDS
    return hashOf(this.ids.get(at), this.ids.get(at + 1), this.ids.get(at + 2), this.ids.get(at + 3))
  }

  private putIntoSlot(slots: PagedColumn, row: number): void {
    const mask = slots.length - 1
    let slot = this.hashOfRow(row) & mask
    while (slots.get(slot) !== 0) slot = (slot + 1) & mask
    slots.set(slot, row + 1)
  }

  /** Without the slots that were left; twice as many when they are needed. Takes in the row that was added last. */
  private rebuild(): void {
    let size = this.slots.length
    while (this.heldSlots * 2 > size) size *= 2
    const next = PagedColumn.zeros(Uint32Array, size)
    for (let slot = 0; slot < this.slots.length; slot += 1) {
      const value = this.slots.get(slot)
      if (value !== 0 && value !== LEFT) this.putIntoSlot(next, value - 1)
    }
    this.putIntoSlot(next, this.rows - 1)
    this.slots = next
    this.usedSlots = this.heldSlots
  }
}
