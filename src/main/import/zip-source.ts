/** A zip archive to import from. Nothing of it is ever unpacked to a disk by its own name. */
import { stat } from 'node:fs/promises'
import { crc32 } from 'node:zlib'
import { openPromise, type Entry, type ZipFile } from 'yauzl'
import { AppError } from '../../shared/errors.ts'
import { MAX_ATTACHMENT_BYTES } from '../../shared/model/attachment-name.ts'
import { collisionKey } from '../export/file-names.ts'
import { systemCode } from '../workspace/file-system.ts'
import { throwIfStopped, tooManyFiles, tooMuchText, withImportFailures } from './import-failures.ts'
import { Refusal } from './refusal.ts'
import {
  isMarkdown,
  isOwnList,
  MAX_FILE_BYTES,
  MAX_FILES,
  MAX_TOTAL_BYTES,
  type ImportSource,
  type OpenedFile,
  type SourceListing,
} from './source.ts'
import { utf8Text } from './utf8-text.ts'
import { contentProblem, MAX_RATIO, oneTopFolder, slim, type FoundEntry } from './zip-entries.ts'
import { entryName, entryNameProblem } from './zip-names.ts'

/** All that an archive may claim to hold. */
const MAX_INFLATED_BYTES = 20_000_000_000
/** Settings, and what systems leave behind. */
const isUnseen = (name: string) => name.startsWith('.') || name === '__MACOSX'

export class ZipSource implements ImportSource {
  readonly location: string
  readonly #zip: ZipFile
  readonly #bytes: number
  #entries: Map<string, Entry> | undefined
  #listing: SourceListing | undefined
  #total = 0
  readonly #counted = new Set<string>()

  private constructor(path: string, zip: ZipFile, bytes: number) {
    this.location = path
    this.#zip = zip
    this.#bytes = bytes
    // what is wrong with the file is thrown by whoever reads it then
    zip.on('error', () => undefined)
  }

  /** @throws AppError MISSING, INVALID_INPUT when it is no sound archive, NO_PERMISSION, IO */
  static async open(path: string): Promise<ZipSource> {
    return withImportFailures(async () => {
      const { size } = await stat(path)
      const zip = await unlessUnsound(() =>
        openPromise(path, { lazyEntries: true, decodeStrings: false, validateEntrySizes: true, autoClose: false }),
      )
      return new ZipSource(path, zip, size)
    })
  }

  async list(signal?: AbortSignal): Promise<SourceListing> {
    this.#total = 0
    if (this.#listing) return this.#listing
    const refused: { file: string; reason: string }[] = []
    const hidden = new Set<string>()
    const unseen = new Set<string>()
    const found = await withImportFailures(() => unlessUnsound(() => this.#found(refused, { hidden, unseen }, signal)))
    const top = oneTopFolder(found)
    const entries = new Map(found.map(({ path, entry }) => [path.slice(top.length), entry]))
    const paths = [...entries.keys()].toSorted()
    this.#entries = entries
    this.#listing = {
      files: paths.filter(isMarkdown),
      others: paths.filter((path) => !isMarkdown(path)),
      refused: refused.map(({ file, reason }) => ({ file: file.startsWith(top) ? file.slice(top.length) : file, reason })),
      hidden: [...hidden].map((path) => path.slice(path.startsWith(top) ? top.length : 0)),
      unseen: [...unseen].map((path) => path.slice(path.startsWith(top) ? top.length : 0)).toSorted(),
    }
    return this.#listing
  }

  async readText(path: string): Promise<string> {
    const { bytes, content } = await this.open(path)
    if (bytes > MAX_FILE_BYTES) throw new Refusal(`it is larger than ${MAX_FILE_BYTES / 1_000_000} MB`)
    // a text is read more than once, and counts once
    if (!this.#counted.has(path)) this.#total += bytes
    this.#counted.add(path)
    if (this.#total > MAX_TOTAL_BYTES) throw tooMuchText()
    const steps: Uint8Array[] = []
    for await (const step of content) steps.push(step)
    return utf8Text(Buffer.concat(steps))
  }

  async open(path: string): Promise<OpenedFile> {
    if (!this.#entries) await this.list()
    const entry = this.#entries?.get(path)
    if (!entry) throw new Refusal('it is not there any more')
    return { bytes: entry.uncompressedSize, content: this.#content(entry) }
  }

  async close(): Promise<void> {
    this.#zip.close()
  }

  /** In steps; what is not what its entry claims is refused at its end at the latest. @throws Refusal, AppError */
  async *#content(entry: Entry): AsyncGenerator<Uint8Array> {
    let crc = 0
    let bytes = 0
    try {
      for await (const step of (await this.#zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>) {
        bytes += step.length
        if (bytes > entry.uncompressedSize || bytes > MAX_ATTACHMENT_BYTES) throw new Refusal('it is not as large as the archive says')
        crc = crc32(step, crc)
        yield step
      }
    } catch (error) {
      if (error instanceof Refusal) throw error
      if (systemCode(error) !== '') await withImportFailures(() => Promise.reject(error))
      throw new Refusal('the archive is damaged there')
    }
    if (bytes !== entry.uncompressedSize) throw new Refusal('it is not as large as the archive says')
    if (crc !== entry.crc32) throw new Refusal('the archive is damaged there')
  }

  /** Entries that are files and may be taken. @throws AppError for an archive that claims too much */
  async #found(
    refused: { file: string; reason: string }[],
    { hidden, unseen: passed }: { readonly hidden: Set<string>; readonly unseen: Set<string> },
    signal: AbortSignal | undefined,
  ): Promise<FoundEntry[]> {
    const found: FoundEntry[] = []
    const folders = new Set<string>()
    const names = new Map<string, string>()
    let inflated = 0
    let looked = 0
    for await (const entry of this.#zip.eachEntry()) {
      throwIfStopped(signal)
      if (++looked > MAX_FILES * 2) throw tooManyFiles()
      const path = entryName({ raw: entry.fileNameRaw, isUtf8: (entry.generalPurposeBitFlag & 0x800) !== 0 }).normalize('NFC')
      inflated += entry.uncompressedSize
      if (inflated > MAX_INFLATED_BYTES || (inflated > this.#bytes * MAX_RATIO && inflated > MAX_TOTAL_BYTES)) throw isBomb()
      const problem = entryNameProblem(path) ?? contentProblem(entry)
      const parts = path.split('/')
      const unseen = problem === undefined ? parts.findIndex(isUnseen) : -1
      if (unseen !== -1 && unseen < parts.length - 1 && parts[unseen] !== '__MACOSX') hidden.add(parts.slice(0, unseen + 1).join('/'))
      if (unseen !== -1 && !isOwnList(parts[unseen] ?? '')) passed.add(parts.slice(0, unseen + 1).join('/'))
      if (unseen !== -1 || path.endsWith('/')) continue
      const key = collisionKey(path)
      const there = names.get(key)
      if (problem !== undefined) refused.push({ file: shown(path), reason: problem })
      else if (there !== undefined || folders.has(key)) {
        refused.push({
          file: path,
          reason: `its name is on some systems that of another file in the archive${there === undefined ? '' : `, ${there}`}`,
        })
      } else {
        names.set(key, path)
        for (let end = key.lastIndexOf('/'); end > 0; end = key.lastIndexOf('/', end - 1)) folders.add(key.slice(0, end))
        found.push({ path, entry: slim(entry) })
      }
      if (found.length > MAX_FILES || refused.length > MAX_FILES) throw tooManyFiles()
      if (looked % 500 === 0) await new Promise<void>((resolve) => void setImmediate(resolve))
    }
    return found
  }
}

/** Names that hide where they end are shown without what hides it. */
const shown = (path: string) => path.replace(/[\p{Cc}\p{Cf}]/gu, '�').slice(0, 1_000)

const isBomb = (): AppError =>
  new AppError(
    'INVALID_INPUT',
    'The archive claims to hold far more than any notes do. Nothing was imported; unpack it with a program that you trust, then import the folder.',
  )

/** Anything but the disk that fails here is the archive's fault. */
async function unlessUnsound<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof AppError || systemCode(error) !== '') throw error
    throw new AppError(
      'INVALID_INPUT',
      'This is no sound zip file: it is damaged, or only its beginning is there. Nothing was imported; get it again, or import the unpacked folder.',
      {},
      { cause: error },
    )
  }
}
