/** Reads whole records by the place that the columns know. */
import type { AnyRecord } from '../../shared/model/record.ts'
import type { RecordColumns } from './columns/record-columns.ts'
import type { VersionPlace } from './columns/version-table.ts'
import { withDiskFailures } from './disk-failure.ts'
import { systemCode } from './file-system.ts'
import { DamagedFileError } from './json-file.ts'
import type { RecordVersion } from './port.ts'
import { damagedRecord } from './refusals.ts'
import type { VersionSource } from './segment-files.ts'
import { recordOf } from './stored-record.ts'
import type { TouchedRecord } from './touched-records.ts'

export class RecordReader {
  private readonly columns: RecordColumns
  private readonly source: VersionSource
  private readonly onDamage: (record: TouchedRecord) => void

  constructor(columns: RecordColumns, source: VersionSource, onDamage: (record: TouchedRecord) => void) {
    this.columns = columns
    this.source = source
    this.onDamage = onDamage
  }

  /** @throws AppError DAMAGED with `details` {id, title}, and those of the disk */
  read(id: string): Promise<AnyRecord | undefined> {
    return this.recordAt(id, () => this.columns.place(id))
  }

  /** The record's JSON in UTF-8. @throws AppError as `read` */
  payload(id: string): Promise<Uint8Array | undefined> {
    return this.readAt(
      id,
      () => this.columns.place(id),
      (json) => json,
    )
  }

  /** @throws AppError as `read` */
  readVersion(id: string, rev: number): Promise<AnyRecord | undefined> {
    return this.recordAt(id, () => this.columns.versions(id).find((version) => version.rev === rev)?.place)
  }

  /** The latest first. */
  versions(id: string): readonly RecordVersion[] {
    return this.columns.versions(id).map(({ rev, at, author, bytes, own, pinned }) => ({ rev, at, author, bytes, own, pinned }))
  }

  private async recordAt(id: string, placed: () => VersionPlace | undefined): Promise<AnyRecord | undefined> {
    const record = await this.readAt(id, placed, (json) => recordOf({ json }))
    // a line may have the id with capitals
    return record && record.id !== id ? { ...record, id } : record
  }

  private async readAt<T>(id: string, placed: () => VersionPlace | undefined, decode: (json: Uint8Array) => T): Promise<T | undefined> {
    const place = placed()
    if (!place) return undefined
    try {
      const json = await withDiskFailures('opening', () => this.bytesAt(place, placed))
      return json && decode(json)
    } catch (error) {
      if (!(error instanceof DamagedFileError)) throw error
      const title = this.columns.head(id)?.title ?? ''
      this.onDamage({ id, title })
      throw damagedRecord(id, title, error.message)
    }
  }

  private async bytesAt(place: VersionPlace, placed: () => VersionPlace | undefined): Promise<Uint8Array | undefined> {
    try {
      return await this.source.read(place)
    } catch (error) {
      const now = placed()
      // its segment was rewritten, and the old file has gone before it could be opened
      const hasMoved = now === undefined || now.segment !== place.segment
      if (systemCode(error) !== 'ENOENT' || !hasMoved) throw error
      return now && this.source.read(now)
    }
  }
}
