/** Brings the attachments of a backup back into a workspace: those that are not there any more, or not as they were. */
import { AppError } from '../../../shared/errors.ts'
import type { AttachmentStore } from '../attachments/attachment-store.ts'
import { systemCode, systemError, type FileSystem } from '../file-system.ts'
import { DamagedFileError } from '../json-file.ts'
import type { BackupAttachment, BackupFile } from './backup-file.ts'
import type { BackupFolder } from './backup-folder.ts'
import { hashOf, readInSteps } from './copy-file.ts'

/** Where the contents are, or should be. */
export interface AttachmentSources {
  readonly files: FileSystem
  /** Of the workspace. */
  readonly store: AttachmentStore
  /** Folders of backups that may hold copies, the best first. */
  readonly folders: readonly BackupFolder[]
}

/** What becomes of the attachments of a backup, by their names. */
export interface AttachmentFates {
  /** They are not in the workspace, or not as they were, and a folder of backups has them. */
  readonly back: readonly string[]
  /** They are nowhere, or only damaged; their places in the records say so. */
  readonly missing: readonly string[]
}

type Fate = 'there' | keyof AttachmentFates

/** What {@link withAttachments} would do. One that has no copy is looked at by its size alone: nothing can be done for it. */
export const attachmentFates = (sources: AttachmentSources, backup: Pick<BackupFile, 'attachments'>): Promise<AttachmentFates> =>
  fatesOf(backup, async (attachment) => (await findSource(sources, attachment)).fate)

/**
 * Runs `work`, after everything was brought that some folder holds; what the backup names is not collected meanwhile.
 * @throws system errors when the workspace takes no files, and what `work` throws
 */
export async function withAttachments<T>(
  sources: AttachmentSources,
  backup: Pick<BackupFile, 'attachments'>,
  work: (fates: AttachmentFates) => Promise<T>,
): Promise<T> {
  for (const { sha256 } of backup.attachments) sources.store.pin(sha256)
  try {
    const fates = await fatesOf(backup, async (attachment) => {
      const { fate, copy } = await findSource(sources, attachment)
      if (copy !== null) await takeIn(sources, copy, attachment)
      return fate
    })
    return await work(fates)
  } finally {
    for (const { sha256 } of backup.attachments) sources.store.unpin(sha256)
  }
}

async function fatesOf(
  { attachments }: Pick<BackupFile, 'attachments'>,
  fateOf: (attachment: BackupAttachment) => Promise<Fate>,
): Promise<AttachmentFates> {
  const fates = { back: [] as string[], missing: [] as string[] }
  for (const attachment of attachments) {
    const fate = await fateOf(attachment)
    if (fate !== 'there') fates[fate].push(attachment.name)
  }
  return fates
}

/** `copy`: where it has to be taken from. */
async function findSource(
  sources: AttachmentSources,
  attachment: BackupAttachment,
): Promise<{ readonly fate: Fate; readonly copy: string | null }> {
  const copies = await copiesOf(sources, attachment)
  const isSoundHere =
    copies.length === 0 ? await isThere(sources, attachment) : await isSound(() => sources.store.verify(attachment.sha256))
  if (isSoundHere) return { fate: 'there', copy: null }
  for (const copy of copies) if (await isSound(() => verifyCopy(sources.files, copy, attachment))) return { fate: 'back', copy }
  return { fate: 'missing', copy: null }
}

async function isThere({ store }: AttachmentSources, { bytes, sha256 }: BackupAttachment): Promise<boolean> {
  let size: number | undefined
  return (await isSound(async () => (size = await store.size(sha256)))) && size === bytes
}

/** A folder whose disk fails has none. */
async function copiesOf({ folders }: AttachmentSources, attachment: BackupAttachment): Promise<string[]> {
  const copies: string[] = []
  for (const folder of folders) {
    const path = folder.attachmentPath(attachment)
    let holds = false
    if ((await isSound(async () => (holds = await folder.holds(path, attachment.bytes)))) && holds) copies.push(path)
  }
  return copies
}

async function verifyCopy(files: FileSystem, copy: string, { bytes, sha256 }: BackupAttachment): Promise<void> {
  if ((await hashOf(files, copy, bytes)) !== sha256) throw new DamagedFileError('The copy of an attachment is not what it was.')
}

/** Whether `look` finds nothing missing, damaged or out of reach. */
async function isSound(look: () => Promise<unknown>): Promise<boolean> {
  try {
    await look()
    return true
  } catch (error) {
    if (!(error instanceof AppError) && !(error instanceof DamagedFileError) && systemCode(error) === '') throw error
    return false
  }
}

async function takeIn({ files, store }: AttachmentSources, copy: string, { bytes, sha256 }: BackupAttachment): Promise<void> {
  try {
    const incoming = await store.receive(bytes)
    try {
      await readInSteps(files, copy, bytes, (step) => incoming.write(step), {})
      const content = await incoming.finish()
      store.unpin(content.sha256)
      if (content.sha256 !== sha256) throw new DamagedFileError('The copy of an attachment changed while it was read.')
    } catch (error) {
      await incoming.discard()
      throw error
    }
  } catch (error) {
    // in the words of a backup, not of a file that somebody adds
    if (!(error instanceof AppError)) throw error
    throw systemCode(error.cause) === '' ? systemError(error.code === 'DISK_FULL' ? 'ENOSPC' : 'EIO', 'write', error.message) : error.cause
  }
}
