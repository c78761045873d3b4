/** The records as a backup holds them: which there are, and each whole one by its place. */
import type { Kind } from '../../../shared/model/common.ts'
import { record as recordSchema, type AnyRecord } from '../../../shared/model/record.ts'
import type { AppliedVersion } from '../columns/record-columns.ts'
import type { FileSystem, ReadableFile } from '../file-system.ts'
import { DamagedFileError, parseObject } from '../json-file.ts'
import type { Codec } from '../journal/codec.ts'
import { readPayload } from '../journal/segment-reader.ts'
import type { StoredBackup, BackupFolder } from './backup-folder.ts'
import type { Steps } from './copy-file.ts'

/** A record's state at the time of the backup. */
export interface BackedUpRecord {
  readonly id: string
  readonly kind: Kind
  readonly title: string
  readonly rev: number
  readonly updatedAt: string
  readonly isTrashed: boolean
  /** Where its JSON lies: the copy, and the payload's place in it. */
  readonly copy: number
  readonly offset: number
  readonly length: number
  readonly crc: number
}

export class BackupContent {
  readonly records: ReadonlyMap<string, BackedUpRecord>
  readonly #files: FileSystem
  readonly #paths: readonly string[]
  readonly #codecs: readonly Codec[]
  readonly #open = new Map<number, ReadableFile>()

  private constructor(files: FileSystem, paths: readonly string[], codecs: readonly Codec[], records: ReadonlyMap<string, BackedUpRecord>) {
    this.#files = files
    this.#paths = paths
    this.#codecs = codecs
    this.records = records
  }

  /**
   * Reads the whole backup and holds every copy to what the backup says of it.
   * @throws DamagedFileError; AppError CANCELLED
   */
  static async read(files: FileSystem, folder: BackupFolder, { file }: StoredBackup, steps: Steps = {}): Promise<BackupContent> {
    const records = new Map<string, BackedUpRecord>()
    const codecs: Codec[] = []
    for (const [copy, segment] of file.segments.entries()) {
      await folder.verifySegment(segment, file.workspace.id, steps, (frame) => {
        codecs[copy] = frame.codec
        const { applied } = frame
        if ('erased' in applied) records.delete(applied.erased)
        else records.set(applied.head.id, placeOf(applied, copy))
      })
    }
    return new BackupContent(
      files,
      file.segments.map((segment) => folder.segmentPath(segment)),
      codecs,
      records,
    )
  }

  /** @throws DamagedFileError */
  async record({ id, copy, offset, length, crc }: BackedUpRecord): Promise<AnyRecord> {
    const payload = await readPayload(await this.#fileAt(copy), offset, length, crc)
    // an id with capitals, of a build before the first release, is the same one
    const checked = recordSchema.safeParse({ ...parseObject(this.#codecs[copy]?.open(payload) ?? payload), id })
    if (!checked.success) throw new DamagedFileError('A record of the backup is not one that this version can read.')
    return checked.data
  }

  async close(): Promise<void> {
    for (const file of this.#open.values()) await file.close()
    this.#open.clear()
  }

  async #fileAt(copy: number): Promise<ReadableFile> {
    const open = this.#open.get(copy)
    if (open) return open
    const file = await this.#files.openForReading(this.#paths[copy] ?? '')
    this.#open.set(copy, file)
    return file
  }
}

function placeOf({ head: { id, kind, title, rev, updatedAt, trashedAt }, place }: AppliedVersion, copy: number): BackedUpRecord {
  const { offset, length, crc } = place
  return { id, kind, title, rev, updatedAt, isTrashed: trashedAt !== '', copy, offset, length, crc }
}
