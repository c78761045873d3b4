/**
 * What an export of everything would write, kept current commit by commit: which file each record has, and which files a
 * commit makes others. Both come from the export's own functions; only the beginning looks at all records.
 */
import { posix } from 'node:path'
import { highestOf, isWithin } from '../../../shared/model/classification-level.ts'
import type { Classification } from '../../../shared/model/common.ts'
import type { ExportOptions } from '../../../shared/model/export-options.ts'
import type { RecordHead } from '../../../shared/model/head.ts'
import { nameKeys } from '../../../shared/model/held-names.ts'
import type { AnyRecord } from '../../../shared/model/record.ts'
import { linkKey } from '../../../shared/text/link-key.ts'
import { pacing } from '../../services/pacing.ts'
import type { RecordIndex } from '../../services/record-index.ts'
import type { Workspace } from '../../workspace/port.ts'
import { unlessDamaged } from '../../workspace/unless-damaged.ts'
import { countryNamesOf, needsCountryNames } from '../entries.ts'
import { ENDING } from '../file-names.ts'
import { fileOfRecord, type FileContext } from '../file-of-record.ts'
import { layoutOf, pathOf, type FolderOf } from '../layout.ts'
import { NO_FILES, type FileNames } from '../property-values.ts'
import { recordNames, type NamedFile } from '../record-names.ts'
import { withholding, type Withholding } from '../withholding.ts'
import { KeptAttachments } from './kept-attachments.ts'
import { KeptNames, type Renamed } from './kept-names.ts'

/** Columns looked at between two turns of the event loop. */
const ROWS_AT_ONCE = 300

/** How a record stood before and after a commit; null: it was not there. */
export interface Stood {
  readonly id: string
  readonly before: RecordHead | null
  readonly after: RecordHead | null
}

/** The file that a record has. */
export interface Wanted {
  readonly path: string
  readonly bytes: Uint8Array
  /** Of the record, as it was rendered. */
  readonly rev: number
}

export interface PlanSources {
  readonly workspace: Workspace
  readonly index: RecordIndex
  readonly options: ExportOptions
}

export class MirrorPlan {
  readonly names: FileNames
  readonly #sources: PlanSources
  #withholding: Withholding | undefined
  readonly #countryNames: ReadonlyMap<string, string>
  readonly #folderOf: FolderOf
  readonly #stems = new KeptNames()
  readonly #attachments = new KeptAttachments()
  /** Titles in the place of those that tell what is withheld, and whose they are. */
  readonly #told = new Map<string, string>()
  #hidesFiles = false

  private constructor(sources: PlanSources, withheld: Withholding | undefined, countryNames: ReadonlyMap<string, string>) {
    this.#sources = sources
    this.#withholding = withheld
    this.#countryNames = countryNames
    this.#folderOf = layoutOf(sources.options, countryNames)
    this.names = recordNames({
      fileOf: (name) => this.#fileOf(sources.index.target(name)?.id ?? this.#told.get(linkKey(name))),
      byStem: (stem) => this.#fileOf(this.#stems.idOf(stem)),
    })
  }

  /** Looks at all records, a few at a time. Whatever is committed meanwhile has to be told by {@link apply}. */
  static async of(sources: PlanSources, throwIfStopped: () => void): Promise<MirrorPlan> {
    const { workspace, index, options } = sources
    const held = await withholding(workspace, options.upTo)
    const plan = new MirrorPlan(sources, held, await countries(sources, held))
    const next = pacing(ROWS_AT_ONCE)
    for (let row = 0; row < workspace.rowCount; row += 1) {
      await next()
      throwIfStopped()
      const head = workspace.headAt(row)
      const leaving = plan.#leaving(head)
      if (!leaving) continue
      plan.#stems.add(leaving)
      if (leaving.title !== head?.title) plan.#told.set(linkKey(leaving.title), leaving.id)
    }
    for (const row of index.rowsWithFiles()) {
      throwIfStopped()
      const head = workspace.headAt(row)
      if (head) await plan.#readAttachments(head.id)
    }
    plan.#attachments.settle()
    return plan
  }

  /** The highest classification among what leaves. */
  async level(): Promise<Classification> {
    const levels = new Set<Classification>()
    const { workspace } = this.#sources
    const next = pacing(ROWS_AT_ONCE)
    for (let row = 0; row < workspace.rowCount; row += 1) {
      await next()
      const head = this.#leaving(workspace.headAt(row))
      if (head) levels.add(head.classification)
    }
    return highestOf(levels)
  }

  /** Files of records: the hash of each by its path. The same object until one is another. */
  get attachments(): ReadonlyMap<string, string> {
    return this.#sources.options.attachments ? this.#attachments.wanted : NOTHING
  }

  /** A damaged record has files, and which is not known: those that are there stay. */
  get hidesFiles(): boolean {
    return this.#hidesFiles && !this.#withholding
  }

  /** Another whenever all files may be others although no record has changed. */
  get key(): string {
    return JSON.stringify([this.#withholding?.key ?? '', ...this.#countryNames])
  }

  /** Where the file of a record lies. */
  pathOf(id: string): string | undefined {
    return this.#fileOf(id)?.path
  }

  /** The record whose file is at this path. */
  idAt(path: string): string | undefined {
    const id = this.#stems.idOf(stemIn(path))
    return this.#fileOf(id)?.path === path ? id : undefined
  }

  /** Whether something that leaves has this path. */
  isWanted(path: string): boolean {
    return this.attachments.has(path) || this.idAt(path) !== undefined
  }

  /** @returns undefined when the record has no file; `damaged` when it cannot be read */
  async want(id: string): Promise<Wanted | 'damaged' | undefined> {
    if (!this.#fileOf(id)) return undefined
    const record = await unlessDamaged(this.#sources.workspace.read(id))
    if (record === 'damaged' || !record) return record
    // it may have been renamed or put into the trash while it was read
    const file = this.#fileOf(id)
    if (!file) return undefined
    const leaving = this.#withholding?.record(record) ?? { record, isWhole: true }
    return { path: file.path, bytes: Buffer.from(fileOfRecord(leaving.record, file.path, this.#context, leaving.isWhole)), rev: record.rev }
  }

  /** The files do not hold all of a record. */
  get isForReaders(): boolean {
    return this.#sources.options.frontMatter === 'none'
  }

  /** How embeds of a record's file call its own files. */
  ownNames(record: AnyRecord): FileNames {
    return this.#sources.options.attachments ? this.#attachments.files.namesIn(record) : NO_FILES
  }

  /** A version of a record as the file at `path`, with nothing withheld. */
  textOf(record: AnyRecord, path: string): string {
    return fileOfRecord(record, path, this.#context)
  }

  /** What may not be named in its file stays out of it. */
  /** Whether words name what is above the level. */
  tells(words: string): boolean {
    return this.#withholding !== undefined && this.#withholding.text(words) !== words
  }

  async hasWithheld(id: string): Promise<boolean> {
    const record = this.#withholding && (await this.#sources.workspace.read(id))
    return record !== undefined && this.#withholding?.record(record).isWhole === false
  }

  /**
   * Takes changes in; `moved` are records that were called otherwise when they were written.
   * @returns the records whose files may be others now; `anew` when so much is another that the plan has to be made again
   */
  async apply(changes: readonly Stood[], moved: readonly Renamed[] = []): Promise<ReadonlySet<string> | 'anew'> {
    const withheld = this.#withholding
    if (await this.#isOutdated(changes)) return 'anew'
    const touched = new Set<string>()
    const keys = new Set<string>()
    const note = (renamed: Renamed) => {
      touched.add(renamed.id)
      for (const stem of [renamed.before, renamed.after]) if (stem !== undefined) keys.add(linkKey(stem))
      const head = this.#sources.workspace.head(renamed.id)
      if (head) for (const key of nameKeys(head)) keys.add(key)
    }
    moved.forEach(note)
    for (const { id, before, after } of changes) {
      touched.add(id)
      const was = leaving(before, withheld)
      const is = this.#leaving(after)
      if (is && is.title !== after?.title) this.#told.set(linkKey(is.title), id)
      const isMoved = was === undefined || is === undefined || this.#folderOf(was) !== this.#folderOf(is)
      if (isMoved || !isCalledAlike(before, after)) {
        for (const head of [before, after]) if (head) for (const key of nameKeys(head)) keys.add(key)
      }
      if (was?.title !== is?.title) {
        this.#stems.change(id, was?.title, is?.title).forEach(note)
      }
      if ((before?.attachments ?? 0) + (after?.attachments ?? 0) > 0) await this.#readAttachments(id)
    }
    for (const id of this.#attachments.settle()) touched.add(id)
    for (const row of this.#sources.index.linkers(keys)) {
      const id = this.#sources.workspace.headAt(row)?.id
      if (id !== undefined) touched.add(id)
    }
    return touched
  }

  /** Whether other names may be secret after a change: a title within the level may tell of what is above it. */
  mayTell({ before, after }: Stood): boolean {
    const { upTo } = this.#sources.options
    const isAbove = (head: RecordHead | null) => head !== null && !isWithin(head.classification, upTo)
    return isAbove(before) || isAbove(after) || (this.#withholding !== undefined && !isCalledAlike(before, after))
  }

  get #context(): FileContext {
    const { options } = this.#sources
    return { options, names: this.names, attached: this.#attachments.files, countryNames: this.#countryNames }
  }

  #fileOf(id: string | undefined): NamedFile | undefined {
    const stem = id === undefined ? undefined : this.#stems.stemOf(id)
    const head = stem === undefined || id === undefined ? undefined : this.#leaving(this.#sources.workspace.head(id))
    return head && stem !== undefined ? { title: head.title, stem, path: pathOf(this.#folderOf(head), stem) } : undefined
  }

  /** The columns as they leave. */
  #leaving(head: RecordHead | null | undefined): RecordHead | undefined {
    return leaving(head, this.#withholding)
  }

  async #readAttachments(id: string): Promise<void> {
    const { workspace } = this.#sources
    const head = this.#leaving(workspace.head(id))
    const record = head && head.attachments > 0 ? await unlessDamaged(workspace.read(id)) : undefined
    if (record === 'damaged') this.#hidesFiles = true
    else this.#attachments.set(id, record ? (this.#withholding?.record(record).record ?? record).attachments : [])
  }

  /** Other names are secret now, or countries are called otherwise. */
  async #isOutdated(changes: readonly Stood[]): Promise<boolean> {
    const { workspace, options } = this.#sources
    if (changes.some((change) => this.mayTell(change))) {
      const now = await withholding(workspace, options.upTo)
      if (now?.key !== this.#withholding?.key) return true
      this.#withholding = now
    }
    if (!changes.some(({ before, after }) => (before ?? after)?.kind === 'country')) return false
    const names = await countries(this.#sources, this.#withholding)
    return names.size !== this.#countryNames.size || [...names].some(([code, name]) => this.#countryNames.get(code) !== name)
  }
}

function leaving(head: RecordHead | null | undefined, withheld: Withholding | undefined): RecordHead | undefined {
  if (!head || head.trashedAt !== '' || withheld?.isAbove(head)) return undefined
  return withheld?.headOf(head) ?? head
}

const NOTHING: ReadonlyMap<string, string> = new Map()

const stemIn = (path: string) => posix.basename(path, ENDING)

const countries = async ({ workspace, index, options }: PlanSources, held: Withholding | undefined) =>
  needsCountryNames(options) ? countryNamesOf(workspace, index.headsOf(index.rows('country')), options, held) : NOTHING

/** The same names lead to it, and it is in the trash or not as before. */
function isCalledAlike(before: RecordHead | null, after: RecordHead | null): boolean {
  if (!before || !after || before.title !== after.title || (before.trashedAt === '') !== (after.trashedAt === '')) return false
  const keys = nameKeys(after)
  return nameKeys(before).length === keys.length && nameKeys(before).every((key, at) => key === keys[at])
}
