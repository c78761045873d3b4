/** Takes an open workspace back to a backup: each record as a new version, all in one step that can be undone. */
import type { BackupPreview } from '../../../shared/contract/backups.ts'
import type { Author } from '../../../shared/model/common.ts'
import {
  attachmentFates,
  BackupContent,
  differences,
  unreadableRecords,
  withAttachments,
  withBackupFailures,
} from '../../workspace/backups/index.ts'
import type { AttachmentSources, BackupFolder, StoredBackup } from '../../workspace/backups/index.ts'
import type { Transaction, Workspace } from '../../workspace/port.ts'
import type { Committed } from '../workspace/open-workspace.ts'

const SHOWN = 50

export interface Chosen {
  readonly folder: BackupFolder
  readonly backup: StoredBackup
}

const first = (
  records: readonly { readonly id: string; readonly kind: BackupPreview['older']['first'][number]['kind']; readonly title: string }[],
) => ({
  count: records.length,
  first: records.slice(0, SHOWN).map(({ id, kind, title }) => ({ id, kind, title })),
})

/** @throws AppError DAMAGED, MISSING, IO */
export async function previewBackup(
  sources: AttachmentSources,
  { folder, backup }: Chosen,
  workspace: Workspace,
): Promise<Omit<BackupPreview, 'backup'>> {
  const content = await withBackupFailures(() => BackupContent.read(sources.files, folder, backup))
  await content.close()
  const { older, back, toTrash } = await differences(content.records, workspace, await unreadableRecords(workspace))
  const files = await attachmentFates(sources, backup.file)
  const fates = { filesBack: files.back.length, missingFiles: files.missing.length }
  return { older: first(older), back: first(back), toTrash: first(toTrash), ...fates }
}

export interface Target {
  readonly workspace: Workspace
  /** Runs the work as one transaction of kind `command`, with no other between what it reads and what it writes. */
  readonly transact: <T>(work: (transaction: Transaction) => Promise<T>) => Promise<Committed<T>>
}

export interface Restored {
  /** Null when no record differed. */
  readonly revision: number | null
  readonly changed: number
  /** Attachments that were not in the workspace, or not as they were, and are again. */
  readonly filesBack: number
  /** Attachments of the backup that are nowhere any more. */
  readonly missingFiles: number
}

/** @throws AppError DAMAGED, MISSING, IO, and what a transaction throws; nothing has changed then */
export async function restoreBackup(
  sources: AttachmentSources,
  { folder, backup }: Chosen,
  { workspace, transact }: Target,
  by: { readonly author: Author; readonly at: string },
): Promise<Restored> {
  const content = await withBackupFailures(() => BackupContent.read(sources.files, folder, backup))
  try {
    // before the transaction, which nobody shall wait for so long
    const unreadable = await unreadableRecords(workspace)
    return await withBackupFailures(() =>
      withAttachments(sources, backup.file, async (files) => {
        const { value, commit } = await transact((transaction) => putBack(transaction, { content, unreadable }, workspace, by))
        return { revision: commit?.revision ?? null, changed: value, filesBack: files.back.length, missingFiles: files.missing.length }
      }),
    )
  } finally {
    await content.close()
  }
}

async function putBack(
  transaction: Transaction,
  { content, unreadable }: { readonly content: BackupContent; readonly unreadable: ReadonlySet<string> },
  workspace: Workspace,
  { author, at }: { readonly author: Author; readonly at: string },
): Promise<number> {
  const { older, back, toTrash } = await differences(content.records, workspace, unreadable)
  for (const record of [...older, ...back]) {
    const then = await withBackupFailures(() => content.record(record))
    transaction.put(then, workspace.head(record.id)?.rev ?? 0, { keepsOrigin: true })
  }
  for (const { id, rev } of toTrash) {
    const now = await transaction.read(id)
    if (now) transaction.put({ ...now, trashed: { at, by: author } }, rev)
  }
  return older.length + back.length + toTrash.length
}
