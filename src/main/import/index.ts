/** Import of a folder of markdown: our own export comes back as it was, plain files become notes. One transaction. */
import { basename, dirname } from 'node:path'
import { v7 as uuid } from 'uuid'
import { AppError } from '../../shared/errors.ts'
import type { Author } from '../../shared/model/common.ts'
import { systemFields } from '../../shared/model/common.ts'
import { isAdoptedText } from '../../shared/model/adopted-text.ts'
import type { RecordHead } from '../../shared/model/head.ts'
import type { AnyRecord, NewRecord } from '../../shared/model/record.ts'
import type { FileNames } from '../export/property-values.ts'
import { LinkNames } from '../services/link-names.ts'
import { jsonEqual } from '../../shared/json-equal.ts'
import { recordedHash, standingOf } from '../services/meetings/adopted-hash.ts'
import { suggestTitle } from '../services/records/record-names.ts'
import { NameClaims } from './name-claims.ts'
import type { AttachmentStore } from '../workspace/attachments/attachment-store.ts'
import type { Clock, NewId, Transaction, Workspace } from '../workspace/port.ts'
import { AttachedFilesReader, type AttachedFiles } from './attached-files.ts'
import { readDraft, type Draft } from './draft.ts'
import { FileReader, findMarkdownFiles } from './markdown-files.ts'
import { readRecord } from './read-properties.ts'
import { Refusal } from './refusal.ts'

export interface ImportReport {
  readonly created: number
  /** Records of the same id and content that were there already. */
  readonly unchanged: number
  /** Files that were left out. `reason` goes on from "was left out: ". */
  readonly refused: readonly { readonly file: string; readonly reason: string }[]
  /** What was settled on the way, such as another title. */
  readonly remarks: readonly { readonly file: string; readonly remark: string }[]
  /** Files that are no markdown. */
  readonly ignored: number
}

export interface ImportOptions {
  /** Called with files read and in all. */
  readonly onProgress?: (done: number, total: number) => void
  readonly signal?: AbortSignal
  readonly newId?: NewId
  /** Takes in the records' files; without it they are named in the remarks and left out. */
  readonly attachments?: AttachmentStore
  /** When files are said to have been added. The system's clock unless given. */
  readonly clock?: Clock
}

/**
 * @throws AppError MISSING, INVALID_INPUT, NO_PERMISSION, IO, CANCELLED, and what a transaction throws; nothing was
 * changed then.
 */
export async function importMarkdown(
  workspace: Workspace,
  author: Author,
  folder: string,
  options: ImportOptions = {},
): Promise<ImportReport> {
  const found = await findMarkdownFiles(folder)
  const refused = [...found.refused]
  const drafts: Draft[] = []
  const reader = new FileReader(folder)
  for (const [done, path] of found.files.entries()) {
    throwIfStopped(options.signal)
    await leavingOut(refused, path, async () => void drafts.push(readDraft(path, await reader.read(path))))
    options.onProgress?.(done + 1, found.files.length)
    if (done % 100 === 99) await new Promise((resolve) => void setImmediate(resolve))
  }
  const importing = new Importing(refused, options, author)
  const attached = new AttachedFilesReader({
    folder,
    files: [...found.files, ...found.others].toSorted(),
    store: options.attachments,
    now: new Date((options.clock ?? Date.now)()).toISOString(),
    remark: (file, remark) => void importing.remarks.push({ file, remark }),
  })
  // a markdown file among a record's files is no note
  const listed = new Set(drafts.flatMap((draft) => attached.listed(draft)))
  const notes = drafts.filter(({ path }) => !listed.has(path))
  try {
    for (const draft of notes) {
      throwIfStopped(options.signal)
      importing.attached.set(draft.path, await attached.read(draft, draft.id !== undefined && workspace.head(draft.id) !== undefined))
    }
    await workspace.transact(author, (transaction) => importing.into(transaction, notes), { kind: 'command' })
  } finally {
    attached.release()
  }
  const ignored = found.others.filter((path) => !attached.taken.has(path)).length
  return { created: importing.created, unchanged: importing.unchanged, refused, remarks: importing.remarks, ignored }
}

class Importing {
  created = 0
  unchanged = 0
  readonly remarks: { file: string; remark: string }[] = []
  /** The files of each draft, by its path. */
  readonly attached = new Map<string, AttachedFiles>()
  private readonly refused: { file: string; reason: string }[]
  private readonly options: ImportOptions
  private readonly author: Author

  constructor(refused: { file: string; reason: string }[], options: ImportOptions, author: Author) {
    this.refused = refused
    this.options = options
    this.author = author
  }

  async into(transaction: Transaction, drafts: readonly Draft[]): Promise<void> {
    const claims = new NameClaims(transaction)
    const settled: { draft: Draft; id: string }[] = []
    const ids = new Set<string>()
    // ours first: a plain file gives way to the title of a record
    for (const draft of drafts.toSorted((a, b) => Number(a.id === undefined) - Number(b.id === undefined))) {
      await leavingOut(this.refused, draft.path, async () => {
        const id = draft.id ?? (this.options.newId ?? uuid)()
        if (ids.has(id)) throw new Refusal('another file has the same id')
        const named = draft.id === undefined ? this.withFreeNames(draft, claims) : draft
        const existing = transaction.head(id)
        if (!existing) assertFree(named, id, claims)
        ids.add(id)
        claims.add(claimOf(named, id))
        settled.push({ draft: named, id })
      })
    }
    const names = namesOf(settled)
    for (const [index, { draft, id }] of settled.entries()) {
      throwIfStopped(this.options.signal)
      await leavingOut(this.refused, draft.path, async () => {
        const record = this.recordOf(readRecord(draft, names, this.attached.get(draft.path)), id)
        const existing = await transaction.read(id)
        if (existing) return this.compare(existing, record)
        if (record.kind === 'country' && transaction.country(record.code))
          throw new Refusal(`there is a record of the country ${record.code} already`)
        transaction.put(record, 0)
        this.remarkOnFingerprint(draft, record)
        this.created++
      })
      if (index % 100 === 99) await new Promise((resolve) => void setImmediate(resolve))
    }
  }

  /** The store sets revision, authors and times. */
  private recordOf(fields: NewRecord, id: string): AnyRecord {
    const at = new Date(0).toISOString()
    return { ...fields, id, rev: 1, createdAt: at, createdBy: this.author, updatedAt: at, updatedBy: this.author, trashed: null }
  }

  /** What was adopted elsewhere comes as it is, with its fingerprint; that it is another text since is said here and on its page. */
  private remarkOnFingerprint({ path }: Draft, record: AnyRecord): void {
    if (record.kind !== 'meeting' || !isAdoptedText(record) || standingOf(record) !== 'other') return
    const remark = `The text is adopted and is not the one that its fingerprint ${recordedHash(record).slice(0, 8)} was taken of; both are kept as they came.`
    this.remarks.push({ file: path, remark })
  }

  private compare(existing: AnyRecord, record: AnyRecord): void {
    if (existing.trashed) throw new Refusal('its record is in the trash; restore it there')
    if (!jsonEqual(contentOf(existing), contentOf(record)))
      throw new Refusal('its record is in the workspace already and differs; it was left as it is')
    this.unchanged++
  }

  private withFreeNames(draft: Draft, claims: NameClaims): Draft {
    const isTaken = (name: string) => claims.holder(name, '') !== undefined
    const aliases = draft.aliases.filter((alias) => !isTaken(alias))
    for (const alias of draft.aliases)
      if (isTaken(alias))
        this.remarks.push({ file: draft.path, remark: `The alias “${alias}” belongs to another record and was left out.` })
    if (!isTaken(draft.title)) return { ...draft, aliases }
    const folder = basename(dirname(draft.path))
    const title = suggestTitle({ title: draft.title, marks: folder === '.' ? [] : [folder] }, isTaken)
    this.remarks.push({ file: draft.path, remark: `The title “${draft.title}” is taken; the note is called “${title}”.` })
    return { ...draft, title, aliases }
  }
}

function assertFree(draft: Draft, id: string, claims: NameClaims): void {
  for (const name of [draft.title, ...draft.aliases]) {
    const holder = claims.holder(name, id)
    if (!holder) continue
    throw new Refusal(
      holder.title === name ? `there is another record called “${name}”` : `another record, “${holder.title}”, holds the name “${name}”`,
    )
  }
}

/** As much of the columns as names need. */
function claimOf({ kind, title, aliases }: Draft, id: string): RecordHead {
  const noBody = { id, title, aliases: [...aliases], trashedAt: '' }
  return { ...noBody, kind } as RecordHead
}

function namesOf(settled: readonly { draft: Draft; id: string }[]): FileNames {
  const names = new LinkNames()
  const files = new Map<string, string>()
  const titles = new Map<string, string>()
  for (const { draft, id } of settled) {
    names.add(claimOf(draft, id))
    files.set(id, draft.stem)
    if (!titles.has(draft.stem)) titles.set(draft.stem, draft.title)
  }
  return { fileOf: (name) => files.get(names.resolve(name) ?? ''), titleOf: (file) => titles.get(file) }
}

function contentOf(record: AnyRecord): object {
  const system = new Set(Object.keys(systemFields.shape))
  return Object.fromEntries(Object.entries(record).filter(([key]) => key === 'title' || !system.has(key)))
}

/** A file that is refused is named in the report; the others go on. */
async function leavingOut(refused: { file: string; reason: string }[], file: string, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    refused.push({ file, reason: error.message })
  }
}

function throwIfStopped(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new AppError('CANCELLED', 'The import was stopped. Nothing was changed.')
}
