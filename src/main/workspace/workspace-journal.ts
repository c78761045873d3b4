/** The writing side of an open workspace: the active segment, the manifest, and what is written beside them. */
import { Low } from 'lowdb'
import { AtomicJsonAdapter } from './atomic-json-adapter.ts'
import type { ColumnsFile } from './columns/columns-file.ts'
import type { RecordColumns } from './columns/record-columns.ts'
import type { WorkspaceEnvironment } from './environment.ts'
import { filesOf } from './environment.ts'
import type { FileLock, FileSystem } from './file-system.ts'
import { systemCode, systemError } from './file-system.ts'
import { allClosed } from './all-closed.ts'
import { AcknowledgedMark } from './journal/acknowledged.ts'
import { parseSegmentName, segmentHeadOf, segmentName } from './journal/segment-head.ts'
import type { PendingFrame, PlacedFrame, SegmentEnd } from './journal/segment-writer.ts'
import { SegmentWriter } from './journal/segment-writer.ts'
import type { WorkspacePaths } from './layout.ts'
import type { Manifest, SealedSegment } from './manifest-file.ts'
import { manifestCodec } from './manifest-file.ts'
import { removeIfThere, UncertainReplacementError } from './replace-file.ts'
import { keepReserve, releaseReserve } from './reserve.ts'

/** When a segment is closed and the next begun. */
export const SEGMENT_BYTES = 32 * 1024 * 1024
/** After so much the columns are written again, so that the next opening has little to read. */
const CHECKPOINT_BYTES = 8 * 1024 * 1024
const CHECKPOINT_COMMITS = 2_000
/** How often it is looked whether the lock file is still at its path. */
const LOCK_CHECK_MS = 1_000

export interface JournalParts {
  readonly paths: WorkspacePaths
  readonly manifest: Manifest
  readonly writer: SegmentWriter
  readonly lock: FileLock
  readonly columnsFile: ColumnsFile
  /** Bytes in the segments that the columns on the disk do not hold yet. */
  readonly behind: number
  readonly environment: WorkspaceEnvironment
}

/** Files of a state that was replaced, which no opening could remove yet, may bear the name. */
function generationFor(first: number, { discarded }: Manifest): number {
  let generation = 0
  while (discarded.includes(segmentName(first, generation))) generation += 1
  return generation
}

export class WorkspaceJournal {
  readonly paths: WorkspacePaths
  private readonly files: FileSystem
  private readonly environment: WorkspaceEnvironment
  private readonly lock: FileLock
  private readonly document: Low<Manifest>
  private readonly mark: AcknowledgedMark
  private readonly columnsFile: ColumnsFile
  private writer: SegmentWriter
  private lockSeen = Number.NEGATIVE_INFINITY
  private readonly behind: { bytes: number; commits: number }
  private checkpoint: Promise<void> | null = null
  private marking: NodeJS.Immediate | null = null
  private reserveIsGone = false
  private columnsFollow = true
  /** How far the columns have followed. */
  private followed: SegmentEnd
  private distrusting: Promise<void> | null = null
  /** What is on the disk for certain; `Low` already holds the next one while it is written. */
  private current: Manifest

  constructor({ paths, manifest, writer, lock, columnsFile, behind, environment }: JournalParts) {
    this.paths = paths
    this.files = filesOf(environment)
    this.environment = environment
    this.lock = lock
    this.current = manifest
    this.writer = writer
    this.followed = this.end
    this.columnsFile = columnsFile
    this.behind = { bytes: behind, commits: 0 }
    this.document = new Low(
      new AtomicJsonAdapter(this.files, paths.manifest, manifestCodec, { previous: paths.previousManifest }),
      manifest,
    )
    this.mark = new AcknowledgedMark(this.files, paths.acknowledged, manifest.lineage, warn)
  }

  get manifest(): Manifest {
    return this.current
  }

  get end(): SegmentEnd {
    const { size, sequence, link, frames } = this.writer
    return { size, sequence, link, frames }
  }

  /** Answers when the frames are on the disk. @throws system errors and UncertainWriteError; then nothing was written */
  async append(frames: readonly PendingFrame[], commits: number): Promise<readonly PlacedFrame[]> {
    await this.assertInPlace()
    const before = this.writer.size
    const placed = await this.writer.append(frames)
    this.behind.bytes += this.writer.size - before
    this.behind.commits += commits
    this.acknowledgeSoon()
    return placed
  }

  /** Memory swaps only when the disk has it. @throws system errors, UncertainReplacementError */
  async replaceManifest(next: Manifest): Promise<void> {
    await this.assertInPlace()
    this.document.data = next
    await this.document.write()
    this.current = next
  }

  get isFull(): boolean {
    return this.writer.size >= (this.environment.segmentBytes ?? SEGMENT_BYTES)
  }

  /**
   * Closes the active segment and begins the next; called when the columns have followed.
   * @throws system errors; then it goes on as it was, unless only the full file could not be let go of
   */
  async rotate(revision: number): Promise<void> {
    const { manifest, end } = this
    const first = end.sequence + 1
    const generation = generationFor(first, manifest)
    const active = segmentName(first, generation)
    const { id: workspace, lineage } = manifest
    const after = { sequence: end.sequence, link: end.link }
    const head = segmentHeadOf({ workspace, lineage, generation, first, revision, after })
    const path = this.paths.segment(active)
    const next = await SegmentWriter.create(this.files, path, head)
    try {
      await this.replaceManifest({ ...manifest, segments: [...manifest.segments, sealedAs(manifest.active, end)], active })
    } catch (error) {
      await next.close()
      // after an uncertain replacement the manifest on the disk may name it
      if (!(error instanceof UncertainReplacementError)) await removeIfThere(this.files, path)
      throw error
    }
    const full = this.writer
    this.writer = next
    this.followed = this.end
    await full.close()
  }

  /** Lets go of the disk that was held back, so that something can be deleted. */
  async makeRoom(): Promise<void> {
    this.reserveIsGone = true
    await releaseReserve(this.files, this.paths)
  }

  /** In the background, when much was written since the last time; or now. */
  checkpointWhenDue(columns: RecordColumns): void {
    if (this.behind.bytes < CHECKPOINT_BYTES && this.behind.commits < CHECKPOINT_COMMITS) return
    this.checkpoint ??= this.writeColumns(columns).finally(() => (this.checkpoint = null))
  }

  /** The columns have taken everything that was appended. */
  followColumns(): void {
    this.followed = this.end
  }

  /** The columns could not take what was appended: written with the journal's end they would hide it for good. */
  forgoColumns(): void {
    this.columnsFollow = false
  }

  /** Something is damaged: the next opening looks at all of it. */
  distrustColumns(): void {
    this.distrusting ??= this.columnsFile.distrust()
  }

  async writeColumns(columns: RecordColumns): Promise<void> {
    if (!this.columnsFollow) return
    const { manifest, followed } = this
    this.behind.bytes = 0
    this.behind.commits = 0
    await this.columnsFile.write(
      {
        workspace: manifest.id,
        lineage: manifest.lineage,
        segments: manifest.segments.map(({ name, bytes }) => ({ name, bytes })),
        active: { name: manifest.active, ...followed },
      },
      columns,
    )
    if (!this.reserveIsGone) return
    await keepReserve(this.files, this.paths)
    this.reserveIsGone = false
  }

  async close(columns: RecordColumns): Promise<void> {
    await this.checkpoint
    await this.distrusting
    // what would lie in another workspace's folder must not be written
    if (await this.isInPlace()) {
      if (this.behind.bytes > 0) await this.writeColumns(columns)
      if (this.marking) this.acknowledge()
    } else if (this.marking) clearImmediate(this.marking)
    await allClosed([this.columnsFile, this.mark, this.writer])
  }

  /** When whoever waits has been answered: handing a write to the system costs as much as all else that a save does. */
  private acknowledgeSoon(): void {
    this.marking ??= setImmediate(() => this.acknowledge())
  }

  private acknowledge(): void {
    if (this.marking) clearImmediate(this.marking)
    this.marking = null
    const { size, sequence, link } = this.writer
    this.mark.note({ segment: this.manifest.active, size, sequence, link })
  }

  private async isInPlace(): Promise<boolean> {
    try {
      return await this.lock.isInPlace()
    } catch (error) {
      if (systemCode(error) === '') throw error
      return false
    }
  }

  /** Against writing into a folder that was moved, replaced or unplugged and plugged in again. */
  private async assertInPlace(): Promise<void> {
    const now = this.environment.clock()
    if (Math.abs(now - this.lockSeen) < LOCK_CHECK_MS) return
    if (!(await this.lock.isInPlace())) throw systemError('ENOENT', 'stat', 'The lock file is not in its place any more.')
    this.lockSeen = now
  }
}

export function sealedAs(name: string, { size, sequence, link, frames }: SegmentEnd): SealedSegment {
  return { name, bytes: size, frames, first: parseSegmentName(name)?.first ?? 1, last: sequence, link }
}

/** A mark that cannot be written stays behind, as a lower bound may; only a defect is told. */
function warn(error: unknown): void {
  if (systemCode(error) === '') process.emitWarning(error instanceof Error ? error : String(error))
}
