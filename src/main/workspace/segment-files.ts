/** Reads versions of records by their place in the segments. Files stay open, so that one that is replaced can still be read. */
import type { VersionPlace } from './columns/version-table.ts'
import type { FileSystem, ReadableFile } from './file-system.ts'
import { systemCode } from './file-system.ts'
import { readPayload } from './journal/segment-reader.ts'

/** Where the bytes of records come from. */
export interface VersionSource {
  /** A version's JSON in UTF-8. @throws DamagedFileError when the bytes are not those that were written, and system errors */
  read(place: VersionPlace): Promise<Uint8Array>
  /** The bytes as they are, unchecked, for several versions at once; fewer at the end. Missing where versions do not lie in files. */
  readRange?(place: Pick<VersionPlace, 'segment' | 'offset' | 'length'>): Promise<Uint8Array<ArrayBuffer>>
  /** Nothing of this segment will be asked for any more. */
  forget(segment: string): Promise<void>
  close(): Promise<void>
}

export class SegmentFiles implements VersionSource {
  private readonly files: FileSystem
  private readonly pathOf: (segment: string) => string
  private readonly opened = new Map<string, Promise<ReadableFile>>()
  private readonly reads = new Set<Promise<unknown>>()

  constructor(files: FileSystem, pathOf: (segment: string) => string) {
    this.files = files
    this.pathOf = pathOf
  }

  read(place: VersionPlace): Promise<Uint8Array> {
    return this.noted(this.readNow(place))
  }

  readRange({ segment, offset, length }: Pick<VersionPlace, 'segment' | 'offset' | 'length'>): Promise<Uint8Array<ArrayBuffer>> {
    return this.noted(this.rangeNow(segment, offset, length))
  }

  /** A file is closed only when nobody reads it any more. */
  private noted<T>(reading: Promise<T>): Promise<T> {
    const ended = reading.then(
      () => undefined,
      () => undefined,
    )
    this.reads.add(ended)
    void ended.then(() => this.reads.delete(ended))
    return reading
  }

  /** Opens now what will be read later: beside a writer a file may be gone by then. */
  async openIfThere(segment: string): Promise<boolean> {
    try {
      await this.open(segment)
      return true
    } catch (error) {
      if (systemCode(error) === 'ENOENT') return false
      throw error
    }
  }

  /** To read it from its beginning. It stays open, and is closed with the others. @throws ENOENT */
  fileOf(segment: string): Promise<ReadableFile> {
    return this.open(segment)
  }

  /** Lets go of a segment that nobody will ask for again, when the reads under way have ended. */
  async forget(segment: string): Promise<void> {
    const file = this.opened.get(segment)
    this.opened.delete(segment)
    if (!file) return
    await Promise.all(this.reads)
    await (await file).close()
  }

  async close(): Promise<void> {
    for (const segment of this.opened.keys()) await this.forget(segment)
  }

  private async readNow({ segment, offset, length, crc }: VersionPlace): Promise<Uint8Array> {
    return readPayload(await this.open(segment), offset, length, crc)
  }

  private async rangeNow(segment: string, offset: number, length: number): Promise<Uint8Array<ArrayBuffer>> {
    const file = await this.open(segment)
    const bytes = new Uint8Array(length)
    return bytes.subarray(0, await file.read(bytes, offset))
  }

  private open(segment: string): Promise<ReadableFile> {
    let file = this.opened.get(segment)
    if (!file) {
      file = this.files.openForReading(this.pathOf(segment))
      this.opened.set(segment, file)
      // what could not be opened now may be there again later
      file.catch(() => this.opened.delete(segment))
    }
    return file
  }
}

/** Records that are in memory: of a format that has no segments, or of one that is only partly known. */
export class HeldVersions implements VersionSource {
  static readonly segment = 'memory'
  private readonly versions: readonly Uint8Array[]

  /** A version's `offset` is its index. */
  constructor(versions: readonly Uint8Array[]) {
    this.versions = versions
  }

  async read({ offset }: VersionPlace): Promise<Uint8Array> {
    const bytes = this.versions[offset]
    if (!bytes) throw new RangeError('No version stands at this place.')
    return bytes
  }

  async forget(): Promise<void> {}

  async close(): Promise<void> {}
}
