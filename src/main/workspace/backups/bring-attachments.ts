/** Brings the attachments of a backup back into a workspace, those that are not there any more. */
import { dirname, join } from 'node:path'
import type { FileSystem } from '../file-system.ts'
import { DamagedFileError } from '../json-file.ts'
import { copyFile } from '../replace-file.ts'
import type { BackupFile } from './backup-file.ts'
import type { BackupFolder } from './backup-folder.ts'
import { hashOf } from './copy-file.ts'

/**
 * One that is neither in the workspace nor in the backup stays away: its place in the record says so.
 * @throws DamagedFileError when a copy is not what it was; system errors
 */
export async function bringAttachments(
  files: FileSystem,
  folder: BackupFolder,
  { attachments }: BackupFile,
  workspaceFolder: string,
): Promise<void> {
  const changed = new Set<string>()
  for (const attachment of attachments) {
    const target = join(workspaceFolder, ...attachment.name.split('/'))
    const found = await files.stat(target)
    const copy = folder.attachmentPath(attachment)
    if (found || !(await folder.holds(copy, attachment.bytes))) continue
    if ((await hashOf(files, copy, attachment.bytes)) !== attachment.sha256)
      throw new DamagedFileError('The copy of an attachment is not what it was.')
    await files.createFolder(dirname(target))
    await copyFile(files, copy, target)
    changed.add(dirname(target))
  }
  for (const path of changed) await files.syncFolder(path)
}
