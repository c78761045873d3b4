/**
 * Version 3. The records lie in the segments of a journal instead of one file that every save rewrites; see
 * `upgrade-to-journal.ts`. They also list their attachments.
 */
import type { Migration } from './migration.ts'

export const journal: Migration = {
  to: 3,
  manifest: (raw) => raw,
  record: (raw) => ({ attachments: [], ...raw }),
}
