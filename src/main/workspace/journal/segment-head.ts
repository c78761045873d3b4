/** What the first frame of a segment says: whose it is and where it belongs, so that it can be told without a manifest. */
import { count } from '../../../shared/model/common.ts'
import { z } from '../../../shared/model/zod.ts'
import { plain } from './codec.ts'
import { DamagedFileError, parseObject, utf8 } from '../json-file.ts'

export const SEGMENT_FORMAT = 'rapporteur-segment'
/** The version of the journal's files; that of the workspace when it came. */
export const SEGMENT_VERSION = 3

const segmentHead = z.strictObject({
  format: z.literal(SEGMENT_FORMAT),
  schemaVersion: z.literal(SEGMENT_VERSION),
  codec: z.string().min(1).max(40),
  /** The id of the workspace. */
  workspace: z.uuid(),
  /** Another for every state that was restored or salvaged: its files never mix with those before. */
  lineage: z.string().min(1).max(64),
  /** 0 as written, then one more for each rewriting. */
  generation: count,
  /** The sequence of this frame; the file is named after it. */
  first: count.min(1),
  /** Of the workspace before it. */
  revision: count,
  /** Where the segment before ended when this one was written; null in the first. */
  after: z.strictObject({ sequence: count, link: count }).nullable(),
})
export type SegmentHead = z.output<typeof segmentHead>

/** What is said of a segment that is begun: its place in the journal. */
export interface SegmentStart extends Pick<SegmentHead, 'workspace' | 'lineage' | 'first' | 'revision' | 'after'> {
  /** 0 when left out. */
  readonly generation?: number
  /** That of plain text when left out. */
  readonly codec?: string
}

/** The head of a segment in the form of this version; its fields in the order in which they are written. */
export function segmentHeadOf({
  workspace,
  lineage,
  first,
  revision,
  after,
  generation = 0,
  codec = plain.name,
}: SegmentStart): SegmentHead {
  return { format: SEGMENT_FORMAT, schemaVersion: SEGMENT_VERSION, codec, workspace, lineage, generation, first, revision, after }
}

export const encodeSegmentHead = (head: SegmentHead): Uint8Array => utf8(JSON.stringify(head))

/** @throws DamagedFileError */
export function decodeSegmentHead(payload: Uint8Array): SegmentHead {
  const checked = segmentHead.safeParse(parseObject(payload))
  if (!checked.success) throw new DamagedFileError('The first line does not describe a segment that this version can read.')
  return checked.data
}

const FIRST_DIGITS = 12

/** `000000000001.g0.jsonl` */
export const segmentName = (first: number, generation: number): string =>
  `${String(first).padStart(FIRST_DIGITS, '0')}.g${generation}.jsonl`

/** Undefined for a name that no segment has. */
export function parseSegmentName(name: string): { readonly first: number; readonly generation: number } | undefined {
  const [, first, generation] = /^(\d{12,})\.g(0|[1-9]\d{0,8})\.jsonl$/.exec(name) ?? []
  if (first === undefined || generation === undefined || segmentName(Number(first), Number(generation)) !== name) return undefined
  return { first: Number(first), generation: Number(generation) }
}
