/** Records as markdown: one file each, in a folder that Obsidian, git and a file manager can open. */
import { randomBytes } from 'node:crypto'
import { AppError } from '../../shared/errors.ts'
import type { ExportReport } from '../../shared/contract/jobs.ts'
import { isWithin } from '../../shared/model/classification-level.ts'
import { exportPresets, type ExportOptions } from '../../shared/model/export-options.ts'
import type { AttachmentStore } from '../workspace/attachments/attachment-store.ts'
import type { Workspace } from '../workspace/port.ts'
import { renameWhenFree } from '../workspace/replace-file.ts'
import { dropsOf } from './drops.ts'
import { entriesOf, type Entries } from './entries.ts'
import { exportDisk, exportFailure, removeTree, type ExportDisk } from './export-disk.ts'
import { MANIFEST, writeManifest } from './manifest.ts'
import type { Withhold } from './read-entry.ts'
import { EVERYTHING, type Scope } from './scope.ts'
import { examineTarget, isStaging, stagingBeside, stagingIn, type Target } from './target.ts'
import { FolderUpdate, type Outcome } from './update-folder.ts'
import { writeRecords } from './write-records.ts'

export interface ExportRun {
  /** How; left out for the lossless preset. */
  readonly options?: ExportOptions
  /** Which records; left out for all. */
  readonly scope?: Scope
  /** Called with records done and in all, after each. */
  readonly onProgress?: (done: number, total: number) => void
  readonly signal?: AbortSignal
  /** The contents of the records' files; needed where they come along. */
  readonly attachments?: AttachmentStore
  /** The disk; left out for the real one. */
  readonly files?: ExportDisk
}

/**
 * Exports records that are not in the trash and within the level of the options. A missing target is made in one step; an
 * earlier export of the same records of the same workspace is brought up to date, also in another layout: files that it wrote
 * and that nobody has changed move. The same workspace, scope and options give the same bytes.
 * @throws AppError INVALID_INPUT inside a workspace, NOT_EMPTY, NOT_FOUND when there is nothing to export, CANCELLED, CONFLICT
 * when a record was classified higher meanwhile, DISK_FULL, READ_ONLY, NO_PERMISSION, MISSING, IO; in each case what was
 * there before is there still.
 */
export async function exportMarkdown(workspace: Workspace, targetFolder: string, run: ExportRun = {}): Promise<ExportReport> {
  const disk = run.files ?? exportDisk
  const { key } = run.scope ?? EVERYTHING
  try {
    return await exportTo(workspace, disk, await examineTarget(disk, targetFolder, workspace.info.id, key), run)
  } catch (error) {
    throw exportFailure(error)
  }
}

async function exportTo(workspace: Workspace, disk: ExportDisk, target: Target, run: ExportRun): Promise<ExportReport> {
  const { options = exportPresets.obsidian, scope = EVERYTHING, attachments, onProgress, signal } = run
  const suffix = randomBytes(6).toString('hex')
  const staging = target.holds === 'missing' ? stagingBeside(target.folder, suffix) : stagingIn(target.folder, suffix)
  const throwIfStopped = () => {
    if (signal?.aborted) throw new AppError('CANCELLED', 'The export was stopped. Nothing was exported and what was there before is kept.')
  }
  try {
    const { revision } = workspace
    const leaving = await entriesOf(workspace, scope, options)
    if (scope.ids && leaving.entries.length === 0) throw nothingToExport(leaving)
    const withhold: Withhold | undefined = undefined
    if (target.holds !== 'missing') await removeLeftovers(disk, target.folder)
    await disk.createFolder(staging)
    const update = new FolderUpdate(disk, target, staging)
    const written = await writeRecords({ workspace, update, leaving, options, withhold, attachments, onProgress, throwIfStopped })
    const { level } = leaving
    const facts = { workspace: workspace.info.id, scope: scope.key, options, level, files: written.hashes }
    await update.stage(MANIFEST, Buffer.from(writeManifest(facts)))
    throwIfStopped()
    throwIfRaised(workspace, revision, leaving, options)
    let outcome: Outcome = { removed: 0, kept: [] }
    if (target.holds === 'missing') await renameWhenFree(disk, staging, target.folder)
    else {
      outcome = await update.commit()
      await removeTree(disk, staging)
    }
    const { records, files } = leaving.withheld
    return {
      files: written.hashes.size,
      unchanged: written.unchanged,
      removed: outcome.removed,
      kept: [...outcome.kept],
      damaged: [...written.damaged],
      bytes: written.bytes,
      location: target.folder,
      level,
      withheld: { records, passages: written.passages, files: files + written.filesWithheld },
      drops: dropsOf(options, { records: written.records.length, files: written.filesLeft }),
      proof: null,
    }
  } catch (error) {
    await discard(disk, staging, target.toMake)
    throw error
  }
}

function nothingToExport({ withheld: { records } }: Entries): AppError {
  const reason =
    records === 0 ? 'None of these records is there any more.' : 'All of these records are classified above the level of the export.'
  return new AppError('NOT_FOUND', `${reason} Nothing was exported and what was there before is kept.`)
}

/** What was written, by a record or of it, may have become secret meanwhile. */
function throwIfRaised(workspace: Workspace, since: number, { secret }: Entries, { upTo }: ExportOptions): void {
  if (workspace.revision === since) return
  const changed = workspace.changedSince(since) ?? Array.from(workspace.heads(), ({ id }) => id)
  const isRaised = (id: string) => !secret.has(id) && !isWithin(workspace.head(id)?.classification ?? 'public', upTo)
  if (!changed.some(isRaised)) return
  throw new AppError(
    'CONFLICT',
    'A record was classified higher while the export was made. Nothing was exported and what was there before is kept; export again.',
  )
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
