/** Random histories of records, and what the columns must say of them, kept in plain maps. */
import * as fc from 'fast-check'
import type { Author } from '../../src/shared/model/common.ts'
import type { RecordHead } from '../../src/shared/model/head.ts'
import { headOf } from '../../src/shared/model/head.ts'
import { claimsOf } from '../../src/main/workspace/claims.ts'
import type { AppliedErasure, AppliedVersion } from '../../src/main/workspace/columns/record-columns.ts'
import type { PlacedVersion } from '../../src/main/workspace/columns/version-table.ts'
import { workspaceRecords } from './arbitrary-records.ts'
import { anna, bolat, idOf } from './new-record.ts'

const day = Date.parse('2023-10-05T09:00:00.000Z')
const names = Array.from({ length: 12 }, (_, number) => `Name ${number}`)

export interface ModelRecord {
  readonly head: RecordHead
  readonly createdBy: Author
  /** The adopted text that it holds, 0 for none. */
  readonly fixed: number
  /** The latest first. */
  readonly versions: readonly PlacedVersion[]
}

export type Step =
  | { readonly do: 'put'; readonly number: number; readonly title: string; readonly aliases: readonly string[]; readonly trashed: boolean }
  | { readonly do: 'erase'; readonly number: number }
  | { readonly do: 'relocate'; readonly segment: number; readonly dropEvery: number }
  | { readonly do: 'reload' }

export const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    {
      weight: 12,
      arbitrary: fc.record({
        do: fc.constant('put' as const),
        number: fc.integer({ min: 0, max: 15 }),
        title: fc.constantFrom(...names),
        aliases: fc.array(fc.constantFrom(...names), { maxLength: 2 }),
        trashed: fc.boolean(),
      }),
    },
    { weight: 3, arbitrary: fc.record({ do: fc.constant('erase' as const), number: fc.integer({ min: 0, max: 15 }) }) },
    {
      weight: 2,
      arbitrary: fc.record({
        do: fc.constant('relocate' as const),
        segment: fc.integer({ min: 0, max: 5 }),
        dropEvery: fc.integer({ min: 1, max: 4 }),
      }),
    },
    { weight: 1, arbitrary: fc.constant({ do: 'reload' as const }) },
  ),
  { maxLength: 120 },
)

/** Heads of every kind and shape, to take the place of a plain one. */
export const someHeads: fc.Arbitrary<RecordHead[]> = workspaceRecords.map((records) => records.map(headOf))

export class ColumnsModel {
  readonly records = new Map<string, ModelRecord>()
  readonly changed = new Map<string, number>()
  sequence = 0
  private readonly shapes: readonly RecordHead[]

  constructor(shapes: readonly RecordHead[]) {
    this.shapes = shapes
  }

  put({ number, title, aliases, trashed }: Extract<Step, { do: 'put' }>): AppliedVersion {
    const id = idOf(number)
    const before = this.records.get(id)
    const shape = this.shapes[number % this.shapes.length]!
    this.sequence += 1
    const at = new Date(day + this.sequence * 60_000).toISOString()
    const own = this.sequence % 3 === 0
    const author = this.sequence % 2 === 0 ? anna : bolat
    const rev = (before?.head.rev ?? 0) + 1
    const place = { segment: `segment-${this.sequence % 6}`, offset: this.sequence * 5_000_000_000, length: number, crc: 0xffff_ffff }
    const head: RecordHead = {
      ...shape,
      id,
      rev,
      title,
      aliases: [...aliases],
      trashedAt: trashed ? at : '',
      createdAt: before?.head.createdAt ?? at,
      updatedAt: at,
    }
    const pinned = own && number % 2 === 0
    const fixed = Math.floor(this.sequence / 8) % 3
    const isFixedAnew = fixed !== 0 && fixed !== (before?.fixed ?? 0)
    const rest = { place, at, author, sequence: this.sequence, revision: this.sequence * 2 }
    const version: PlacedVersion = { rev, bytes: place.length, ...rest, own: own || isFixedAnew, pinned: pinned || isFixedAnew }
    const createdBy = before?.createdBy ?? author
    this.records.set(id, { head, createdBy, fixed, versions: [version, ...(before?.versions ?? [])] })
    this.changed.set(id, this.sequence * 2)
    return { head, createdBy, ...rest, own, pinned, fixed }
  }

  erase(number: number): AppliedErasure {
    this.sequence += 1
    if (this.records.delete(idOf(number))) this.changed.set(idOf(number), this.sequence * 2)
    return { erased: idOf(number), sequence: this.sequence, revision: this.sequence * 2 }
  }

  /** Answers where what lay in a segment lies now: versions that are not the latest may go. */
  relocate(segment: string, dropEvery: number): (offset: number) => { segment: string; offset: number } | null {
    const kept = new Map<number, { segment: string; offset: number }>()
    for (const [id, record] of this.records) {
      const versions = record.versions.flatMap((version, index) => {
        if (version.place.segment !== segment) return [version]
        if (index > 0 && version.sequence % dropEvery === 0) return []
        const place = { ...version.place, segment: `${segment}'`, offset: version.place.offset - 7 }
        kept.set(version.place.offset, place)
        return [{ ...version, place }]
      })
      this.records.set(id, { ...record, versions })
    }
    return (offset) => kept.get(offset) ?? null
  }

  /** Ids of all that hold a claim: names may be held twice here, as in a damaged workspace. */
  holders(claim: string): string[] {
    return [...this.records].filter(([, { head }]) => claimsOf(head).includes(claim)).map(([id]) => id)
  }

  get claims(): Set<string> {
    const codes = this.shapes.flatMap((shape) => (shape.kind === 'country' ? [`code:${shape.code}`] : []))
    return new Set([...names.map((name) => `name:${name.toLowerCase()}`), ...codes, 'name:nobody'])
  }
}
