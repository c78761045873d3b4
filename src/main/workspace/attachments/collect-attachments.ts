/** Removes contents that neither a record nor a version of one names any more. */
import type { AnyRecord } from '../../../shared/model/record.ts'
import type { Workspace } from '../port.ts'
import type { AttachmentStore } from './attachment-store.ts'

export interface CollectOptions {
  /** Awaited before each text that is read, so that windows are served meanwhile. */
  readonly pace: () => Promise<void> | undefined
  readonly signal: AbortSignal
}

const hashesOf = (record: AnyRecord | null | undefined): readonly string[] => record?.attachments.map(({ sha256 }) => sha256) ?? []

/**
 * Answers how many contents were removed. Reads every version of every record when there is something to remove, and
 * nothing of them when there is not. What cannot be read may name anything: then nothing is removed.
 */
export async function collectAttachments(workspace: Workspace, store: AttachmentStore, { pace, signal }: CollectOptions): Promise<number> {
  const candidates = new Set<string>()
  // names that come while versions are read: an undo, a restored version
  const stop = workspace.onCommit(({ changes }) => {
    for (const { record } of changes) for (const hash of hashesOf(record)) candidates.delete(hash)
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
    let removed = 0
    for (const sha256 of candidates) {
      if (signal.aborted || workspace.readOnly !== null) break
      if (await store.remove(sha256, () => !candidates.has(sha256))) removed += 1
    }
    return removed
  } finally {
    stop()
  }
}
