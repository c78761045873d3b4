/** Makes one backup of a workspace in one folder of backups. What is there already stays whole, whatever fails. */
import { AppError } from '../../../shared/errors.ts'
import type { BackupCounts, BackupInfo } from '../../../shared/contract/backups.ts'
import type { FileSystem } from '../file-system.ts'
import { systemCode } from '../file-system.ts'
import { damageWords } from '../damaged-error.ts'
import { DamagedFileError } from '../json-file.ts'
import { DamagedSegmentError } from './damaged-segment.ts'
import type { Clock } from '../port.ts'
import { BACKUP_FORMAT, BACKUP_VERSION, recordsOf, type BackupAttachment, type BackupFile, type BackupSegment } from './backup-file.ts'
import type { BackupFolder, StoredBackup } from './backup-folder.ts'
import { cancelled, type Steps } from './copy-file.ts'
import { isDrop } from './generations.ts'

/** What a backup holds, learned while the workspace stood still. Its bytes never change, so copying may take its time. */
export interface Snapshot {
  readonly workspace: BackupFile['workspace']
  readonly revision: number
  readonly counts: BackupCounts
  readonly segments: readonly {
    readonly name: string
    readonly path: string
    readonly bytes: number
    /** What the manifest says of a sealed segment; null for the one that is written to. */
    readonly sealed: { readonly frames: number; readonly first: number; readonly last: number; readonly link: number } | null
  }[]
  /** Listed when it is first asked for: contents are added and removed, never changed, so no save needs to wait for it. */
  readonly attachments: () => Promise<readonly AttachmentFile[]>
}

export interface AttachmentFile extends BackupAttachment {
  readonly path: string
}

export interface MakeOptions {
  readonly files: FileSystem
  readonly clock: Clock
  readonly reason: BackupInfo['reason']
  /** In a second place: the workspace's own attachments are not there when its disk is not. */
  readonly copyAttachments: boolean
  /** The name of a backup that is in use and must not be removed now. */
  readonly keep?: string
  /** Called with bytes done and in all. */
  readonly onProgress?: (done: number, total: number) => void
  readonly signal?: AbortSignal
}

export interface MadeBackup extends StoredBackup {
  /** Attachments that are damaged or missing in the workspace and therefore not in the backup, by their names. */
  readonly leftOut: readonly string[]
}

/** A copy that was read as a whole so long ago is read again. */
const READ_AGAIN_MS = 7 * 24 * 60 * 60 * 1000

/**
 * Copies what is not in the folder yet, reads every new copy back frame by frame, compares it with what the workspace
 * says, and only then gives the backup its name. Older backups that no generation keeps are removed after that.
 * @throws AppError CANCELLED, DAMAGED with `details.file`; system errors
 */
export async function makeBackup(folder: BackupFolder, snapshot: Snapshot, options: MakeOptions): Promise<MadeBackup> {
  const { clock, signal } = options
  await folder.prepare()
  const { backups } = await folder.list()
  const before = backups.find(({ file }) => file.workspace.id === snapshot.workspace.id)
  const at = instantAfter(before?.file.at, clock())
  const attachments = await snapshot.attachments()
  const steps = stepsOf([...snapshot.segments, ...(options.copyAttachments ? attachments : [])], options)
  const segments = await copySegments(folder, snapshot, before?.file, { ...options, at, steps })
  if (Math.max(...segments.map(({ revision }) => revision)) !== snapshot.revision) {
    throw new AppError('IO', 'The copies do not hold the last change, so no backup was made. Earlier backups are kept; try again.')
  }
  const { copied, leftOut } = await copyAttachments(folder, attachments, options, steps)
  await folder.syncStore()
  if (signal?.aborted) throw cancelled()
  const file: BackupFile = {
    format: BACKUP_FORMAT,
    version: BACKUP_VERSION,
    at,
    reason: options.reason,
    pinned: false,
    dropped: await noteDrop(folder, before, snapshot),
    verifiedAt: new Date(Math.max(clock(), Date.parse(at))).toISOString(),
    workspace: snapshot.workspace,
    revision: snapshot.revision,
    counts: snapshot.counts,
    segments,
    attachments: copied,
  }
  const name = await folder.write(file)
  await folder.rotate(options.keep)
  return { name, file, leftOut }
}

/** Names are instants: two backups within a millisecond, or a clock that was set back, must not share one or change the order. */
function instantAfter(last: string | undefined, now: number): string {
  const earliest = last === undefined || Date.parse(last) - now > READ_AGAIN_MS ? now : Math.max(now, Date.parse(last) + 1)
  return new Date(earliest).toISOString()
}

function stepsOf(parts: readonly { readonly bytes: number }[], { onProgress, signal }: MakeOptions): Steps {
  const total = parts.reduce((sum, { bytes }) => sum + bytes, 0)
  let done = 0
  return {
    signal,
    onBytes(bytes) {
      done += bytes
      onProgress?.(Math.min(done, total), total)
    },
  }
}

interface CopyOptions extends MakeOptions {
  readonly at: string
  readonly steps: Steps
}

async function copySegments(
  folder: BackupFolder,
  { segments, workspace }: Snapshot,
  previous: BackupFile | undefined,
  options: CopyOptions,
): Promise<BackupSegment[]> {
  const copies: BackupSegment[] = []
  for (const { name, path, bytes, sealed } of segments) {
    const known = sealed && previous?.segments.find((one) => one.name === name && one.bytes === bytes && fits(one, sealed))
    const reused = known && (await reuse(folder, known, workspace.id, options))
    if (reused) {
      options.steps.onBytes?.(bytes)
      copies.push(reused)
      continue
    }
    const content = await namingFile(name, () => folder.addSegment(path, bytes, workspace.id, options.steps))
    if (sealed && !fits(content, sealed)) throw damaged(name, 'It does not hold what the workspace says of it.')
    copies.push({ name, bytes, ...content, readAt: options.at })
  }
  return copies
}

const fits = (one: NonNullable<Snapshot['segments'][number]['sealed']>, other: NonNullable<Snapshot['segments'][number]['sealed']>) =>
  one.frames === other.frames && one.first === other.first && one.last === other.last && one.link === other.link

/** The copy of an earlier backup; undefined when it is not what it was, and has to be copied anew. */
async function reuse(
  folder: BackupFolder,
  known: BackupSegment,
  workspace: string,
  { at, signal }: CopyOptions,
): Promise<BackupSegment | undefined> {
  if (!(await folder.holds(folder.segmentPath(known), known.bytes))) return undefined
  const age = Date.parse(at) - Date.parse(known.readAt)
  if (age >= 0 && age < READ_AGAIN_MS) return known
  try {
    await folder.verifySegment(known, workspace, { signal })
    return { ...known, readAt: at }
  } catch (error) {
    // a copy that went bad is replaced by a good one of the same name
    if (error instanceof DamagedFileError) return undefined
    throw error
  }
}

async function copyAttachments(
  folder: BackupFolder,
  attachments: readonly AttachmentFile[],
  { copyAttachments: all }: MakeOptions,
  steps: Steps,
): Promise<{ readonly copied: BackupAttachment[]; readonly leftOut: string[] }> {
  const copied: BackupAttachment[] = []
  const leftOut: string[] = []
  for (const { path, ...attachment } of attachments) {
    try {
      const isThere = !all || (await folder.holds(folder.attachmentPath(attachment), attachment.bytes))
      if (isThere) steps.onBytes?.(attachment.bytes)
      else await folder.addAttachment(path, attachment, steps)
      copied.push(attachment)
    } catch (error) {
      // one picture that went bad must not keep everything else from being backed up
      if (!(error instanceof DamagedFileError) && systemCode(error) !== 'ENOENT') throw error
      leftOut.push(attachment.name)
    }
  }
  return { copied, leftOut }
}

/** The state before a great loss is kept for good, before the backup that shows the loss is written. */
async function noteDrop(folder: BackupFolder, previous: StoredBackup | undefined, { counts }: Snapshot): Promise<BackupFile['dropped']> {
  if (!previous) return null
  const [before, after] = [recordsOf(previous.file.counts), recordsOf(counts)]
  if (!isDrop(before, after)) return null
  await folder.pin(previous)
  return { name: previous.name, before, after }
}

/** Where, and how it shows, is for the details: people know their records by the titles. */
const damaged = (file: string, reason: string, cause?: unknown) => {
  const touched = cause instanceof DamagedSegmentError ? cause.touched : []
  return new AppError('DAMAGED', `${damageWords(touched)} ${NOT_MADE}`, { file, reason, touched }, { cause })
}

const NOT_MADE =
  'No backup was made; earlier backups are kept. Close the workspace and open it again: it then says what can be rescued or restored.'

async function namingFile<T>(file: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw error instanceof DamagedFileError ? damaged(file, error.message, error) : error
  }
}
