/** The files of an export: written aside, each record by itself. */
import { AppError } from '../../shared/errors.ts'
import type { ExportOptions } from '../../shared/model/export-options.ts'
import type { AnyRecord } from '../../shared/model/record.ts'
import type { AttachmentStore } from '../workspace/attachments/attachment-store.ts'
import type { Workspace } from '../workspace/port.ts'
import { ATTACHMENTS, AttachmentFiles } from './attachment-files.ts'
import type { Entries, Entry } from './entries.ts'
import { fileOfRecord } from './file-of-record.ts'
import { readEntries } from './read-entry.ts'
import { sha256, type FolderUpdate } from './update-folder.ts'
import type { Withholding } from './withholding.ts'

/** Files that are written at the same time. */
const AT_ONCE = 16

export interface Writing {
  readonly workspace: Workspace
  readonly update: FolderUpdate
  readonly leaving: Entries
  readonly options: ExportOptions
  readonly held: Withholding | undefined
  /** The contents of the records' files. */
  readonly attachments: AttachmentStore | undefined
  readonly onProgress: ((done: number, total: number) => void) | undefined
  readonly throwIfStopped: () => void
}

export interface WrittenFiles {
  /** SHA-256 by path. */
  readonly hashes: Map<string, string>
  readonly records: readonly Entry[]
  readonly attached: AttachmentFiles
  readonly bytes: number
  readonly unchanged: number
  readonly damaged: readonly string[]
  readonly passages: number
  /** Files whose names are withheld. */
  readonly filesWithheld: number
  /** Files that stay behind because the options say so. */
  readonly filesLeft: number
}

export async function writeRecords(writing: Writing): Promise<WrittenFiles> {
  const { workspace, update, leaving, options, held, attachments, onProgress, throwIfStopped } = writing
  const { entries } = leaving
  const attached = await namedAttachments(writing)
  const context = { options, names: leaving.names, attached, countryNames: leaving.countryNames }
  const hashes = new Map<string, string>()
  const records = new Set<Entry>()
  const damaged: string[] = []
  const withheld = { passages: 0, files: 0 }
  let bytes = 0
  let unchanged = 0
  let filesLeft = 0
  let done = 0
  let failed = false
  const writeAttachments = async (record: AnyRecord) => {
    for (const attachment of record.attachments) {
      const { sha256: hash, name } = attachment
      const path = `${ATTACHMENTS}/${attached.fileOf(attachment)}`
      if (hashes.has(path)) continue
      throwIfStopped()
      if (!attachments) throw new Error('The contents of files were not given to the export.')
      hashes.set(path, hash)
      try {
        if (!(await update.stageContent(path, hash, () => attachments.content(hash)))) unchanged++
        bytes += attachment.bytes
      } catch (error) {
        // everything else is worth having; what is missing is named
        if (!(error instanceof AppError)) throw error
        hashes.delete(path)
        damaged.push(`${record.title}: ${name}`)
      }
    }
  }
  /** An earlier export may hold the only good copy; it may have been made up to a higher level too. */
  const keep = (path: string) => {
    const hash = held || hashes.has(path) ? undefined : update.keep(path)
    if (hash === undefined) return
    hashes.set(path, hash)
    unchanged++
  }
  let lostNames = false
  const queue = readEntries(workspace, entries, held)
  const work = async () => {
    for (let next = await queue.next(); !next.done; next = await queue.next()) {
      if (failed) return
      throwIfStopped()
      const { entry, read } = next.value
      if (read === 'damaged') {
        damaged.push(entry.title)
        lostNames ||= entry.attachments > 0
        keep(entry.path)
      }
      // erased since the export began
      else if (read) {
        const { record } = read
        withheld.passages += read.passages
        withheld.files += read.files
        const content = Buffer.from(fileOfRecord(record, entry.path, context, read.isWhole))
        const hash = sha256(content)
        if (!(await update.stage(entry.path, content, hash))) unchanged++
        hashes.set(entry.path, hash)
        bytes += content.length
        records.add(entry)
        if (options.attachments) await writeAttachments(record)
        else filesLeft += record.attachments.length
      }
      onProgress?.(++done, entries.length)
    }
  }
  const guarded = async () => {
    try {
      await work()
    } catch (error) {
      failed = true
      throw error
    }
  }
  const workers = await Promise.allSettled(Array.from({ length: AT_ONCE }, guarded))
  // only when all have stopped writing may their folder be removed
  for (const worker of workers) if (worker.status === 'rejected') throw worker.reason
  // which files a damaged record has is not known
  if (lostNames && options.attachments) for (const path of update.earlierIn(ATTACHMENTS)) keep(path)
  return {
    hashes,
    records: entries.filter((entry) => records.has(entry)),
    attached,
    bytes,
    unchanged,
    damaged: damaged.toSorted(),
    passages: withheld.passages,
    filesWithheld: withheld.files,
    filesLeft,
  }
}

/** What the files of all records are called: a name that is taken by another content depends on all of them. */
async function namedAttachments({ workspace, leaving, held, throwIfStopped }: Writing): Promise<AttachmentFiles> {
  const attached = new AttachmentFiles()
  const withFiles = leaving.entries.filter((entry) => entry.attachments > 0)
  const found = new Map<string, AnyRecord['attachments']>()
  for await (const { entry, read } of readEntries(workspace, withFiles, held)) {
    throwIfStopped()
    if (read && read !== 'damaged') found.set(entry.id, read.record.attachments)
  }
  for (const { id } of withFiles) attached.add(found.get(id) ?? [])
  return attached
}
