/** A file on its way into the workspace: hashed while it is written, and nothing before it is whole and synced. */
import { createHash } from 'node:crypto'
import { MAX_ATTACHMENT_BYTES } from '../../../shared/model/attachment-name.ts'
import { systemCode, systemError, type FileSystem, type NewFile } from '../file-system.ts'
import { removeIfThere } from '../replace-file.ts'
import { changedWhileRead, tooLarge, withAttachmentFailures } from './attachment-failures.ts'
import { mediaTypeOf, SNIFFED_BYTES } from './media-type.ts'

export interface Content {
  readonly sha256: string
  readonly bytes: number
  readonly mediaType: string
}

/** Puts the whole, synced file in its place. */
export type Place = (temporary: string, content: Content) => Promise<void>

const STEP_BYTES = 1024 * 1024

export class IncomingFile {
  readonly #files: FileSystem
  readonly #path: string
  readonly #expected: number
  readonly #place: Place
  readonly #hash = createHash('sha256')
  readonly #start = Buffer.alloc(SNIFFED_BYTES)
  #file: NewFile | null
  #received = 0
  /** One step at a time. */
  #turn: Promise<unknown> = Promise.resolve()

  private constructor(files: FileSystem, path: string, file: NewFile, expected: number, place: Place) {
    this.#files = files
    this.#path = path
    this.#file = file
    this.#expected = expected
    this.#place = place
  }

  /** `expected`: bytes that will come. */
  static async create(files: FileSystem, path: string, expected: number, place: Place): Promise<IncomingFile> {
    return new IncomingFile(files, path, await files.createFile(path), expected, place)
  }

  /** Bytes so far. */
  get received(): number {
    return this.#received
  }

  /** Whatever fails, the file is discarded. @throws AppError INVALID_INPUT, DISK_FULL and what else a disk says */
  write(bytes: Uint8Array): Promise<void> {
    return this.#inTurn(async (file) => {
      if (this.#received + bytes.length > MAX_ATTACHMENT_BYTES) throw tooLarge()
      if (this.#received + bytes.length > this.#expected) throw changedWhileRead()
      if (this.#received < SNIFFED_BYTES) this.#start.set(bytes.subarray(0, SNIFFED_BYTES - this.#received), this.#received)
      for (let at = 0; at < bytes.length;) {
        const taken = await file.write(bytes.subarray(at, at + STEP_BYTES))
        if (taken === 0) throw systemError('EIO', 'write', 'The disk takes no bytes.')
        at += taken
      }
      this.#hash.update(bytes)
      this.#received += bytes.length
    })
  }

  /** The content is durable and has its name when this answers. */
  finish(): Promise<Content> {
    return this.#inTurn(async (file) => {
      if (this.#received !== this.#expected) throw changedWhileRead()
      await file.sync()
      this.#file = null
      await file.close()
      const start = this.#start.subarray(0, Math.min(this.#received, SNIFFED_BYTES))
      const content = { sha256: this.#hash.digest('hex'), bytes: this.#received, mediaType: mediaTypeOf(start) }
      await this.#place(this.#path, content)
      return content
    })
  }

  /** Gives it up. Nothing happens when it has come to its end. */
  async discard(): Promise<void> {
    await this.#turn
    await this.#remove()
  }

  #inTurn<T>(work: (file: NewFile) => Promise<T>): Promise<T> {
    const step = this.#turn.then(async () => {
      if (!this.#file) throw changedWhileRead()
      try {
        return await withAttachmentFailures('writing', () => work(this.#file as NewFile))
      } catch (error) {
        await this.#remove()
        throw error
      }
    })
    this.#turn = step.then(
      () => undefined,
      () => undefined,
    )
    return step
  }

  async #remove(): Promise<void> {
    const file = this.#file
    this.#file = null
    try {
      await file?.close()
    } catch (error) {
      // the file is given up anyway, and why is what the person is told
      if (systemCode(error) === '') throw error
    }
    await removeIfThere(this.#files, this.#path)
  }
}
