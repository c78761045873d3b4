/** What the mirror does in its folder: one file at a time, each whole or not there. */
import { randomBytes } from 'node:crypto'
import { dirname, join } from 'node:path'
import { nameParts } from '../../../shared/model/attachment-name.ts'
import { systemCode, type ReadableFile } from '../../workspace/file-system.ts'
import { isTemporaryName, removeIfThere, renameWhenFree } from '../../workspace/replace-file.ts'
import { writeAll } from '../../workspace/write-all.ts'
import { hashFile, removeTree, type ExportDisk, type Seen } from '../export-disk.ts'
import { isStaging, stagingIn } from '../target.ts'
import { mirrorTaken } from './mirror-failure.ts'

export type Content = () => Iterable<Uint8Array> | AsyncIterable<Uint8Array>

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

  /** Writes it aside, on the disk when it is there, then gives it its name in one step. */
  async put(path: string, content: Content): Promise<void> {
    await this.#begin()
    const staged = join(this.#staging, randomBytes(6).toString('hex'))
    try {
      const file = await this.#disk.createFile(staged)
      try {
        for await (const bytes of content()) await writeAll(file, bytes)
        await file.sync()
      } finally {
        await file.close()
      }
      const folder = await this.#folderOf(path)
      if (folder !== undefined && !(await this.#disk.stat(folder))) await this.#disk.createFolder(folder)
      await renameWhenFree(this.#disk, staged, join(this.path, path))
    } catch (error) {
      await removeIfThere(this.#disk, staged)
      throw error
    }
  }

  /** A file, and its folder when nothing else is in it. */
  async remove(path: string): Promise<void> {
    const folder = await this.#folderOf(path)
    await this.#disk.remove(join(this.path, path))
    if (folder !== undefined && (await this.#disk.list(folder)).length === 0) await this.#disk.removeFolder(folder)
  }

  /** Gives what lies there a name of its own beside it, which it answers. */
  async setAside(path: string): Promise<string> {
    const { stem, ending } = nameParts(path)
    let as = `${stem} (edited)${ending}`
    for (let number = 2; await this.#disk.stat(join(this.path, as)); number++) as = `${stem} (edited ${number})${ending}`
    await renameWhenFree(this.#disk, join(this.path, path), join(this.path, as))
    return as
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

  /** The folder in the mirror's that a file lies in; undefined for the mirror's own. */
  async #folderOf(path: string): Promise<string | undefined> {
    if (!path.includes('/')) return undefined
    const folder = dirname(join(this.path, path))
    if ((await this.#disk.stat(folder)) && (await this.#disk.isLink(folder)))
      throw mirrorTaken(this.path, `“${dirname(path)}” in it is a link to another place.`)
    return folder
  }

  async #begin(): Promise<void> {
    if (this.#isStaging) return
    await this.#disk.createFolder(this.#staging)
    this.#isStaging = true
  }
}
