/** The markdown files below a folder. Links of the file system are not followed: they may lead anywhere, or in a circle. */
import type { Dirent } from 'node:fs'
import { open, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError, type ErrorCode } from '../../shared/errors.ts'
import { systemCode } from '../workspace/file-system.ts'
import { Refusal } from './refusal.ts'

/** A body of the longest kind in three-byte letters, and its front matter. */
const MAX_FILE_BYTES = 20_000_000
const MAX_TOTAL_BYTES = 2_000_000_000
const MAX_FILES = 200_000
const MAX_DEPTH = 32

export interface FoundFiles {
  /** Paths from the folder, written with `/`, sorted. */
  readonly files: readonly string[]
  /** What was not read, and why. */
  readonly refused: readonly { readonly file: string; readonly reason: string }[]
  /** Files of other kinds, in the same form. */
  readonly others: readonly string[]
}

/** @throws AppError MISSING, INVALID_INPUT, NO_PERMISSION, IO. */
export async function findMarkdownFiles(folder: string): Promise<FoundFiles> {
  const files: string[] = []
  const refused: { file: string; reason: string }[] = []
  const others: string[] = []
  const visit = async (path: string, depth: number): Promise<void> => {
    for (const entry of await entriesOf(join(folder, path))) {
      const at = path === '' ? entry.name : `${path}/${entry.name}`
      // settings of other programs: .obsidian, .git, .trash
      if (entry.name.startsWith('.')) continue
      if (entry.isSymbolicLink()) refused.push({ file: at, reason: 'it is a link to another place' })
      else if (entry.isDirectory()) {
        if (depth === MAX_DEPTH) refused.push({ file: at, reason: `it lies deeper than ${MAX_DEPTH} folders` })
        else await visit(at, depth + 1)
      } else if (entry.isFile() && /\.(?:md|markdown)$/i.test(entry.name)) files.push(at)
      else if (entry.isFile()) others.push(at)
      if (files.length > MAX_FILES || others.length > MAX_FILES)
        throw new AppError(
          'INVALID_INPUT',
          `The folder holds more than ${MAX_FILES} files. Nothing was imported; import its parts one by one.`,
        )
    }
  }
  await withImportFailures(async () => {
    const found = await stat(folder)
    if (!found.isDirectory())
      throw new AppError('INVALID_INPUT', 'That is a file. Nothing was imported; choose the folder that holds the markdown files.')
    await visit('', 1)
  })
  return { files: files.toSorted(), refused, others: others.toSorted() }
}

const entriesOf = async (folder: string): Promise<Dirent[]> =>
  (await readdir(folder, { withFileTypes: true })).toSorted((a, b) => (a.name < b.name ? -1 : 1))

/** Reads files one by one and counts what they weigh together. */
export class FileReader {
  private readonly folder: string
  private total = 0

  constructor(folder: string) {
    this.folder = folder
  }

  /** @throws Refusal, and AppError when all files together are too large or the disk fails. */
  read(path: string): Promise<string> {
    return withImportFailures(async () => {
      const handle = await open(join(this.folder, path), 'r')
      try {
        const { size } = await handle.stat()
        if (size > MAX_FILE_BYTES) throw new Refusal(`it is larger than ${MAX_FILE_BYTES / 1_000_000} MB`)
        this.total += size
        if (this.total > MAX_TOTAL_BYTES)
          throw new AppError(
            'INVALID_INPUT',
            `The files weigh more than ${MAX_TOTAL_BYTES / 1_000_000_000} GB together. Nothing was imported; import them part by part.`,
          )
        return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await handle.readFile())
      } catch (error) {
        if (error instanceof TypeError) throw new Refusal('it is not UTF-8 text')
        throw error
      } finally {
        await handle.close()
      }
    })
  }
}

const verdicts: Readonly<Record<string, readonly [ErrorCode, string]>> = {
  ENOENT: ['MISSING', 'The folder or a file in it is not there. Nothing was imported; choose another folder.'],
  ENOTDIR: ['MISSING', 'The folder is not there. Nothing was imported; choose another folder.'],
  EACCES: ['NO_PERMISSION', 'The system refuses reading this folder or a file in it. Nothing was imported; ask for the right to read it.'],
  EPERM: ['NO_PERMISSION', 'The system refuses reading this folder or a file in it. Nothing was imported; ask for the right to read it.'],
}

async function withImportFailures<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (cause) {
    const system = systemCode(cause)
    if (system === '') throw cause
    const [code, message] = verdicts[system] ?? [
      'IO',
      `The disk failed while reading (${system}). Nothing was imported; copy the files to a sound disk.`,
    ]
    throw new AppError(code, message, { system }, { cause })
  }
}
