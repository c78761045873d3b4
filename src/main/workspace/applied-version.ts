/** What the columns take from the journal: the same whether a version has just been written or is read back. */
import type { Author } from '../../shared/model/common.ts'
import { kinds } from '../../shared/model/common.ts'
import type { RecordHead } from '../../shared/model/head.ts'
import { headOf } from '../../shared/model/head.ts'
import type { AnyRecord } from '../../shared/model/record.ts'
import type { AppliedErasure, AppliedVersion } from './columns/record-columns.ts'
import type { FrameHeader } from './journal/frame.ts'
import { PREFIX_BYTES } from './journal/frame.ts'
import { DamagedFileError, parseObject } from './json-file.ts'
import type { RawObject } from './migrations/migration.ts'
import { fixedMark, isPinned } from './pinned.ts'

export interface VersionFacts {
  readonly head: RecordHead
  readonly author: Author
  readonly createdBy: Author
  readonly pinned: boolean
  /** See {@link fixedMark}. */
  readonly fixed: number
}

/** Where a frame stands. */
export interface FramePlace {
  readonly segment: string
  /** Of the frame. */
  readonly offset: number
  readonly header: FrameHeader
}

export function appliedVersion(
  { head, author, createdBy, pinned, fixed }: VersionFacts,
  { segment, offset, header }: FramePlace,
): AppliedVersion {
  return {
    head,
    place: { segment, offset: offset + PREFIX_BYTES, length: header.length, crc: header.payloadCrc },
    at: head.updatedAt,
    author,
    createdBy,
    own: header.kind === 'C' || pinned,
    pinned,
    fixed,
    sequence: header.sequence,
    revision: header.revision,
  }
}

export const appliedErasure = (id: string, { sequence, revision }: FrameHeader): AppliedErasure => ({ erased: id, sequence, revision })

/**
 * From the payload of a frame that is whole.
 * @throws DamagedFileError when it is not what this application writes
 */
export function readApplied(payload: Uint8Array, place: FramePlace): AppliedVersion | AppliedErasure {
  const raw = parseObject(payload)
  // builds before the first release have written capitals
  const id = typeof raw['id'] === 'string' ? raw['id'].toLowerCase() : ''
  if (!isId(id)) throw new DamagedFileError('The line is not about a record.')
  if (place.header.kind === 'E') return appliedErasure(id, place.header)
  const record = asRecord(raw['id'] === id ? raw : { ...raw, id })
  const facts = {
    head: headOf(record),
    author: record.updatedBy,
    createdBy: record.createdBy,
    pinned: isPinned(record, place.header.kind === 'C'),
    fixed: fixedMark(record),
  }
  return appliedVersion(facts, place)
}

const isId = (id: string) => /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(id)
const knownKinds: ReadonlySet<unknown> = new Set(kinds)

/** It was validated when it was written and its checksum fits; this is against what another program may have written. */
function asRecord(raw: RawObject): AnyRecord {
  const { kind, rev, title, updatedAt, createdBy, updatedBy } = raw
  const isKnown = knownKinds.has(kind) && typeof rev === 'number' && typeof title === 'string' && typeof updatedAt === 'string'
  const isSigned = typeof createdBy === 'object' && createdBy !== null && typeof updatedBy === 'object' && updatedBy !== null
  if (!isKnown || !isSigned) throw new DamagedFileError('The record does not have the fields that belong there.')
  return raw as unknown as AnyRecord
}
