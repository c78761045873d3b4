/** Takes contents away that neither a record nor a version of one names any more; backups keep what they name. */
import type { AnyRecord } from '../../../shared/model/record.ts'
import type { Workspace } from '../port.ts'
import type { AttachmentStore } from './attachment-store.ts'

export interface CollectOptions {
  /** Awaited before each text that is read, so that windows are served meanwhile. */
  readonly pace: () => Promise<void> | undefined
  readonly signal: AbortSignal
  /** Those that backups in the workspace's own folder name, which have no copies; null when it cannot be told now. */
  readonly backedUp: () => Promise<ReadonlySet<string> | null>
  /** Where these backups look for a content that is not in the workspace any more. */
  readonly backupPath: (sha256: string) => string
}

const hashesOf = (record: AnyRecord | null | undefined): readonly string[] => record?.attachments.map(({ sha256 }) => sha256) ?? []

/**
 * Answers how many contents have gone. Reads every version of every record when there is something to remove, and
 * nothing of them when there is not. What cannot be read may name anything: then nothing is removed.
 */
export async function collectAttachments(
  workspace: Workspace,
  store: AttachmentStore,
  { pace, signal, backedUp, backupPath }: CollectOptions,
): Promise<number> {
  const candidates = new Set<string>()
  // names that come while versions are read: an undo, a restored version
  const stop = workspace.onCommit(({ changes }) => {
    for (const change of changes)
      if (change.after && change.after.attachments > 0) for (const hash of hashesOf(change.record)) candidates.delete(hash)
  })
  try {
    for await (const sha256 of store.list()) candidates.add(sha256)
    for (let row = 0; row < workspace.rowCount && candidates.size > 0; row += 1) {
      const head = workspace.headAt(row)
      if (!head || head.attachments === 0) continue
      await pace()
      for (const hash of hashesOf(await workspace.read(head.id))) candidates.delete(hash)
    }
    for (let row = 0; row < workspace.rowCount && candidates.size > 0; row += 1) {
      const id = workspace.headAt(row)?.id
      for (const { rev } of id === undefined ? [] : workspace.versions(id)) {
        if (signal.aborted || candidates.size === 0) break
        await pace()
        for (const hash of hashesOf(await workspace.readVersion(id ?? '', rev))) candidates.delete(hash)
      }
      if (signal.aborted) return 0
    }
    const kept = candidates.size > 0 ? await backedUp() : null
    if (!kept) return 0
    let removed = 0
    for (const sha256 of candidates) {
      if (signal.aborted || workspace.readOnly !== null) break
      const isNamed = () => !candidates.has(sha256)
      const hasGone = kept.has(sha256) ? store.moveOut(sha256, backupPath(sha256), isNamed) : store.remove(sha256, isNamed)
      if (await hasGone) removed += 1
    }
    return removed
  } finally {
    stop()
  }
}
