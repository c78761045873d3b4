/** One compaction from its plan to the swap. */
import type { RecordColumns } from '../columns/record-columns.ts'
import type { FileSystem } from '../file-system.ts'
import { parseSegmentName, segmentName } from '../journal/segment-head.ts'
import type { WorkspacePaths } from '../layout.ts'
import type { Manifest, SealedSegment } from '../manifest-file.ts'
import type { Clock, CompactionReport } from '../port.ts'
import { removeIfThere, UncertainReplacementError } from '../replace-file.ts'
import type { CompactionPlan } from './plan-compaction.ts'
import { planCompaction } from './plan-compaction.ts'
import { coveredSegments } from './covered-segments.ts'
import type { RewrittenSegment } from './rewrite-segments.ts'
import { rewriteSegments } from './rewrite-segments.ts'
import { Turns } from './turns.ts'

/** What compaction asks of the open workspace. */
export interface CompactionHost {
  readonly files: FileSystem
  readonly paths: WorkspacePaths
  readonly columns: RecordColumns
  readonly clock: Clock
  /** How large a full segment is. */
  readonly segmentBytes: number
  manifest(): Manifest
  /** Runs `work` while nothing is saved. */
  alone<T>(work: () => Promise<T>): Promise<T>
  /** Closes the active segment and begins the next, however small it is. Called inside `alone`. */
  rotate(): Promise<void>
  /** Called inside `alone`. When it throws, the manifest is as it was or the workspace takes no changes any more. */
  replaceManifest(next: Manifest): Promise<void>
  /** Nobody will ask for this segment again: its file may be closed. */
  forget(segment: string): Promise<void>
  /** Writes the columns, because those on the disk speak of segments that are gone. */
  checkpoint(): Promise<void>
}

export const NOTHING_COMPACTED: CompactionReport = { segmentsRewritten: 0, versionsDropped: 0, bytesFreed: 0 }

/**
 * @throws DamagedFileError when a segment is not as it was closed, system errors, the signal's reason; the workspace is
 * then as it was
 */
export async function compactSegments(host: CompactionHost, signal: AbortSignal): Promise<CompactionReport> {
  const turns = new Turns(signal)
  await host.alone(async () => {
    // the active segment is never rewritten, and what was erased must not wait until it is full
    if (host.columns.holdsErased(host.manifest().active)) await host.rotate()
  })
  const { segments, settings } = host.manifest()
  const { columns, clock, segmentBytes } = host
  const plan = await planCompaction({ columns, segments, now: clock(), policy: settings.history, segmentBytes }, turns)
  if (plan.groups.length === 0) return NOTHING_COMPACTED
  const rewritten = await rewriteAll(host, plan, turns)
  const before = await host.alone(() => swap(host, plan, rewritten))
  for (const { group } of rewritten) for (const { name } of group) await host.forget(name)
  await removeOlder(host, before)
  await host.checkpoint()
  return reportOf(rewritten)
}

async function rewriteAll(host: CompactionHost, plan: CompactionPlan, turns: Turns): Promise<readonly RewrittenSegment[]> {
  const rewritten: RewrittenSegment[] = []
  try {
    for (const group of plan.groups) rewritten.push(await rewriteGroup(host, plan, group, rewritten, turns))
    await host.files.syncFolder(host.paths.segments)
    await turns.pause()
    return rewritten
  } catch (error) {
    await removeRewritten(host, rewritten)
    throw error
  }
}

/** No manifest names them; what the disk does not let go of now goes at the next opening. */
async function removeRewritten({ files, paths }: CompactionHost, rewritten: readonly RewrittenSegment[]): Promise<void> {
  for (const { sealed } of rewritten) await removeIfThere(files, paths.segment(sealed.name))
}

async function rewriteGroup(
  { files, paths, manifest }: CompactionHost,
  { dropped }: CompactionPlan,
  group: readonly SealedSegment[],
  before: readonly RewrittenSegment[],
  turns: Turns,
): Promise<RewrittenSegment> {
  const { segments } = manifest()
  const first = group[0]?.first ?? 0
  const neighbour = segments[segments.findIndex(({ name }) => name === group[0]?.name) - 1]
  const end = before.find((one) => one.group.some(({ name }) => name === neighbour?.name))?.sealed ?? neighbour
  const name = segmentName(first, (await generationsOf(files, paths, first)) + 1)
  const after = end ? { sequence: end.last, link: end.link } : null
  return rewriteSegments({ files, pathOf: (segment) => paths.segment(segment), group, name, after, dropped }, turns)
}

/** The highest generation of a file that lies there, listed or not. */
async function generationsOf(files: FileSystem, paths: WorkspacePaths, first: number): Promise<number> {
  const found = (await files.list(paths.segments)).map(parseSegmentName).filter((place) => place?.first === first)
  return Math.max(0, ...found.map((place) => place?.generation ?? 0))
}

/**
 * The manifest is the moment: before it the old files count, after it the new ones. Both stay when the disk may have
 * either; else the new ones go, because on a full disk each attempt would leave another set. Answers the manifest before.
 */
async function swap(host: CompactionHost, { erasedIn }: CompactionPlan, rewritten: readonly RewrittenSegment[]): Promise<Manifest> {
  const before = host.manifest()
  const replaced = new Map(rewritten.flatMap(({ group, sealed }) => group.map(({ name }, index) => [name, index === 0 ? sealed : null])))
  const segments = before.segments.flatMap((segment) => {
    const by = replaced.get(segment.name)
    return by === undefined ? [segment] : by === null ? [] : [by]
  })
  const discarded = [...replaced.keys()].filter((name) => erasedIn.has(name))
  const relocate = host.columns.prepareRelocation(new Map(rewritten.flatMap(({ moves }) => [...moves])))
  try {
    await host.replaceManifest({ ...before, segments, discarded })
  } catch (error) {
    if (!(error instanceof UncertainReplacementError)) await removeRewritten(host, rewritten)
    throw error
  }
  relocate()
  return before
}

/** The generation before stays until the next compaction; the one before that goes. */
async function removeOlder({ files, paths, manifest }: CompactionHost, before: Manifest): Promise<void> {
  for (const name of await coveredSegments(files, paths, manifest(), before)) await removeIfThere(files, paths.segment(name))
}

function reportOf(rewritten: readonly RewrittenSegment[]): CompactionReport {
  const sum = (of: (one: RewrittenSegment) => number) => rewritten.reduce((total, one) => total + of(one), 0)
  return {
    segmentsRewritten: sum(({ group }) => group.length),
    versionsDropped: sum(({ versionsDropped }) => versionsDropped),
    bytesFreed: sum(({ group, sealed }) => group.reduce((bytes, segment) => bytes + segment.bytes, 0) - sealed.bytes),
  }
}
