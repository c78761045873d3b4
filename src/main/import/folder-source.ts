/** A folder to import from. Links of the file system are not followed: they may lead anywhere, or in a circle. */
import { constants, type Dirent } from 'node:fs'
import { open, readdir, stat, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError } from '../../shared/errors.ts'
import { systemCode } from '../workspace/file-system.ts'
import { throwIfStopped, tooManyFiles, tooMuchText, withImportFailures } from './import-failures.ts'
import { Refusal } from './refusal.ts'
import {
  isMarkdown,
  isOwnList,
  MAX_FILE_BYTES,
  MAX_FILES,
  MAX_FOLDERS_DEEP,
  MAX_TOTAL_BYTES,
  type ImportSource,
  type OpenedFile,
  type SourceListing,
} from './source.ts'
import { utf8Text } from './utf8-text.ts'

const STEP_BYTES = 256 * 1024
/** Windows knows neither; there opening a link leads where the listing did not, and only between the two. */
const READ_PLAIN = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0)

/** Of one file; the others go on. */
const OF_THE_FILE: Readonly<Record<string, string>> = {
  ENOENT: 'it is not there any more',
  ELOOP: 'it is a link to another place',
  EACCES: 'the system does not let it be read',
  EPERM: 'the system does not let it be read',
  EBUSY: 'another program holds it',
  ENAMETOOLONG: 'its path is too long for the disk',
}

export class FolderSource implements ImportSource {
  readonly location: string
  #total = 0
  readonly #counted = new Set<string>()

  constructor(folder: string) {
    this.location = folder
  }

  async list(signal?: AbortSignal): Promise<SourceListing> {
    const files: string[] = []
    const others: string[] = []
    const refused: { file: string; reason: string }[] = []
    const hidden: string[] = []
    const unseen: string[] = []
    const visit = async (path: string, depth: number): Promise<void> => {
      throwIfStopped(signal)
      for (const entry of await this.#entries(path, refused)) {
        const at = path === '' ? entry.name : `${path}/${entry.name}`
        if (entry.name.startsWith('.')) {
          // settings of other programs: .obsidian, .git, .trash
          if (path === '' && entry.isDirectory()) hidden.push(entry.name)
          if (!isOwnList(entry.name)) unseen.push(at)
        } else if (entry.isSymbolicLink()) refused.push({ file: at, reason: 'it is a link to another place' })
        else if (entry.isDirectory()) {
          if (depth === MAX_FOLDERS_DEEP) refused.push({ file: at, reason: `it lies deeper than ${MAX_FOLDERS_DEEP} folders` })
          else await visit(at, depth + 1)
        } else if (entry.isFile()) (isMarkdown(entry.name) ? files : others).push(at)
        else refused.push({ file: at, reason: 'it is no file but a pipe, a socket or a device' })
        if (unseen.length > MAX_FILES || files.length > MAX_FILES || others.length > MAX_FILES || refused.length > MAX_FILES)
          throw tooManyFiles()
      }
    }
    await withImportFailures(async () => {
      const found = await stat(this.location)
      if (!found.isDirectory())
        throw new AppError('INVALID_INPUT', 'That is a file. Nothing was imported; choose the folder that holds the markdown files.')
      await visit('', 1)
    })
    this.#total = 0
    this.#counted.clear()
    return { files: files.toSorted(), others: others.toSorted(), refused, hidden, unseen: unseen.toSorted() }
  }

  readText(path: string): Promise<string> {
    return this.#reading(path, async (handle, size) => {
      if (size > MAX_FILE_BYTES) throw new Refusal(`it is larger than ${MAX_FILE_BYTES / 1_000_000} MB`)
      // a text is read more than once, and counts once
      if (!this.#counted.has(path)) this.#total += size
      this.#counted.add(path)
      if (this.#total > MAX_TOTAL_BYTES) throw tooMuchText()
      // what is written to it meanwhile is not followed beyond what it was
      const bytes = Buffer.allocUnsafe(size)
      let read = 0
      while (read < size) {
        const { bytesRead } = await handle.read(bytes, read, size - read, read)
        if (bytesRead === 0) break
        read += bytesRead
      }
      return utf8Text(bytes.subarray(0, read))
    })
  }

  async open(path: string): Promise<OpenedFile> {
    const bytes = await this.#reading(path, (_handle, size) => Promise.resolve(size))
    const reading = <T>(work: (handle: FileHandle) => Promise<T>) => this.#reading(path, work)
    return { bytes, content: steps(reading) }
  }

  async close(): Promise<void> {
    // each file is closed when it has been read
  }

  /** A folder that may not be looked into is named; the root fails all of it. */
  async #entries(path: string, refused: { file: string; reason: string }[]): Promise<Dirent[]> {
    try {
      const entries = await readdir(join(this.location, path), { withFileTypes: true })
      return entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))
    } catch (error) {
      const reason = OF_THE_FILE[systemCode(error)]
      if (path === '' || reason === undefined || !(await this.#isThere())) throw error
      refused.push({ file: path, reason })
      return []
    }
  }

  async #reading<T>(path: string, work: (handle: FileHandle, size: number) => Promise<T>): Promise<T> {
    return withImportFailures(async () => {
      let handle: FileHandle | undefined
      try {
        handle = await open(join(this.location, path), READ_PLAIN)
        const found = await handle.stat()
        if (!found.isFile()) throw new Refusal('it is no file any more')
        return await work(handle, found.size)
      } catch (error) {
        const reason = OF_THE_FILE[systemCode(error)]
        if (reason === undefined || !(await this.#isThere())) throw error
        throw new Refusal(reason)
      } finally {
        await handle?.close()
      }
    })
  }

  /** A disk that was unplugged takes all files with it: that is not said file by file. */
  async #isThere(): Promise<boolean> {
    try {
      await stat(this.location)
      return true
    } catch (error) {
      if (systemCode(error) === '') throw error
      return false
    }
  }
}

type Reading = <T>(work: (handle: FileHandle) => Promise<T>) => Promise<T>

/** Opened for each step: nobody has to close what nobody reads to its end. */
async function* steps(reading: Reading): AsyncGenerator<Uint8Array> {
  for (let at = 0; ;) {
    const from = at
    const step = await reading(async (handle) => {
      const bytes = Buffer.allocUnsafe(STEP_BYTES)
      const { bytesRead } = await handle.read(bytes, 0, STEP_BYTES, from)
      return bytes.subarray(0, bytesRead)
    })
    if (step.length === 0) return
    at += step.length
    yield step
  }
}
