/** Records as markdown: one file each, in a folder that Obsidian, git and a file manager can open. */
import { randomBytes } from 'node:crypto'
import { basename, dirname, join } from 'node:path'
import { AppError } from '../../shared/errors.ts'
import type { ExportReport } from '../../shared/contract/jobs.ts'
import { isWithin } from '../../shared/model/classification-level.ts'
import { exportPresets, type ExportOptions } from '../../shared/model/export-options.ts'
import { isHighest } from '../services/texts/secret-names.ts'
import type { AttachmentStore } from '../workspace/attachments/attachment-store.ts'
import type { Workspace } from '../workspace/port.ts'
import { renameWhenFree } from '../workspace/replace-file.ts'
import { dropsOf } from './drops.ts'
import { entriesOf, type Entries } from './entries.ts'
import { exportFailure, quickDisk, removeTree, type ExportDisk } from './export-disk.ts'
import { MANIFEST, writeManifest } from './manifest.ts'
import { mayTell, toldByHand } from './may-tell.ts'
import { CHANGES } from './mirror/ledger.ts'
import { leftMirror } from './mirror/mirror-place.ts'
import { proveExport } from './proof/index.ts'
import { assertKept, reportFile } from './proof/report-file.ts'
import { readEntry } from './read-entry.ts'
import { EVERYTHING, type Scope } from './scope.ts'
import { examineTarget, isStaging, isStagingOf, stagingBeside, stagingIn, type Target } from './target.ts'
import { FolderUpdate, type Outcome } from './update-folder.ts'
import { writeRecords } from './write-records.ts'
import { heldOfThePast, withholding } from './withholding.ts'
import type { WrittenExport } from './written.ts'

export interface ExportRun {
  /** How; left out for the lossless preset. */
  readonly options?: ExportOptions
  /** Which records; left out for all. */
  readonly scope?: Scope
  /** Called with records done and in all, after each; and again while they are read back. */
  readonly onProgress?: (done: number, total: number, phase?: 'checking') => void
  readonly signal?: AbortSignal
  /** The contents of the records' files; needed where they come along. */
  readonly attachments?: AttachmentStore
  /** Reads everything back before it is put in place, and compares it record by record; a report cannot be without it. */
  readonly prove?: boolean
  /** Where the mirror of the workspace lies, when it is on: it is no export's. */
  readonly mirror?: string | undefined
  /** The disk; left out for the real one. */
  readonly files?: ExportDisk
}

/**
 * Exports records that are not in the trash and within the level of the options. A missing target is made in one step; an
 * earlier export of the same records of the same workspace is brought up to date, also in another layout: files that it wrote
 * and that nobody has changed move. The same workspace, scope and options give the same bytes.
 * @throws AppError INVALID_INPUT inside a workspace, NOT_EMPTY, NOT_FOUND when there is nothing to export, CANCELLED, CONFLICT
 * when what is above the level changed meanwhile, DISK_FULL, READ_ONLY, NO_PERMISSION, MISSING, IO; in each case what was
 * there before is there still.
 */
export async function exportMarkdown(workspace: Workspace, targetFolder: string, run: ExportRun = {}): Promise<ExportReport> {
  const disk = run.files ?? quickDisk()
  const { key } = run.scope ?? EVERYTHING
  try {
    const target = await examineTarget(disk, targetFolder, workspace.info.id, key)
    if (target.holds !== 'earlier') return await exportTo(workspace, disk, target, run)
    if (run.mirror !== undefined && (await isSameFolder(disk, run.mirror, target.folder))) throw isMirror(target.folder)
    // a mirror that is none any more has written more, or less, than its list says
    const left = await leftMirror(disk, target.folder, workspace.info.id)
    const report = await exportTo(workspace, disk, left ? { ...target, files: Object.fromEntries(left) } : target, run)
    if (left) await disk.remove(join(target.folder, CHANGES))
    return report
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
    const { info } = workspace
    const { revision, held, leaving, secret } = await standing(workspace, scope, options, signal)
    if (scope.ids && leaving.entries.length === 0) throw nothingToExport(leaving)
    if (target.holds === 'missing') await removeLeftoversBeside(disk, target.folder)
    else await removeLeftovers(disk, target.folder)
    await disk.createFolder(staging)
    const update = new FolderUpdate(disk, target, staging)
    const made = await writeRecords({ workspace, update, leaving, options, held, attachments, onProgress, throwIfStopped })
    const { level } = leaving
    const written: WrittenExport = {
      disk,
      options,
      workspace: { ...info, name: held ? held.text(info.name) : info.name, revision },
      scope: scope.key,
      files: made.hashes,
      at: (path) => update.at(path),
      records: made.records,
      expected: async (entry) => {
        const read = await readEntry(workspace, entry, held)
        return read === 'damaged' ? undefined : read
      },
      names: leaving.names,
      attached: made.attached,
      countryNames: leaving.countryNames,
      damaged: made.damaged,
      level,
      withheld: {
        records: leaving.withheld.records,
        passages: made.passages,
        files: leaving.withheld.files + made.filesWithheld,
      },
      drops: dropsOf(options, { records: made.records.length, files: made.filesLeft }),
      target,
      removes: new Set(update.leaving()),
    }
    const onChecked = (done: number, total: number) => onProgress?.(done, total, 'checking')
    const proven = run.prove || options.report ? await proveExport(written, { signal, onProgress: onChecked }) : undefined
    const report = options.report && proven ? reportFile(written, proven) : undefined
    const isReportThere = report !== undefined && !(await update.stage(report.path, report.bytes, report.hash))
    const files = new Map([...made.hashes, ...(report ? [[report.path, report.hash] as const] : [])])
    const manifest = Buffer.from(writeManifest({ workspace: info.id, scope: scope.key, options, level, files }))
    await update.stage(MANIFEST, manifest)
    if (proven) await assertKept(written, new Map([[MANIFEST, manifest], ...(report ? [[report.path, report.bytes] as const] : [])]))
    throwIfStopped()
    throwIfRaised(workspace, revision, secret, options)
    if (held && target.holds !== 'missing' && (await mayTell(written, target.upTo, held))) throw toldByHand(target.folder)
    let outcome: Outcome = { removed: 0, kept: [] }
    if (target.holds === 'missing') await renameWhenFree(disk, staging, target.folder)
    else {
      outcome = await update.commit({ left: !held, changed: !held || isWithin(target.upTo, options.upTo) })
      await removeReplaced(disk, staging)
    }
    return {
      files: files.size,
      unchanged: made.unchanged + Number(isReportThere),
      removed: outcome.removed,
      kept: [...outcome.kept],
      damaged: [...made.damaged],
      bytes: made.bytes + (report?.bytes.length ?? 0),
      location: target.folder,
      level,
      withheld: written.withheld,
      drops: written.drops,
      proof: proven?.proof ?? null,
    }
  } catch (error) {
    await discard(disk, staging, target.toMake)
    throw error
  }
}

/** What leaves and what is withheld have to be of one revision; looked at so often while others save. */
const PATIENCE = 3

async function standing(workspace: Workspace, scope: Scope, options: ExportOptions, signal: AbortSignal | undefined) {
  for (let attempt = 1; ; attempt++) {
    const { revision } = workspace
    const held = await withholding(workspace, options.upTo, { signal })
    const leaving = await entriesOf(workspace, scope, options, held)
    const isOne = workspace.revision === revision || isHighest(options.upTo)
    // which of them were above the level when it was looked what may be named is not known then
    if (isOne || attempt === PATIENCE) return { revision, held, leaving, secret: isOne ? leaving.secret : new Set<string>() }
  }
}

async function isSameFolder(disk: ExportDisk, one: string, other: string): Promise<boolean> {
  return (await disk.stat(one)) !== undefined && (await disk.realPath(one)) === (await disk.realPath(other))
}

const isMirror = (folder: string) =>
  new AppError(
    'NOT_EMPTY',
    'This folder is a mirror: it is kept equal to the workspace by itself. Nothing was exported; choose another folder, or switch the mirror off first.',
    { folder },
  )

function nothingToExport({ withheld: { records } }: Entries): AppError {
  const reason =
    records === 0 ? 'None of these records is there any more.' : 'All of these records are classified above the level of the export.'
  return new AppError('NOT_FOUND', `${reason} Nothing was exported and what was there before is kept.`)
}

/** What was written, by a record or of it, may have become secret meanwhile. */
function throwIfRaised(workspace: Workspace, since: number, secret: ReadonlySet<string>, { upTo }: ExportOptions): void {
  if (workspace.revision === since) return
  const changed = workspace.changedSince(since) ?? Array.from(workspace.heads(), ({ id }) => id)
  const isRaised = (id: string) => !secret.has(id) && !isWithin(workspace.head(id)?.classification ?? 'public', upTo)
  if (changed.some(isRaised)) throw heldOfThePast()
}

/** Of an export into this very folder that was cut off before it was there. */
async function removeLeftoversBeside(disk: ExportDisk, folder: string): Promise<void> {
  const parent = dirname(folder)
  if (!(await disk.stat(parent))) return
  for (const name of await disk.list(parent)) if (isStagingOf(folder, name)) await removeTree(disk, `${parent}/${name}`)
}

async function removeLeftovers(disk: ExportDisk, folder: string): Promise<void> {
  for (const name of await disk.list(folder)) if (isStaging(name)) await removeTree(disk, `${folder}/${name}`)
}

/** What was there before may be classified higher than what is there now. */
async function removeReplaced(disk: ExportDisk, staging: string): Promise<void> {
  try {
    await removeTree(disk, staging)
  } catch (cause) {
    throw new AppError(
      'IO',
      `The export is in place, but files that it replaced could not be removed. Remove the folder “${basename(staging)}” in it before you hand it on.`,
      { folder: staging },
      { cause },
    )
  }
}

async function discard(disk: ExportDisk, staging: string, made: readonly string[]): Promise<void> {
  try {
    await removeTree(disk, staging)
    for (const folder of made) if (await disk.stat(folder)) await disk.removeFolder(folder)
  } catch {
    // the disk has failed already, and why is what the person is told; the next export removes what is left
  }
}
