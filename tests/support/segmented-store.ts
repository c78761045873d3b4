/** The least store that compaction can work on: a manifest, segments and columns, without queue, lock and validation. */
import { ColumnsFile } from '../../src/main/workspace/columns/columns-file.ts'
import { RecordColumns } from '../../src/main/workspace/columns/record-columns.ts'
import { readApplied } from '../../src/main/workspace/applied-version.ts'
import type { CompactionHost } from '../../src/main/workspace/compaction/compact-segments.ts'
import { finishCompaction } from '../../src/main/workspace/compaction/finish-compaction.ts'
import type { FrameKind } from '../../src/main/workspace/journal/frame.ts'
import { parseSegmentName, segmentHeadOf, segmentName } from '../../src/main/workspace/journal/segment-head.ts'
import { readPayload, scanSegment } from '../../src/main/workspace/journal/segment-reader.ts'
import { SegmentWriter } from '../../src/main/workspace/journal/segment-writer.ts'
import { pathsIn } from '../../src/main/workspace/layout.ts'
import type { Manifest } from '../../src/main/workspace/manifest-file.ts'
import { DEFAULT_SETTINGS, manifestCodec, MANIFEST_FORMAT, readManifest, segmentNames } from '../../src/main/workspace/manifest-file.ts'
import { lookAround, strayFiles } from '../../src/main/workspace/stray-files.ts'
import { isTemporaryName, removeIfThere, replaceFile, UncertainReplacementError } from '../../src/main/workspace/replace-file.ts'
import type { AnyRecord } from '../../src/shared/model/record.ts'
import type { MemoryFileSystem } from './memory-file-system.ts'
import { anna, idOf, newNote } from './new-record.ts'

export const STORE_FOLDER = '/w'
const paths = pathsIn(STORE_FOLDER)
/** The day on which its history ends. */
export const TODAY = Date.parse('2024-06-01T12:00:00.000Z')

export class SegmentedStore implements CompactionHost {
  readonly files: MemoryFileSystem
  readonly paths = paths
  readonly columns: RecordColumns
  readonly segmentBytes = 64 * 1024
  readonly forgotten: string[] = []
  private readonly writer: { current: SegmentWriter }
  private current: Manifest
  private queue: Promise<unknown> = Promise.resolve()

  private constructor(files: MemoryFileSystem, manifest: Manifest, columns: RecordColumns, writer: SegmentWriter) {
    this.files = files
    this.current = manifest
    this.columns = columns
    this.writer = { current: writer }
  }

  static async create(files: MemoryFileSystem): Promise<SegmentedStore> {
    await files.createFolder(paths.segments)
    const writer = await SegmentWriter.create(files, paths.segment(segmentName(1, 0)), headOf(1, 0, null))
    const manifest: Manifest = {
      format: MANIFEST_FORMAT,
      schemaVersion: 3,
      id: idOf(0),
      name: 'Secretariat',
      sample: false,
      createdAt: '2023-10-05T09:00:00.000Z',
      lineage: 'one',
      settings: DEFAULT_SETTINGS,
      segments: [],
      active: segmentName(1, 0),
      discarded: [],
    }
    await replaceFile(files, paths.manifest, manifestCodec.encode(manifest))
    await files.syncFolder('/')
    return new SegmentedStore(files, manifest, new RecordColumns('rows'), writer)
  }

  /** As opening does with a sound workspace. @throws when anything that the manifest names is not whole */
  static async open(files: MemoryFileSystem): Promise<SegmentedStore> {
    const { manifest: found } = readManifest(await files.readFile(paths.manifest))
    const columns = new RecordColumns('rows')
    let end = { size: 0, sequence: 0, link: 0, frames: 0 }
    for (const name of segmentNames(found)) {
      const file = await files.openForReading(paths.segment(name))
      end = { size: await file.size(), sequence: 0, link: 0, frames: 0 }
      for await (const item of scanSegment(file)) {
        if (item.type === 'damage') throw new Error(`${name} is damaged: ${item.reason}`)
        const { header, offset, payload } = item.frame
        if (header.kind !== 'S') columns.apply([readApplied(payload, { segment: name, offset, header })])
        end = { ...end, sequence: header.sequence, link: header.headerCrc, frames: end.frames + 1 }
      }
      await file.close()
      const sealed = found.segments.find((segment) => segment.name === name)
      const isAsClosed = !sealed || (sealed.bytes === end.size && sealed.link === end.link && sealed.frames === end.frames)
      if (!isAsClosed || (sealed && sealed.last !== end.sequence)) throw new Error(`${name} is not as the manifest says.`)
    }
    const { begun } = strayFiles(await lookAround(files, paths), found)
    const temporary = (await files.list(paths.segments)).filter(isTemporaryName)
    for (const name of [...begun, ...temporary]) await files.remove(paths.segment(name))
    const { manifest } = await finishCompaction(files, paths, found)
    return new SegmentedStore(files, manifest, columns, await SegmentWriter.resume(files, paths.segment(manifest.active), end))
  }

  clock = () => TODAY
  manifest = () => this.current

  async alone<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.queue.then(work)
    this.queue = turn.catch(() => undefined)
    return turn
  }

  async rotate(): Promise<void> {
    const { size, sequence, link, frames } = this.writer.current
    const first = parseSegmentName(this.current.active)?.first ?? 1
    const sealed = { name: this.current.active, bytes: size, frames, first, last: sequence, link }
    const active = segmentName(sequence + 1, 0)
    const next = await SegmentWriter.create(this.files, paths.segment(active), headOf(sequence + 1, 0, { sequence, link }))
    try {
      await this.replaceManifest({ ...this.current, segments: [...this.current.segments, sealed], active })
    } catch (error) {
      if (!(error instanceof UncertainReplacementError)) await removeIfThere(this.files, paths.segment(active))
      throw error
    }
    await this.writer.current.close()
    this.writer.current = next
  }

  async replaceManifest(next: Manifest): Promise<void> {
    await replaceFile(this.files, paths.manifest, manifestCodec.encode(next), { previous: paths.previousManifest })
    this.current = next
  }

  async forget(segment: string): Promise<void> {
    this.forgotten.push(segment)
  }

  async checkpoint(): Promise<void> {
    const { segments, lineage, active, id } = this.current
    const { size, sequence, link, frames } = this.writer.current
    const stamp = { workspace: id, lineage, segments: segments.map(({ name, bytes }) => ({ name, bytes })) }
    await new ColumnsFile(this.files, paths.derived).write(
      { ...stamp, active: { name: active, size, sequence, link, frames } },
      this.columns,
    )
  }

  /** A version of note `number`, saved so many days before today. */
  async put(number: number, daysAgo: number, body: string, kind: FrameKind = 'P'): Promise<void> {
    const at = new Date(TODAY - daysAgo * 86_400_000).toISOString()
    const rev = (this.columns.head(idOf(number))?.rev ?? 0) + 1
    const record: AnyRecord = { ...newNote(number, `Note ${number}`, body), rev, updatedAt: at, updatedBy: anna }
    await this.append(kind, record)
  }

  async erase(number: number): Promise<void> {
    await this.append('E', { id: idOf(number), kind: 'note', at: new Date(TODAY).toISOString(), by: anna })
  }

  /** The current version of each record, and how many versions are kept, as read from the disk. */
  async content(): Promise<Record<string, string>> {
    const content: Record<string, string> = {}
    for (const head of this.columns.heads()) {
      const versions = this.columns.versions(head.id)
      const read: AnyRecord[] = []
      for (const { place } of versions) read.push(await this.read(place))
      if (read.some((record, index) => record.id !== head.id || record.rev !== versions[index]?.rev))
        throw new Error('A version is not the one listed.')
      content[head.title] = read[0]?.body ?? ''
    }
    return content
  }

  /** Revisions of a note that can be read, the latest first. */
  revisions(number: number): number[] {
    return this.columns.versions(idOf(number)).map(({ rev }) => rev)
  }

  async segmentFiles(): Promise<string[]> {
    return (await this.files.list(paths.segments)).toSorted()
  }

  private async read({
    segment,
    offset,
    length,
    crc,
  }: {
    segment: string
    offset: number
    length: number
    crc: number
  }): Promise<AnyRecord> {
    const file = await this.files.openForReading(paths.segment(segment))
    const payload = await readPayload(file, offset, length, crc)
    await file.close()
    return JSON.parse(Buffer.from(payload).toString()) as AnyRecord
  }

  private async append(kind: FrameKind, payload: object): Promise<void> {
    await this.alone(async () => {
      const bytes = Buffer.from(JSON.stringify(payload))
      const revision = this.columns.revision + 1
      const [placed] = await this.writer.current.append([{ kind, last: true, revision, payload: bytes }])
      if (!placed) throw new Error('Nothing was placed.')
      this.columns.apply([readApplied(bytes, { segment: this.current.active, ...placed })])
    })
  }
}

function headOf(first: number, revision: number, after: { sequence: number; link: number } | null) {
  return segmentHeadOf({ workspace: idOf(0), lineage: 'one', first, revision, after })
}
