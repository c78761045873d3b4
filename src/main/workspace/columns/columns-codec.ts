/** {@link RecordColumns} as bytes: a few long runs that are looked at where they lie, and a short header in JSON. */
import { author, count } from '../../../shared/model/common.ts'
import { z } from '../../../shared/model/zod.ts'
import type { ClaimIndexParts } from './claim-index.ts'
import { headLayout } from './head-codec.ts'
import type { HeadPagesParts } from './head-pages.ts'
import type { IdIndexParts } from './id-index.ts'
import type { NumbersConstructor } from './paged-column.ts'
import { PagedColumn } from './paged-column.ts'
import { decodeSections, encodeSections } from './sections.ts'
import type { VersionColumns, VersionTableParts } from './version-table.ts'
import { versionColumns } from './version-table.ts'

export interface ColumnParts {
  readonly rowsEpoch: string
  readonly revision: number
  readonly sequence: number
  readonly ids: IdIndexParts
  readonly claims: ClaimIndexParts
  readonly heads: HeadPagesParts
  readonly versions: VersionTableParts
  readonly changedAt: PagedColumn
  readonly creators: PagedColumn
  readonly fixed: PagedColumn
}

/** Numbers stand as the processor keeps them. */
const isLittleEndian = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1
/** What bytes must have been written with to mean the same here. */
const layout = `${isLittleEndian ? 'little' : 'big'} ${headLayout}`

const facts = z.strictObject({
  layout: z.literal(layout),
  rowsEpoch: z.string(),
  revision: count,
  sequence: count,
  idsHeld: count,
  idsUsed: count,
  claimsHeld: count,
  authors: z.array(author.nullable()),
  segments: z.array(z.string().nullable()),
})

const bytesOf = (numbers: readonly number[]) => new Uint8Array(Uint32Array.from(numbers).buffer)

export function encodeColumns({ ids, claims, heads, versions, ...parts }: ColumnParts): Uint8Array[] {
  const header: z.input<typeof facts> = {
    layout,
    rowsEpoch: parts.rowsEpoch,
    revision: parts.revision,
    sequence: parts.sequence,
    idsHeld: ids.held,
    idsUsed: ids.used,
    claimsHeld: claims.held,
    authors: [...versions.authors],
    segments: [...versions.segments],
  }
  const sections = new Map<string, readonly Uint8Array[]>([
    ['ids', ids.ids.snapshot()],
    ['idSlots', ids.slots.snapshot()],
    ['claimHashes', claims.hashes.snapshot()],
    ['claimRows', claims.rows.snapshot()],
    ['changedAt', parts.changedAt.snapshot()],
    ['creators', parts.creators.snapshot()],
    ['fixed', parts.fixed.snapshot()],
    ['headAddresses', heads.addresses.snapshot()],
    ['headSizes', [bytesOf(heads.sizes)]],
    ['latest', versions.latest.snapshot()],
    ['free', [bytesOf(versions.free)]],
  ])
  for (const [name, column] of Object.entries(versions.columns)) sections.set(`version.${name}`, column.snapshot())
  sections.set('heads', heads.pieces)
  return encodeSections(header, sections)
}

/** Views of `bytes`, which are copied only where they do not begin at a multiple of 8. @throws RangeError, SyntaxError */
export function decodeColumns(bytes: Uint8Array): ColumnParts {
  const { facts: raw, sections } = decodeSections(bytes.byteOffset % 8 === 0 ? bytes : bytes.slice())
  const checked = facts.safeParse(raw)
  if (!checked.success) throw new RangeError('The columns were written by another version.')
  const header = checked.data
  const section = (name: string): Uint8Array => {
    const found = sections.get(name)
    if (!found) throw new RangeError(`The columns have no ${name}.`)
    return found
  }
  const column = (name: string, type: NumbersConstructor) => PagedColumn.over(type, section(name))
  const numbers = (name: string) => {
    const values = column(name, Uint32Array)
    return Array.from({ length: values.length }, (_, index) => values.get(index))
  }
  const sizes = numbers('headSizes')
  const columns = Object.entries(versionColumns).map(([name, type]) => [name, column(`version.${name}`, type)])
  return {
    rowsEpoch: header.rowsEpoch,
    revision: header.revision,
    sequence: header.sequence,
    ids: { ids: column('ids', Uint32Array), slots: column('idSlots', Uint32Array), held: header.idsHeld, used: header.idsUsed },
    claims: { hashes: column('claimHashes', Uint32Array), rows: column('claimRows', Uint32Array), held: header.claimsHeld },
    changedAt: column('changedAt', Float64Array),
    creators: column('creators', Uint32Array),
    fixed: column('fixed', Uint32Array),
    heads: { addresses: column('headAddresses', Uint32Array), sizes, pieces: cut(section('heads'), sizes) },
    versions: {
      columns: Object.fromEntries(columns) as VersionColumns,
      latest: column('latest', Uint32Array),
      free: numbers('free'),
      authors: header.authors,
      segments: header.segments,
    },
  }
}

/** The pages of heads one after the other; `sizes` tells used and live bytes of each. */
function cut(bytes: Uint8Array, sizes: readonly number[]): Uint8Array[] {
  const pieces: Uint8Array[] = []
  let at = 0
  for (let index = 0; index < sizes.length; index += 2) {
    const end = at + (sizes[index] ?? 0)
    pieces.push(bytes.subarray(at, end))
    at = end
  }
  if (at !== bytes.length) throw new RangeError('The pages of heads are not of the length that they tell.')
  return pieces
}
