/**
 * A folder of backups: `<instant>.json` files, and `store/` with the copies they list, each under the SHA-256 of its
 * bytes, so that a segment that is in many backups lies there once.
 */
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { systemCode, systemError, type FileSystem } from '../file-system.ts'
import { DamagedFileError } from '../json-file.ts'
import { isTemporaryName, removeIfThere, renameWhenFree, replaceFile } from '../replace-file.ts'
import { backupCodec, backupName, isBackupName, type BackupAttachment, type BackupFile, type BackupSegment } from './backup-file.ts'
import { copyBeginning, hashOf, type Steps } from './copy-file.ts'
import { keptGenerations } from './generations.ts'
import { readSegment, type SegmentContent, type SegmentFrame } from './read-segment.ts'

const ENDING = '.json'

/** By its name: `<instant>.json`. */
export const isBackupList = (entry: string): boolean => entry.endsWith(ENDING) && isBackupName(entry.slice(0, -ENDING.length))

export interface StoredBackup {
  readonly name: string
  readonly file: BackupFile
}

export interface BackupList {
  /** The latest first. */
  readonly backups: readonly StoredBackup[]
  /** Names of files that should be lists of backups and cannot be read. */
  readonly damaged: readonly string[]
}

export class BackupFolder {
  readonly folder: string
  readonly #files: FileSystem
  readonly #store: string

  constructor(files: FileSystem, folder: string) {
    this.#files = files
    this.folder = folder
    this.#store = join(folder, 'store')
  }

  /** Empty where there is no such folder. @throws system errors when the folder itself cannot be read */
  async list(): Promise<BackupList> {
    if ((await this.#files.stat(this.folder))?.kind !== 'folder') return { backups: [], damaged: [] }
    const backups: StoredBackup[] = []
    const damaged: string[] = []
    for (const entry of await this.#files.list(this.folder)) {
      if (!isBackupList(entry)) continue
      const name = entry.slice(0, -ENDING.length)
      try {
        backups.push({ name, file: await this.#read(name) })
      } catch (error) {
        // one bad file must not hide the others
        if (!(error instanceof DamagedFileError) && (systemCode(error) === '' || !(await this.#isThere()))) throw error
        damaged.push(entry)
      }
    }
    return { backups: backups.toSorted((a, b) => (a.name < b.name ? 1 : -1)), damaged }
  }

  /** Not so when its disk was taken away meanwhile. */
  async #isThere(): Promise<boolean> {
    return (await this.#files.stat(this.folder))?.kind === 'folder'
  }

  /** Undefined when there is none of that name. @throws DamagedFileError */
  async find(name: string): Promise<StoredBackup | undefined> {
    if (!isBackupName(name) || !(await this.#files.stat(this.#path(name)))) return undefined
    return { name, file: await this.#read(name) }
  }

  segmentPath({ sha256 }: Pick<BackupSegment, 'sha256'>): string {
    return join(this.#store, `${sha256}.jsonl`)
  }

  attachmentPath({ sha256 }: Pick<BackupAttachment, 'sha256'>): string {
    return join(this.#store, sha256)
  }

  async holds(path: string, bytes: number): Promise<boolean> {
    const found = await this.#files.stat(path)
    return found?.kind === 'file' && found.size === bytes
  }

  async prepare(): Promise<void> {
    await this.#files.createFolder(this.#store)
  }

  /**
   * Copies the first `size` bytes of a segment, reads the copy back frame by frame, and only then gives it its name.
   * @throws DamagedFileError when the segment itself cannot be read; AppError CANCELLED
   */
  async addSegment(from: string, size: number, workspace: string, steps: Steps): Promise<SegmentContent & { readonly sha256: string }> {
    let content: SegmentContent | undefined
    const sha256 = await this.#add(
      from,
      size,
      async (copy, taken) => {
        await this.#verifyCopy(copy, size, taken, steps.signal)
        content = await readSegment(this.#files, copy, { size, workspace }, { signal: steps.signal })
        return this.segmentPath({ sha256: taken })
      },
      steps,
    )
    if (!content) throw new Error('A segment was named before it was read.')
    return { ...content, sha256 }
  }

  /** @throws DamagedFileError when its bytes are not those of its name; AppError CANCELLED */
  async addAttachment(from: string, { bytes, sha256 }: BackupAttachment, steps: Steps): Promise<void> {
    const verify = async (copy: string, taken: string) => {
      if (taken !== sha256) throw new DamagedFileError('The attachment is not what was added.')
      await this.#verifyCopy(copy, bytes, taken, steps.signal)
      return this.attachmentPath({ sha256 })
    }
    await this.#add(from, bytes, verify, steps)
  }

  /** Makes the names of the copies durable: before the list that names them. */
  async syncStore(): Promise<void> {
    await this.#files.syncFolder(this.#store)
    await this.#files.syncFolder(this.folder)
  }

  /**
   * Reads a copy as a whole; `visit` is called with its frames.
   * @throws DamagedFileError when it is not what was copied, or not there; AppError CANCELLED
   */
  async verifySegment(segment: BackupSegment, workspace: string, steps: Steps = {}, visit?: (frame: SegmentFrame) => void): Promise<void> {
    const path = this.segmentPath(segment)
    if (!(await this.holds(path, segment.bytes))) throw new DamagedFileError(`The copy of ${segment.name} is missing or has another size.`)
    await this.#verifyHash(path, segment.bytes, segment.sha256, steps.signal)
    const content = await readSegment(this.#files, path, { size: segment.bytes, workspace }, steps, visit)
    const keys = ['frames', 'first', 'last', 'link', 'revision'] as const
    if (keys.some((key) => content[key] !== segment[key]))
      throw new DamagedFileError(`The copy of ${segment.name} does not hold what is listed.`)
  }

  /** Writes the list; with it the backup exists. Answers its name. */
  async write(file: BackupFile): Promise<string> {
    const name = backupName(file.at)
    await this.#replace(name, file)
    return name
  }

  /** Keeps a backup for good. */
  async pin({ name, file }: StoredBackup): Promise<void> {
    if (!file.pinned) await this.#replace(name, { ...file, pinned: true })
  }

  /**
   * Removes the backups that no generation keeps, then the copies that no list names. Where a list cannot be read
   * nothing that it may name is removed. `keep` is in use and stays.
   */
  async rotate(keep?: string): Promise<void> {
    const { backups, damaged } = await this.list()
    const kept = keptGenerations(
      backups.map(({ name, file: { at, pinned, reason } }) => ({ name, at, pinned, wanted: reason !== 'schedule' })),
    )
    if (keep !== undefined) kept.add(keep)
    const gone = backups.filter(({ name }) => !kept.has(name))
    for (const { name } of gone) await this.#files.remove(this.#path(name))
    if (gone.length > 0) await this.#files.syncFolder(this.folder)
    const named = new Set(backups.filter(({ name }) => kept.has(name)).flatMap(({ file }) => this.#storedNames(file)))
    for (const entry of await this.#files.list(this.#store)) {
      const isUnnamed = damaged.length === 0 && /^[0-9a-f]{64}(\.jsonl)?$/.test(entry) && !named.has(entry)
      if (isUnnamed || isTemporaryName(entry)) await this.#files.remove(join(this.#store, entry))
    }
    for (const entry of await this.#files.list(this.folder)) if (isTemporaryName(entry)) await this.#files.remove(join(this.folder, entry))
  }

  #storedNames({ segments, attachments }: BackupFile): string[] {
    return [...segments.map(({ sha256 }) => `${sha256}.jsonl`), ...attachments.map(({ sha256 }) => sha256)]
  }

  async #add(from: string, size: number, verify: (copy: string, sha256: string) => Promise<string>, steps: Steps): Promise<string> {
    const temporary = join(this.#store, `.copy.${randomBytes(8).toString('hex')}.tmp`)
    try {
      const sha256 = await copyBeginning(this.#files, from, size, temporary, steps)
      await renameWhenFree(this.#files, temporary, await verify(temporary, sha256))
      return sha256
    } catch (error) {
      await removeIfThere(this.#files, temporary)
      throw error
    }
  }

  async #verifyHash(path: string, bytes: number, expected: string, signal: AbortSignal | undefined): Promise<void> {
    if ((await hashOf(this.#files, path, bytes, { signal })) !== expected) throw new DamagedFileError('The copy is not what was copied.')
  }

  /** What was written a moment ago: when it is something else, it is the disk of the backups that is bad. */
  async #verifyCopy(path: string, bytes: number, expected: string, signal: AbortSignal | undefined): Promise<void> {
    if ((await hashOf(this.#files, path, bytes, { signal })) !== expected)
      throw systemError('EIO', 'read', 'The copy does not read back as it was written.')
  }

  async #replace(name: string, file: BackupFile): Promise<void> {
    const verify = async (temporary: string) => {
      await backupCodec.decode(await this.#files.readFile(temporary))
    }
    await replaceFile(this.#files, this.#path(name), backupCodec.encode(file), { verify })
  }

  async #read(name: string): Promise<BackupFile> {
    const file = await backupCodec.decode(await this.#files.readFile(this.#path(name)))
    if (backupName(file.at) !== name) throw new DamagedFileError('The list belongs to another backup.')
    return file
  }

  #path(name: string): string {
    return join(this.folder, `${name}${ENDING}`)
  }
}
