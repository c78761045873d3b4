/** Copies the files of a backup into a folder of their own, from where they can be put in place by renaming. */
import { dirname, join } from 'node:path'
import { systemCode, type FileSystem } from '../file-system.ts'
import { DamagedFileError } from '../json-file.ts'
import { removeIfThere } from '../replace-file.ts'
import type { BackupAttachment } from './backup-file.ts'
import type { BackupFolder, StoredBackup } from './backup-folder.ts'
import { hashOf, type Steps } from './copy-file.ts'
import { copyStored } from './copy-stored.ts'

export interface BroughtFiles {
  /** In the order of the backup's segments. */
  readonly segments: readonly string[]
  readonly attachments: readonly { readonly path: string; readonly name: string }[]
  /** Attachments that the backup does not hold, or not as they were, by their names. */
  readonly leftOut: readonly string[]
}

/** @throws DamagedFileError when a segment is not what was backed up, system errors, AppError CANCELLED */
export async function bringFiles(
  files: FileSystem,
  folder: BackupFolder,
  backup: StoredBackup,
  into: string,
  steps: Steps,
): Promise<BroughtFiles> {
  const { file } = backup
  const segments: string[] = []
  for (const [index, segment] of file.segments.entries()) {
    const path = join(into, `segment-${index}`)
    await copyStored(files, folder.segmentPath(segment), segment, path, steps)
    segments.push(path)
  }
  const attachments: { path: string; name: string }[] = []
  const leftOut: string[] = []
  for (const attachment of file.attachments) {
    const from = await sourceOf(folder, attachment)
    const path = join(into, attachment.sha256)
    if (from !== undefined && (await bringOne({ files, folder, backup, steps }, attachment, from, path)))
      attachments.push({ path, name: attachment.name })
    else leftOut.push(attachment.name)
  }
  return { segments, attachments, leftOut }
}

interface Bringing {
  readonly files: FileSystem
  readonly folder: BackupFolder
  readonly backup: StoredBackup
  readonly steps: Steps
}

/** One picture that went bad must not cost everything else; a disk that is gone or full must not cost pictures. */
async function bringOne(
  { files, folder, backup, steps }: Bringing,
  attachment: BackupAttachment,
  from: string,
  to: string,
): Promise<boolean> {
  try {
    await copyStored(files, from, attachment, to, steps)
    return true
  } catch (error) {
    const isDisk = error instanceof DamagedFileError || systemCode(error) !== ''
    // what reads well now has met a disk that failed, full or gone
    if (!isDisk || (await isSound(files, from, attachment))) throw error
    // throws too when the backup as a whole cannot be reached any more
    if (!(await folder.find(backup.name))) throw error
    await removeIfThere(files, to)
    return false
  }
}

/** In a second place they lie in the store; of a backup in a workspace's own folder beside it. */
async function sourceOf(folder: BackupFolder, attachment: BackupAttachment): Promise<string | undefined> {
  const beside = join(dirname(folder.folder), ...attachment.name.split('/'))
  for (const path of [folder.attachmentPath(attachment), beside]) if (await folder.holds(path, attachment.bytes)) return path
  return undefined
}

async function isSound(files: FileSystem, path: string, { bytes, sha256 }: BackupAttachment): Promise<boolean> {
  try {
    return (await hashOf(files, path, bytes)) === sha256
  } catch (error) {
    if (systemCode(error) === '' && !(error instanceof DamagedFileError)) throw error
    return false
  }
}
