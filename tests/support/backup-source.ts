/** Segments of a workspace as a backup finds them, written by the journal's own writer. */
import { join } from 'node:path'
import type { AttachmentFile, Snapshot } from '../../src/main/workspace/backups/make-backup.ts'
import type { FileSystem } from '../../src/main/workspace/file-system.ts'
import { utf8 } from '../../src/main/workspace/json-file.ts'
import { SEGMENT_FORMAT, SEGMENT_VERSION, segmentName } from '../../src/main/workspace/journal/segment-head.ts'
import { SegmentWriter } from '../../src/main/workspace/journal/segment-writer.ts'
import type { AnyRecord } from '../../src/shared/model/record.ts'
import { idOf } from './new-record.ts'

export const WORKSPACE = idOf(0xfff)
export const SOURCE = '/hub'
const SEGMENTS = join(SOURCE, 'segments')

type Step = AnyRecord | { readonly erase: string }

/** A journal of a workspace; every step is a change of its own. */
export class BackupSource {
  readonly #files: FileSystem
  readonly #sealed: Snapshot['segments'][number][] = []
  #writer: SegmentWriter
  #name: string
  #first: number
  #revision = 0
  readonly #live = new Map<string, AnyRecord>()

  private constructor(files: FileSystem, writer: SegmentWriter, name: string, first: number) {
    this.#files = files
    this.#writer = writer
    this.#name = name
    this.#first = first
  }

  static async create(files: FileSystem): Promise<BackupSource> {
    await files.createFolder(SEGMENTS)
    const writer = await newSegment(files, 1, 0, null)
    return new BackupSource(files, writer, segmentName(1, 0), 1)
  }

  async write(...steps: readonly Step[]): Promise<void> {
    for (const step of steps) {
      this.#revision += 1
      const isErased = 'erase' in step
      const payload = isErased ? { id: step.erase, kind: 'note', title: '', at: '', by: '' } : step
      if (isErased) this.#live.delete(step.erase)
      else this.#live.set(step.id, step)
      await this.#writer.append([
        { kind: isErased ? 'E' : 'P', last: true, revision: this.#revision, payload: utf8(JSON.stringify(payload)) },
      ])
    }
  }

  /** Closes the segment and begins another. */
  async rotate(): Promise<void> {
    const { size, sequence, link, frames } = this.#writer
    await this.#writer.close()
    const sealed = { frames, first: this.#first, last: sequence, link }
    this.#sealed.push({ name: this.#name, path: join(SEGMENTS, this.#name), bytes: size, sealed })
    this.#first = sequence + 1
    this.#name = segmentName(this.#first, 0)
    this.#writer = await newSegment(this.#files, this.#first, this.#revision, { sequence, link })
  }

  snapshot(attachments: readonly AttachmentFile[] = []): Snapshot {
    const counts = { contact: 0, country: 0, note: 0, meeting: 0, study: 0, trash: 0 }
    for (const { kind, trashed } of this.#live.values()) counts[trashed ? 'trash' : kind] += 1
    return {
      workspace: {
        id: WORKSPACE,
        name: 'Hub',
        sample: false,
        createdAt: '2023-06-15T12:00:00.000Z',
        schemaVersion: SEGMENT_VERSION,
        lineage: 'lineage',
        searches: [],
        actionViews: [],
      },
      revision: this.#revision,
      counts,
      segments: [...this.#sealed, { name: this.#name, path: join(SEGMENTS, this.#name), bytes: this.#writer.size, sealed: null }],
      attachments: async () => attachments,
    }
  }
}

const newSegment = (files: FileSystem, first: number, revision: number, after: { sequence: number; link: number } | null) =>
  SegmentWriter.create(files, join(SEGMENTS, segmentName(first, 0)), {
    format: SEGMENT_FORMAT,
    schemaVersion: SEGMENT_VERSION,
    codec: 'plain',
    workspace: WORKSPACE,
    lineage: 'lineage',
    generation: 0,
    first,
    revision,
    after,
  })
