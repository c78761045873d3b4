import type { BackupInfo } from '../../../shared/contract/backups.ts'
import { bytesOf, recordsOf, type StoredBackup } from '../../workspace/backups/index.ts'

/** What a window is told of a backup, wherever it lies. */
export function describeBackup({ name, file }: StoredBackup): Omit<BackupInfo, 'place'> {
  const { at, reason, pinned, revision, counts, verifiedAt } = file
  return { name, at, reason, pinned, revision, counts, records: recordsOf(counts), bytes: bytesOf(file), verifiedAt }
}

/** What a window is told of a backup of the workspace that it shows. */
export const infoOf = (backup: StoredBackup, place: BackupInfo['place']): BackupInfo => ({ ...describeBackup(backup), place })
