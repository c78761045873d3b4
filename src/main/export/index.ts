/** Everything as markdown: one file a record, in a folder that Obsidian, git and a file manager can open. */
import { randomBytes } from 'node:crypto'
import { AppError } from '../../shared/errors.ts'
import type { ExportReport } from '../../shared/contract/jobs.ts'
import type { Kind } from '../../shared/model/common.ts'
import { LinkNames } from '../services/link-names.ts'
import type { AttachmentStore } from '../workspace/attachments/attachment-store.ts'
import type { AnyRecord } from '../../shared/model/record.ts'
import { unlessDamaged } from '../workspace/unless-damaged.ts'
import type { Workspace } from '../workspace/port.ts'
import { renameWhenFree } from '../workspace/replace-file.ts'
import { exportDisk, exportFailure, removeTree, type ExportDisk } from './export-disk.ts'
import { ATTACHMENTS, AttachmentFiles } from './attachment-files.ts'
import { assignFileNames, ENDING } from './file-names.ts'
import { MANIFEST, writeManifest } from './manifest.ts'
import type { FileNames } from './property-values.ts'
import { recordFile } from './record-file.ts'
import { examineTarget, isStaging, stagingBeside, stagingIn, type Target } from './target.ts'
import { FolderUpdate, sha256, type Outcome } from './update-folder.ts'

/** Files that are written at the same time. */
const AT_ONCE = 16

const folderOf: Readonly<Record<Kind, string>> = {
  contact: 'Contacts',
  country: 'Countries',
  note: 'Notes',
  meeting: 'Meetings',
  study: 'Studies',
}

export interface ExportOptions {
  /** Called with records done and in all, after each. */
  readonly onProgress?: (done: number, total: number) => void
  readonly signal?: AbortSignal
  /** The contents of the records' files; needed where records have any. */
  readonly attachments?: AttachmentStore
  /** The ids of the records to export, in place of all; only into a new or empty folder. */
  readonly only?: ReadonlySet<string>
  /** The disk; left out for the real one. */
  readonly files?: ExportDisk
}

/**
 * Exports all records that are not in the trash. A missing target is made in one step; an earlier export of the same
 * workspace is brought up to date. The same workspace gives the same bytes.
 * A part of it takes no earlier export's place: the files of the other records would go.
 * @throws AppError INVALID_INPUT inside a workspace, NOT_EMPTY, CANCELLED, DISK_FULL, READ_ONLY, NO_PERMISSION, MISSING, IO;
 * in each case what was there before is there still.
 */
export async function exportMarkdown(workspace: Workspace, targetFolder: string, options: ExportOptions = {}): Promise<ExportReport> {
  const disk = options.files ?? exportDisk
  try {
    const target = await examineTarget(disk, targetFolder, workspace.info.id)
    if (options.only && target.holds === 'earlier') {
      throw new AppError(
        'NOT_EMPTY',
        'An export lies in this folder already, and a part of the records would take the place of all. Nothing was exported; choose another name.',
        { folder: target.folder },
      )
    }
    return await exportTo(workspace, disk, target, options)
  } catch (error) {
    throw exportFailure(error)
  }
}

async function exportTo(workspace: Workspace, disk: ExportDisk, target: Target, options: ExportOptions): Promise<ExportReport> {
  const suffix = randomBytes(6).toString('hex')
  const staging = target.holds === 'missing' ? stagingBeside(target.folder, suffix) : stagingIn(target.folder, suffix)
  try {
    if (target.holds !== 'missing') await removeLeftovers(disk, target.folder)
    await disk.createFolder(staging)
    const update = new FolderUpdate(disk, target, staging)
    const { bytes, hashes, unchanged, damaged } = await writeRecords(workspace, update, options)
    await update.stage(MANIFEST, Buffer.from(writeManifest(workspace.info.id, hashes)))
    throwIfStopped(options.signal)
    let outcome: Outcome = { removed: 0, kept: [] }
    if (target.holds === 'missing') await renameWhenFree(disk, staging, target.folder)
    else {
      outcome = await update.commit()
      await removeTree(disk, staging)
    }
    return {
      files: hashes.size,
      unchanged,
      removed: outcome.removed,
      kept: [...outcome.kept],
      damaged,
      bytes,
      location: target.folder,
      level: 'public',
      withheld: { records: 0, passages: 0, files: 0 },
      drops: [],
      proof: null,
    }
  } catch (error) {
    await discard(disk, staging, target.toMake)
    throw error
  }
}

async function writeRecords(workspace: Workspace, update: FolderUpdate, { onProgress, signal, attachments, only }: ExportOptions) {
  const { entries, links } = entriesOf(workspace, only)
  const stems = assignFileNames(entries)
  const names = fileNames(entries, links, stems)
  const attached = await namedAttachments(workspace, entries, signal)
  const hashes = new Map<string, string>()
  const damaged: string[] = []
  let bytes = 0
  let unchanged = 0
  let done = 0
  let failed = false
  const writeAttachments = async (record: AnyRecord) => {
    for (const attachment of record.attachments) {
      const { sha256: hash, name } = attachment
      const path = `${ATTACHMENTS}/${attached.fileOf(attachment)}`
      if (hashes.has(path)) continue
      throwIfStopped(signal)
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
  /** An earlier export may hold the only good copy. */
  const keep = (path: string) => {
    const hash = hashes.has(path) ? undefined : update.keep(path)
    if (hash === undefined) return
    hashes.set(path, hash)
    unchanged++
  }
  let lostNames = false
  const queue = entries.values()
  const work = async () => {
    for (const { id, kind, title, hasAttachments } of queue) {
      if (failed) return
      throwIfStopped(signal)
      const record = await unlessDamaged(workspace.read(id))
      const stem = stems.get(id)
      if (record === 'damaged') {
        damaged.push(title)
        lostNames ||= hasAttachments
        if (stem !== undefined) keep(`${folderOf[kind]}/${stem}${ENDING}`)
      }
      // erased since the export began
      else if (record && stem !== undefined) {
        const path = `${folderOf[record.kind]}/${stem}${ENDING}`
        const content = Buffer.from(recordFile(record, path, names, attached))
        if (!(await update.stage(path, content))) unchanged++
        hashes.set(path, sha256(content))
        bytes += content.length
        await writeAttachments(record)
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
  if (lostNames) for (const path of update.earlierIn(ATTACHMENTS)) keep(path)
  return { bytes, hashes, unchanged, damaged: damaged.toSorted() }
}

/** What the files of all records are called: a name that is taken by another content depends on all of them. */
async function namedAttachments(
  workspace: Workspace,
  entries: readonly Entry[],
  signal: AbortSignal | undefined,
): Promise<AttachmentFiles> {
  const attached = new AttachmentFiles()
  for (const { id, hasAttachments } of entries) {
    if (!hasAttachments) continue
    throwIfStopped(signal)
    const record = await unlessDamaged(workspace.read(id))
    if (record !== 'damaged') attached.add(record?.attachments ?? [])
  }
  return attached
}

/** As much of a record as names of files need: of hundreds of thousands, columns would fill the memory. */
interface Entry {
  readonly id: string
  readonly kind: Kind
  readonly title: string
  readonly hasAttachments: boolean
}

/** The records that are not in the trash, by id, and which of them a link means. */
function entriesOf(
  workspace: Workspace,
  only: ReadonlySet<string> | undefined,
): { readonly entries: readonly Entry[]; readonly links: LinkNames } {
  const entries: Entry[] = []
  const links = new LinkNames()
  for (const head of workspace.heads()) {
    if (head.trashedAt !== '') continue
    // a link to a record that does not come along means no other one
    links.add(head)
    if (only && !only.has(head.id)) continue
    entries.push({ id: head.id, kind: head.kind, title: head.title, hasAttachments: head.attachments > 0 })
  }
  return { entries: entries.toSorted((a, b) => (a.id < b.id ? -1 : 1)), links }
}

function fileNames(entries: readonly Entry[], links: LinkNames, stems: ReadonlyMap<string, string>): FileNames {
  const titles = new Map(entries.map(({ id, title }) => [stems.get(id) ?? '', title]))
  const paths = new Map(entries.map(({ id, kind }) => [id, `${folderOf[kind]}/${stems.get(id) ?? ''}${ENDING}`]))
  const titlesAt = new Map(entries.map(({ id, title }) => [paths.get(id) ?? '', title]))
  return {
    fileOf: (name) => stems.get(links.resolve(name) ?? ''),
    titleOf: (file) => titles.get(file),
    pathOf: (name) => paths.get(links.resolve(name) ?? ''),
    titleAt: (path) => titlesAt.get(path.normalize('NFC')),
  }
}

function throwIfStopped(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new AppError('CANCELLED', 'The export was stopped. Nothing was exported and what was there before is kept.')
}

async function removeLeftovers(disk: ExportDisk, folder: string): Promise<void> {
  for (const name of await disk.list(folder)) if (isStaging(name)) await removeTree(disk, `${folder}/${name}`)
}

async function discard(disk: ExportDisk, staging: string, made: readonly string[]): Promise<void> {
  try {
    await removeTree(disk, staging)
    for (const folder of made) if (await disk.stat(folder)) await disk.removeFolder(folder)
  } catch {
    // the disk has failed already, and why is what the person is told; the next export removes what is left
  }
}
