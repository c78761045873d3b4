import type { BackupInfo } from '../../../shared/contract/backups.ts'
import { bytesOf, recordsOf, type StoredBackup } from '../../workspace/backups/index.ts'

/** What a window is told of a backup. */
export function infoOf({ name, file }: StoredBackup, place: BackupInfo['place']): BackupInfo {
  const { at, reason, pinned, revision, counts, verifiedAt } = file
  return { name, place, at, reason, pinned, revision, counts, records: recordsOf(counts), bytes: bytesOf(file), verifiedAt }
}
