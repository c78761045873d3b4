/**
 * Version 3. The records lie in the segments of a journal instead of one file that every save rewrites; see
 * `upgrade-to-journal.ts`. They also list their attachments, and their ids are in lower case.
 */
import type { Migration, RawObject } from './migration.ts'

export const journal: Migration = {
  to: 3,
  manifest: (raw) => raw,
  record(raw) {
    const record: RawObject = { attachments: [], ...raw }
    return typeof record['id'] === 'string' ? { ...record, id: record['id'].toLowerCase() } : record
  },
}
