/**
 * The contents of attached files: `attachments/<first 2 digits>/<SHA-256>` in the workspace's folder, one file a content,
 * however many records name it. A content is whole and synced before a record names it, and goes only when none does.
 */
import { createHash, randomBytes } from 'node:crypto'
import { dirname, join } from 'node:path'
import { MAX_ATTACHMENT_BYTES } from '../../../shared/model/attachment-name.ts'
import { systemCode, type FileSystem, type ReadableFile } from '../file-system.ts'
import { nodeFileSystem } from '../node-file-system.ts'
import { removeIfThere, renameWhenFree } from '../replace-file.ts'
import { contentDamaged, contentMissing, contentUnreadable, noRoom, tooLarge, withAttachmentFailures } from './attachment-failures.ts'
import { freeSpace } from './free-space.ts'
import { IncomingFile, type Content } from './incoming-file.ts'
import { mediaTypeOf, SNIFFED_BYTES } from './media-type.ts'

const ATTACHMENTS_FOLDER = 'attachments'
const HASH = /^[0-9a-f]{64}$/
const INCOMING = /^\.incoming-[0-9a-f]{16}\.tmp$/
const STEP_BYTES = 1024 * 1024
/** What saving the record itself may need. */
const SPARE_BYTES = 4 * 1024 * 1024

export interface AttachmentStoreOptions {
  /** Left out for the real disk. */
  readonly files?: FileSystem
  /** Room on the disk of a folder. */
  readonly freeBytes?: (folder: string) => Promise<number | undefined>
}

export class AttachmentStore {
  readonly #workspace: string
  readonly #folder: string
  readonly #files: FileSystem
  readonly #freeBytes: (folder: string) => Promise<number | undefined>
  /** Contents that a record is about to name, with how many are. */
  readonly #pinned = new Map<string, number>()
  /** Placing and removing, one after another. */
  #turn: Promise<unknown> = Promise.resolve()
  /** Of what crashes left behind: once, and before anything is received. */
  #tidying: Promise<void> | null = null

  constructor(workspaceFolder: string, { files = nodeFileSystem, freeBytes = freeSpace }: AttachmentStoreOptions = {}) {
    this.#workspace = workspaceFolder
    this.#folder = join(workspaceFolder, ATTACHMENTS_FOLDER)
    this.#files = files
    this.#freeBytes = freeBytes
  }

  /**
   * A file of so many bytes that is about to come. Its content is pinned when it is finished: see {@link unpin}.
   * @throws AppError INVALID_INPUT when it is too large, DISK_FULL, NO_PERMISSION, READ_ONLY, MISSING, IO
   */
  async receive(bytes: number): Promise<IncomingFile> {
    if (bytes > MAX_ATTACHMENT_BYTES) throw tooLarge()
    return withAttachmentFailures('writing', async () => {
      const free = await this.#freeBytes(this.#workspace)
      if (free !== undefined && free < bytes + SPARE_BYTES) throw noRoom()
      await this.#createFolder(this.#folder, this.#workspace)
      await this.#tidied()
      const path = join(this.#folder, `.incoming-${randomBytes(8).toString('hex')}.tmp`)
      return IncomingFile.create(this.#files, path, bytes, (temporary, content) => this.#place(temporary, content))
    })
  }

  /** A content that a record is about to name must not go before, whether it is there yet or not: see {@link unpin}. */
  pin(sha256: string): void {
    this.#pinned.set(sha256, (this.#pinned.get(sha256) ?? 0) + 1)
  }

  /** The record that was to name the content is saved, or will not be. */
  unpin(sha256: string): void {
    const left = (this.#pinned.get(sha256) ?? 0) - 1
    if (left > 0) this.#pinned.set(sha256, left)
    else this.#pinned.delete(sha256)
  }

  /** Bytes of a content. @throws AppError MISSING */
  async size(sha256: string): Promise<number> {
    const found = await reading(() => this.#files.stat(this.#path(sha256)))
    if (found?.kind !== 'file') throw contentMissing()
    return found.size
  }

  /** What a content is by its first bytes. @throws AppError MISSING, IO */
  async mediaType(sha256: string): Promise<string> {
    return mediaTypeOf(await this.read(sha256, 0, SNIFFED_BYTES))
  }

  /** A part of a content, unverified; fewer bytes only at its end. @throws AppError MISSING, IO */
  async read(sha256: string, from: number, count: number): Promise<Uint8Array> {
    return this.#withFile(sha256, async (file) => {
      const bytes = Buffer.alloc(count)
      return bytes.subarray(0, await reading(() => file.read(bytes, from)))
    })
  }

  /** A content in steps; what does not fit its hash is noticed after the last one. @throws AppError MISSING, DAMAGED, IO */
  async *content(sha256: string): AsyncGenerator<Uint8Array> {
    const file = await this.#open(sha256)
    try {
      const hash = createHash('sha256')
      for (let at = 0; ;) {
        const step = Buffer.alloc(STEP_BYTES)
        const count = await reading(() => file.read(step, at))
        if (count === 0) break
        at += count
        hash.update(step.subarray(0, count))
        yield step.subarray(0, count)
      }
      if (hash.digest('hex') !== sha256) throw contentDamaged()
    } finally {
      await file.close()
    }
  }

  /** Reads a content through. Answers its bytes. @throws AppError MISSING, DAMAGED, IO */
  async verify(sha256: string): Promise<number> {
    let bytes = 0
    for await (const step of this.content(sha256)) bytes += step.length
    return bytes
  }

  /** Every content there is, in no particular order. */
  async *list(): AsyncGenerator<string> {
    for (const folder of await this.#names(this.#folder)) {
      if (!/^[0-9a-f]{2}$/.test(folder)) continue
      for (const name of await this.#names(join(this.#folder, folder))) if (HASH.test(name) && name.startsWith(folder)) yield name
    }
  }

  /** Removes a content unless a record is about to name it or, asked at that moment, `isNamed`. Answers whether it went. */
  remove(sha256: string, isNamed: () => boolean): Promise<boolean> {
    return this.#alone(async () => {
      if (this.#pinned.has(sha256) || isNamed()) return false
      await this.#files.remove(this.#path(sha256))
      return true
    })
  }

  /** As {@link remove}, to a path on the same disk. */
  moveOut(sha256: string, to: string, isNamed: () => boolean): Promise<boolean> {
    return this.#alone(async () => {
      if (this.#pinned.has(sha256) || isNamed()) return false
      await renameWhenFree(this.#files, this.#path(sha256), to)
      await this.#files.syncFolder(dirname(to))
      await this.#files.syncFolder(dirname(this.#path(sha256)))
      return true
    })
  }

  #place(temporary: string, content: Content): Promise<void> {
    return this.#alone(async () => {
      const { sha256 } = content
      const path = this.#path(sha256)
      const folder = join(this.#folder, sha256.slice(0, 2))
      await this.#createFolder(folder, this.#folder)
      // a damaged content is mended by adding the file again
      if (await this.#isSound(sha256)) await removeIfThere(this.#files, temporary)
      else await renameWhenFree(this.#files, temporary, path)
      // also when it was there: the addition that put it there may have been cut off before its own sync
      await this.#files.syncFolder(folder)
      this.pin(sha256)
    })
  }

  async #isSound(sha256: string): Promise<boolean> {
    if (!(await this.#files.stat(this.#path(sha256)))) return false
    const hash = createHash('sha256')
    try {
      const file = await this.#files.openForReading(this.#path(sha256))
      try {
        const step = Buffer.alloc(STEP_BYTES)
        for (let at = 0, count = 1; count > 0; at += count) {
          count = await file.read(step, at)
          hash.update(step.subarray(0, count))
        }
      } finally {
        await file.close()
      }
    } catch (error) {
      // what cannot be read is replaced by what was just written and can be
      if (systemCode(error) === '') throw error
      return false
    }
    return hash.digest('hex') === sha256
  }

  async #createFolder(folder: string, above: string): Promise<void> {
    if (!(await this.#files.stat(folder))) await this.#files.createFolder(folder)
    // synced each time: a crash may have come between making it and its sync
    await this.#files.syncFolder(above)
  }

  /** Files that come at the same time wait for the same look: a later one would take their beginnings for leftovers. */
  async #tidied(): Promise<void> {
    this.#tidying ??= this.#tidy()
    try {
      await this.#tidying
    } catch (error) {
      this.#tidying = null
      throw error
    }
  }

  /** Nothing of it was ever named by a record. */
  async #tidy(): Promise<void> {
    for (const name of await this.#names(this.#folder)) if (INCOMING.test(name)) await removeIfThere(this.#files, join(this.#folder, name))
  }

  async #names(folder: string): Promise<readonly string[]> {
    return (await this.#files.stat(folder))?.kind === 'folder' ? this.#files.list(folder) : []
  }

  async #withFile<T>(sha256: string, work: (file: ReadableFile) => Promise<T>): Promise<T> {
    const file = await this.#open(sha256)
    try {
      return await work(file)
    } finally {
      await file.close()
    }
  }

  #open(sha256: string): Promise<ReadableFile> {
    return reading(() => this.#files.openForReading(this.#path(sha256)))
  }

  /** @throws Error for what is no hash: a path is made of nothing else. */
  #path(sha256: string): string {
    if (!HASH.test(sha256)) throw new Error('That is no SHA-256.')
    return join(this.#folder, sha256.slice(0, 2), sha256)
  }

  #alone<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#turn.then(work)
    this.#turn = turn.then(
      () => undefined,
      () => undefined,
    )
    return turn
  }
}

/** Failures of the disk while a content is read, in words. */
async function reading<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const system = systemCode(error)
    if (system === '') throw error
    throw system === 'ENOENT' || system === 'ENOTDIR' ? contentMissing() : contentUnreadable(system, error)
  }
}
