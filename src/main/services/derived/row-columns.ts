/** What of each row is asked for so often that it stands in columns of numbers: kind, stage, date, time of change, id. */
import type { Kind } from '../../../shared/model/common.ts'
import { kinds } from '../../../shared/model/common.ts'
import { contactTypes, type ContactType } from '../../../shared/model/contact.ts'
import type { RecordHead } from '../../../shared/model/head.ts'
import { withRoom, type Numbers, type NumbersFile } from './numbers.ts'

const ID_BYTES = 16
const KIND_MASK = 0b111
const TYPE_SHIFT = 3
const TYPE_MASK = 0b11
const HAS_FILES = 0b0100_0000
const TRASHED = 0b1000_0000

const idBytes = (id: string) => Buffer.from(id.replaceAll('-', ''), 'hex')

/** What the columns hold of a record. */
export interface ColumnValues {
  readonly head: RecordHead
  /** As {@link dateNumber} gives it. */
  readonly date: number
  /** The dictionary's number of the stage; 0 when there is none. */
  readonly stage: number
  /** How many decisions its text has. */
  readonly decisions: number
}

export class RowColumns {
  #ids = new Uint8Array(0)
  /** Kind, contact's type, whether it has files and whether it is in the trash; 0 for a row without a record. */
  #shapes = new Uint8Array(0)
  #stages = new Uint32Array(0)
  #dates = new Uint32Array(0)
  #updated = new Float64Array(0)
  #decisions: Uint32Array = new Uint32Array(0)
  #count = 0

  static from(file: NumbersFile): RowColumns {
    const columns = new RowColumns()
    columns.#ids = file.bytes('column.ids').slice()
    columns.#shapes = file.bytes('column.shapes').slice()
    columns.#stages = file.integers('column.stages').slice()
    columns.#dates = file.integers('column.dates').slice()
    columns.#updated = file.floats('column.updated').slice()
    columns.#decisions = file.integers('column.decisions').slice()
    columns.#count = columns.#shapes.length
    const lengths = [
      columns.#ids.length / ID_BYTES,
      columns.#stages.length,
      columns.#dates.length,
      columns.#updated.length,
      columns.#decisions.length,
    ]
    if (lengths.some((length) => length !== columns.#count)) throw new Error('The columns do not fit.')
    return columns
  }

  /** Every row is below it. */
  get count(): number {
    return this.#count
  }

  set(row: number, { head, date, stage, decisions }: ColumnValues): void {
    this.#makeRoom(row)
    this.#ids.set(idBytes(head.id), row * ID_BYTES)
    const type = head.kind === 'contact' ? contactTypes.indexOf(head.contactType) + 1 : 0
    const files = head.attachments === 0 ? 0 : HAS_FILES
    this.#shapes[row] = (kinds.indexOf(head.kind) + 1) | (type << TYPE_SHIFT) | files | (head.trashedAt === '' ? 0 : TRASHED)
    this.#stages[row] = stage
    this.#dates[row] = date
    this.#updated[row] = Date.parse(head.updatedAt)
    this.#decisions[row] = decisions
  }

  /** The record was erased. */
  clear(row: number): void {
    if (row >= this.#count) return
    this.#ids.fill(0, row * ID_BYTES, (row + 1) * ID_BYTES)
    this.#shapes[row] = 0
    this.#stages[row] = 0
    this.#dates[row] = 0
    this.#updated[row] = 0
    this.#decisions[row] = 0
  }

  kind(row: number): Kind | undefined {
    return kinds[((this.#shapes[row] ?? 0) & KIND_MASK) - 1]
  }

  contactType(row: number): ContactType | undefined {
    return contactTypes[(((this.#shapes[row] ?? 0) >> TYPE_SHIFT) & TYPE_MASK) - 1]
  }

  /** It has a record, and that is not in the trash. */
  isLive(row: number): boolean {
    const shape = this.#shapes[row] ?? 0
    return shape !== 0 && shape < TRASHED
  }

  isTrashed(row: number): boolean {
    return (this.#shapes[row] ?? 0) >= TRASHED
  }

  hasFiles(row: number): boolean {
    return ((this.#shapes[row] ?? 0) & HAS_FILES) !== 0
  }

  stage(row: number): number {
    return this.#stages[row] ?? 0
  }

  date(row: number): number {
    return this.#dates[row] ?? 0
  }

  /** When the record was changed last, in milliseconds since the Unix epoch. */
  updatedAt(row: number): number {
    return this.#updated[row] ?? 0
  }

  /** How many decisions the record's text has. */
  decisions(row: number): number {
    return this.#decisions[row] ?? 0
  }

  /** Whether the id of row `a` comes before that of row `b`. */
  isOlder(a: number, b: number): boolean {
    const left = a * ID_BYTES
    const right = b * ID_BYTES
    for (let at = 0; at < ID_BYTES; at += 1) {
      const difference = (this.#ids[left + at] ?? 0) - (this.#ids[right + at] ?? 0)
      if (difference !== 0) return difference < 0
    }
    return false
  }

  /** Whether a row is that of the record of this id. */
  isOf(row: number, id: string): boolean {
    return row < this.#count && idBytes(id).every((byte, at) => byte === this.#ids[row * ID_BYTES + at])
  }

  /** The row of each of `ids` that has one here, erased from the workspace or not. Looks at all rows. */
  rowsOf(ids: ReadonlySet<string>): Map<string, number> {
    const wanted = new Map([...ids].map((id) => [id.replaceAll('-', ''), id]))
    const found = new Map<string, number>()
    if (wanted.size === 0) return found
    const bytes = Buffer.from(this.#ids.buffer, this.#ids.byteOffset, this.#count * ID_BYTES)
    for (let row = 0; row < this.#count; row += 1) {
      const id = wanted.get(bytes.toString('hex', row * ID_BYTES, (row + 1) * ID_BYTES))
      if (id !== undefined) found.set(id, row)
    }
    return found
  }

  /** Stages under other numbers of the dictionary. */
  renumberStages(numberOf: (stage: number) => number): void {
    for (let row = 0; row < this.#count; row += 1) {
      const stage = this.stage(row)
      if (stage !== 0) this.#stages[row] = numberOf(stage)
    }
  }

  *arrays(): Iterable<readonly [string, Numbers]> {
    yield ['column.ids', this.#ids.slice(0, this.#count * ID_BYTES)]
    yield ['column.shapes', this.#shapes.slice(0, this.#count)]
    yield ['column.stages', this.#stages.slice(0, this.#count)]
    yield ['column.dates', this.#dates.slice(0, this.#count)]
    yield ['column.updated', this.#updated.slice(0, this.#count)]
    yield ['column.decisions', this.#decisions.slice(0, this.#count)]
  }

  #makeRoom(row: number): void {
    this.#count = Math.max(this.#count, row + 1)
    this.#ids = withRoom(this.#ids, this.#count * ID_BYTES)
    this.#shapes = withRoom(this.#shapes, this.#count)
    this.#stages = withRoom(this.#stages, this.#count)
    this.#dates = withRoom(this.#dates, this.#count)
    this.#updated = withRoom(this.#updated, this.#count)
    this.#decisions = withRoom(this.#decisions, this.#count)
  }
}
