/** What the mirror does in its folder: one file at a time, each whole or not there. */
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { nameParts } from '../../../shared/model/attachment-name.ts'
import { systemCode, type NewFile, type ReadableFile } from '../../workspace/file-system.ts'
import { isTemporaryName, removeIfThere, renameWhenFree } from '../../workspace/replace-file.ts'
import { writeAll } from '../../workspace/write-all.ts'
import { hashFile, removeTree, type ExportDisk, type Seen } from '../export-disk.ts'
import { isStaging, stagingIn } from '../target.ts'
import { foldersAbove } from '../update-folder.ts'
import { mirrorTaken } from './mirror-failure.ts'

export type Content = () => Iterable<Uint8Array> | AsyncIterable<Uint8Array>

/** A file that is written and has no name yet. */
export interface Staged {
  readonly path: string
  readonly file: NewFile
}

/** Together they cost the disk little more than one; more would keep what the person saves waiting. */
const SYNCS_AT_ONCE = 2

export const isSeenAlike = (one: Seen, other: Seen): boolean => one.size === other.size && one.modified === other.modified

export class MirrorFolder {
  readonly path: string
  readonly #disk: ExportDisk
  readonly #staging: string
  #isStaging = false

  constructor(disk: ExportDisk, path: string) {
    this.#disk = disk
    this.path = path
    this.#staging = stagingIn(path, randomBytes(6).toString('hex'))
  }

  /** Undefined when there is no file of that name. */
  async seen(path: string): Promise<Seen | undefined> {
    return this.#disk.seen(join(this.path, path))
  }

  /** The SHA-256 of what lies there; null for nothing. A folder of that name is something, too. */
  async hashAt(path: string): Promise<string | null> {
    let file: ReadableFile
    try {
      file = await this.#disk.openForReading(join(this.path, path))
    } catch (error) {
      const code = systemCode(error)
      if (code === 'ENOENT' || code === 'ENOTDIR') return null
      if (code === 'EISDIR') return 'folder'
      throw error
    }
    try {
      return await hashFile(file)
    } catch (error) {
      if (systemCode(error) === 'EISDIR') return 'folder'
      throw error
    } finally {
      await file.close()
    }
  }

  /** Writes it aside; it is on the disk after {@link keep}. */
  async stage(content: Content): Promise<Staged> {
    await this.#begin()
    const path = join(this.#staging, randomBytes(6).toString('hex'))
    const file = await this.#disk.createFile(path)
    try {
      for await (const bytes of content()) await writeAll(file, bytes)
      return { path, file }
    } catch (error) {
      await file.close()
      await removeIfThere(this.#disk, path)
      throw error
    }
  }

  /** All of them are on the disk, or it fails. */
  async keep(staged: readonly Staged[]): Promise<void> {
    const queue = [...staged]
    const work = async () => {
      for (let one = queue.shift(); one; one = queue.shift()) {
        try {
          await one.file.sync()
        } finally {
          await one.file.close()
        }
      }
    }
    const done = await Promise.allSettled(Array.from({ length: SYNCS_AT_ONCE }, work))
    // one that failed left the rest to the other; if both did, they are still open
    await this.leave(queue)
    for (const one of done) if (one.status === 'rejected') throw one.reason
  }

  /** They are not wanted any more: {@link rest} and {@link tidy} remove them. */
  async leave(staged: readonly Staged[]): Promise<void> {
    await Promise.allSettled(staged.map(({ file }) => file.close()))
  }

  /** Gives it its name in one step, which is on the disk after {@link syncAround}. */
  async place({ path: staged }: Staged, path: string): Promise<void> {
    const folder = await this.#folderOf(path)
    if (folder !== undefined && !(await this.#disk.stat(folder))) await this.#disk.createFolder(folder)
    await renameWhenFree(this.#disk, staged, join(this.path, path))
  }

  /** What came and went at these paths is on the disk when it answers. */
  async syncAround(paths: Iterable<string>): Promise<void> {
    const folders = new Set(Array.from(paths).flatMap((path) => ['', ...foldersAbove(path)]))
    for (const folder of folders) {
      const at = join(this.path, folder)
      if (await this.#disk.stat(at)) await this.#disk.syncFolder(at)
    }
  }

  /** A file, and the folders that nothing else is in. */
  async remove(path: string): Promise<void> {
    await this.#folderOf(path)
    await this.#disk.remove(join(this.path, path))
    for (const folder of foldersAbove(path).toReversed()) {
      const at = join(this.path, folder)
      if ((await this.#disk.list(at)).length > 0) return
      await this.#disk.removeFolder(at)
    }
  }

  /** A name beside it that nothing has. */
  async nameAside(path: string): Promise<string> {
    const { stem, ending } = nameParts(path)
    let as = `${stem} (edited)${ending}`
    for (let number = 2; await this.#disk.stat(join(this.path, as)); number++) as = `${stem} (edited ${number})${ending}`
    return as
  }

  async rename(path: string, as: string): Promise<void> {
    await this.#folderOf(path)
    await renameWhenFree(this.#disk, join(this.path, path), join(this.path, as))
  }

  async readFile(path: string): Promise<Uint8Array> {
    return this.#disk.readFile(join(this.path, path))
  }

  /** Removes what a crash has left half written. */
  async tidy(): Promise<void> {
    for (const name of await this.#disk.list(this.path)) {
      if (isStaging(name)) await removeTree(this.#disk, join(this.path, name))
      else if (name.startsWith('..rapporteur-') && isTemporaryName(name)) await removeIfThere(this.#disk, join(this.path, name))
    }
    this.#isStaging = false
  }

  /** After the last file of a while. */
  async rest(): Promise<void> {
    if (!this.#isStaging) return
    this.#isStaging = false
    await removeTree(this.#disk, this.#staging)
  }

  /** The folder in the mirror's that a file lies in; undefined for the mirror's own. @throws AppError when it leads to another place */
  async #folderOf(path: string): Promise<string | undefined> {
    const folders = foldersAbove(path)
    for (const folder of folders)
      if (await this.#disk.isLink(join(this.path, folder))) throw mirrorTaken(this.path, `“${folder}” in it is a link to another place.`)
    const own = folders.at(-1)
    return own === undefined ? undefined : join(this.path, own)
  }

  async #begin(): Promise<void> {
    if (this.#isStaging) return
    await this.#disk.createFolder(this.#staging)
    this.#isStaging = true
  }
}
