/**
 * lowdb's adapter over {@link replaceFile}. lowdb's own file adapters never sync, so a power failure can leave nothing
 * of an acknowledged save; and they coalesce queued writes, so a caller cannot tell which of them is on the disk.
 */
import type { Adapter } from 'lowdb'
import type { FileSystem } from './file-system.ts'
import { systemCode } from './file-system.ts'
import type { ReplaceOptions } from './replace-file.ts'
import { replaceFile } from './replace-file.ts'

export interface JsonCodec<T> {
  /** The file's bytes in pieces, so that no string or buffer need hold them all. */
  encode(data: T): Iterable<Uint8Array>
  decode(bytes: Uint8Array): T | Promise<T>
}

export class AtomicJsonAdapter<T> implements Adapter<T> {
  private readonly files: FileSystem
  private readonly path: string
  private readonly codec: JsonCodec<T>
  private readonly options: ReplaceOptions

  constructor(files: FileSystem, path: string, codec: JsonCodec<T>, options: ReplaceOptions = {}) {
    this.files = files
    this.path = path
    this.codec = codec
    this.options = options
  }

  /** Null when there is no file yet. What `decode` throws passes through: a damaged file is never "nothing". */
  async read(): Promise<T | null> {
    let bytes: Uint8Array
    try {
      bytes = await this.files.readFile(this.path)
    } catch (error) {
      if (systemCode(error) === 'ENOENT') return null
      throw error
    }
    return await this.codec.decode(bytes)
  }

  /** Answers when the bytes are on the disk. */
  async write(data: T): Promise<void> {
    await replaceFile(this.files, this.path, this.codec.encode(data), this.options)
  }
}
