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

/** Attachments of the backup that are neither in the workspace nor anywhere else, by their names; sizes alone are looked at. */
export async function missingAttachments(sources: AttachmentSources, { attachments }: Pick<BackupFile, 'attachments'>): Promise<string[]> {
  const missing: string[] = []
  for (const attachment of attachments)
    if (!(await isThere(sources, attachment)) && (await copiesOf(sources, attachment)).length === 0) missing.push(attachment.name)
  return missing
}

/**
 * Runs `work`, after everything was brought that some folder holds; what the backup names is not collected meanwhile.
 * `missing`: what is nowhere, or only damaged; its place in the record says so.
 * @throws system errors when the workspace takes no files, and what `work` throws
 */
export async function withAttachments<T>(
  sources: AttachmentSources,
  { attachments }: Pick<BackupFile, 'attachments'>,
  work: (missing: readonly string[]) => Promise<T>,
): Promise<T> {
  for (const { sha256 } of attachments) sources.store.pin(sha256)
  try {
    const missing: string[] = []
    for (const attachment of attachments) if (!(await bring(sources, attachment))) missing.push(attachment.name)
    return await work(missing)
  } finally {
    for (const { sha256 } of attachments) sources.store.unpin(sha256)
  }
}

/** Answers whether it is there then. */
async function bring(sources: AttachmentSources, attachment: BackupAttachment): Promise<boolean> {
  const copies = await copiesOf(sources, attachment)
  // without a copy nothing can be done for one that is damaged
  if (copies.length === 0) return isThere(sources, attachment)
  if (await isSound(() => sources.store.verify(attachment.sha256))) return true
  for (const copy of copies) {
    if (!(await isSound(() => verifyCopy(sources.files, copy, attachment)))) continue
    await takeIn(sources, copy, attachment)
    return true
  }
  return false
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
