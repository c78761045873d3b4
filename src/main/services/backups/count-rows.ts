import type { BackupCounts } from '../../../shared/contract/backups.ts'
import type { RecordIndex } from '../record-index.ts'

/** Each record once, by kind or as one in the trash, without a look at the records themselves. */
export function countRows({ columns, rowCount }: RecordIndex): BackupCounts {
  const counts = { contact: 0, country: 0, note: 0, meeting: 0, study: 0, trash: 0 }
  for (let row = 0; row < rowCount; row += 1) {
    const kind = columns.kind(row)
    if (kind !== undefined) counts[columns.isTrashed(row) ? 'trash' : kind] += 1
  }
  return counts
}
