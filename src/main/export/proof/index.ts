/** The proof of an export: its files are read back as an import reads them, and compared record by record with what was to leave. */
import type { ExportLoss, ExportProof } from '../../../shared/contract/jobs.ts'
import { AppError } from '../../../shared/errors.ts'
import { jsonEqual } from '../../../shared/json-equal.ts'
import { attachedFiles, AttachedFilesReader, type AttachedFiles } from '../../import/attached-files.ts'
import { fileNamesOf, type NamedFile } from '../../import/file-names-of.ts'
import { isFileOfRecord } from '../attachment-files.ts'
import type { FileNames } from '../property-values.ts'
import { slices } from '../slices.ts'
import { digestOf } from './digest.ts'
import { LeftBehind } from './left-behind.ts'
import { foreignFiles } from '../foreign-files.ts'
import { Losses } from './losses.ts'
import { misledLinks, type Resolve } from './misled-links.ts'
import { comparePlain } from './prove-plain.ts'
import { compareAttachments, compareWritten, readWritten, type Lose } from './prove-record.ts'
import type { Draft } from '../../import/draft.ts'
import { WrittenSource } from './written-source.ts'
import { ReadBack } from './read-back.ts'
import type { Entry } from '../entries.ts'
import type { Withheld } from '../withheld-record.ts'
import type { WrittenExport } from '../written.ts'

/** Files that are read at the same time. */
const AT_ONCE = 16
/** Named in the answer to the window; all others are counted, and stand in the report beside the files. */
const MAX_SENT = 1_000

export interface ProveOptions {
  /** Called with records read back and in all. */
  readonly onProgress?: (done: number, total: number) => void
  readonly signal?: AbortSignal | undefined
}

export interface Proven {
  readonly proof: ExportProof
  /** Not the first ones only. */
  readonly losses: readonly ExportLoss[]
  /** Records that have each field which these options do not carry. */
  readonly leftBehind: ReadonlyMap<string, number>
}

/**
 * One record is held at a time for each file that is being read; of all others names and hashes only.
 * @throws AppError CANCELLED; what the disk does not give back is a loss
 */
export const proveExport = (written: WrittenExport, options: ProveOptions = {}): Promise<Proven> => new Proof(written, options).run()

class Proof {
  readonly #written: WrittenExport
  readonly #options: ProveOptions
  readonly #readBack: ReadBack
  readonly #attached: AttachedFilesReader
  readonly #losses = new Losses()
  readonly #leftBehind: LeftBehind
  /** Files that hold another record, title or aliases than were written; null: no record that can be taken in. */
  readonly #otherwise = new Map<string, NamedFile | null>()
  /** Of records that have any. */
  readonly #aliases = new Map<string, readonly string[]>()
  #records = 0

  constructor(written: WrittenExport, options: ProveOptions) {
    this.#written = written
    this.#options = options
    this.#readBack = new ReadBack(written)
    this.#leftBehind = new LeftBehind(written.options)
    this.#attached = new AttachedFilesReader({
      source: new WrittenSource(written, this.#readBack),
      files: [...written.files.keys()].toSorted(),
      now: '',
      remark: () => undefined,
    })
  }

  async run(): Promise<Proven> {
    const { files, records, options } = this.#written
    let done = 0
    await this.#each(records, async (entry) => {
      await this.#prove(entry)
      this.#options.onProgress?.(++done, records.length)
    })
    if (this.#otherwise.size > 0 && options.frontMatter !== 'none') await this.#proveLinks()
    // kept from an earlier export, as their records cannot be read now
    const others = [...files.keys()].filter((path) => !this.#readBack.hashes.has(path) && !this.#losses.has(path))
    await this.#each(others, async (path) => {
      const problem = await this.#readBack.check(path)
      if (problem !== 'sound') this.#losses.add({ path, title: '', record: null, field: '', problem })
    })
    const losses = this.#losses.sorted()
    const foreign = await foreignFiles(this.#written)
    return {
      losses,
      leftBehind: this.#leftBehind.counts,
      proof: {
        records: this.#records,
        files: this.#soundFiles(),
        digest: digestOf(this.#readBack.hashes),
        losses: losses.slice(0, MAX_SENT),
        moreLosses: Math.max(0, this.#losses.count - MAX_SENT),
        foreign: foreign.slice(0, MAX_SENT),
        moreForeign: Math.max(0, foreign.length - MAX_SENT),
      },
    }
  }

  async #prove(entry: Entry): Promise<void> {
    const { options } = this.#written
    const leaving = await this.#written.expected(entry)
    const expected = leaving?.record
    let isLost = false
    const lose: Lose = ({ path = entry.path, field, problem }) => {
      isLost = true
      this.#lose(entry, field, problem, path)
    }
    if (expected) {
      this.#leftBehind.add(expected)
      if (expected.aliases.length > 0) this.#aliases.set(entry.id, expected.aliases)
    }
    let found: AttachedFiles | undefined
    if (options.frontMatter === 'none') await comparePlain(entry, expected, this.#written, this.#readBack, lose)
    else found = await this.#compare(entry, leaving, lose)
    if (expected && options.attachments && (found || options.frontMatter === 'none'))
      await compareAttachments(expected, found?.attachments, this.#written, this.#readBack, lose)
    if (!isLost) this.#records++
  }

  async #compare(entry: Entry, leaving: Withheld | undefined, lose: Lose): Promise<AttachedFiles | undefined> {
    const expected = leaving?.record
    const draft = await readWritten(entry, this.#readBack, lose)
    if (draft?.id === undefined) this.#otherwise.set(entry.path, null)
    else if (!expected || draft.id !== entry.id || !jsonEqual([draft.title, draft.aliases], [expected.title, expected.aliases])) {
      const { id, path, stem, title, aliases } = draft
      this.#otherwise.set(entry.path, { id, path, stem, title, aliases })
    }
    if (!draft || !leaving) return undefined
    const attached = await this.#attachedTo(draft)
    return compareWritten(leaving, draft, this.#written.names, attached, lose) && attached
  }

  async #attachedTo(draft: Draft): Promise<AttachedFiles> {
    const files = await this.#attached.read(draft, undefined)
    return attachedFiles(
      files.map(({ attachment }) => attachment),
      files,
    )
  }

  /** A title that was lost leaves the links of other files without their record, or gives them another. */
  async #proveLinks(): Promise<void> {
    const { records, names } = this.#written
    const were = records.map((entry) => ({ ...entry, aliases: this.#aliases.get(entry.id) ?? [] }))
    const are = were.flatMap((file) => this.#otherwise.get(file.path) ?? (this.#otherwise.has(file.path) ? [] : file))
    const there = new Set(are.map(({ id }) => id))
    const namesNow = fileNamesOf(are)
    const before = resolverOf(names, were)
    const now = resolverOf(namesNow, are)
    await this.#each(records, async (entry) => {
      const unheard: Lose = () => undefined
      const leaving = await this.#written.expected(entry)
      const draft = leaving && (await readWritten(entry, this.#readBack, unheard))
      const found = draft && compareWritten(leaving, draft, namesNow, await this.#attachedTo(draft), unheard)
      if (!found) return
      for (const field of misledLinks({ record: leaving.record, resolve: before }, { record: found, resolve: now }, (id) => !there.has(id)))
        this.#lose(entry, field, 'link')
    })
  }

  #lose({ id, kind, title, path }: Entry, field: string, problem: ExportLoss['problem'], at = path): void {
    this.#losses.add({ path: at, title, record: { id, kind }, field, problem })
  }

  /** Files of records that lie there as they were written. */
  #soundFiles(): number {
    let count = 0
    for (const [path, hash] of this.#readBack.hashes) if (isFileOfRecord(path) && this.#written.files.get(path) === hash) count++
    return count
  }

  async #each<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
    const queue = items.values()
    const next = slices()
    let failed = false
    const worker = async () => {
      try {
        for (const item of queue) {
          const pause = next()
          if (pause) await pause
          if (failed) return
          if (this.#options.signal?.aborted)
            throw new AppError('CANCELLED', 'The export was stopped. Nothing was exported and what was there before is kept.')
          await work(item)
        }
      } catch (error) {
        failed = true
        throw error
      }
    }
    const workers = await Promise.allSettled(Array.from({ length: AT_ONCE }, worker))
    for (const one of workers) if (one.status === 'rejected') throw one.reason
  }
}

function resolverOf(names: FileNames, files: readonly Pick<NamedFile, 'path' | 'id'>[]): Resolve {
  const ids = new Map(files.map(({ path, id }) => [path, id]))
  return (name) => ids.get(names.pathOf(name) ?? '')
}
