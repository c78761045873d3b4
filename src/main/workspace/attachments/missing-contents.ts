/** Which attached files have no content in the folder of the workspace. Sizes alone are looked at: no content is read. */
import { AppError } from '../../../shared/errors.ts'
import type { AnyRecord } from '../../../shared/model/record.ts'
import type { Workspace } from '../port.ts'
import type { AttachmentStore } from './attachment-store.ts'

export interface MissingContent {
  /** Of the record that names it. */
  readonly id: string
  readonly title: string
  /** Of the file. */
  readonly name: string
}

export interface MissingOptions {
  /** Of the records that have files, and perhaps of others. */
  readonly rows: Iterable<number>
  /** Awaited before each record that is read, so that windows are served meanwhile. */
  readonly pace: () => Promise<void> | undefined
  readonly signal: AbortSignal
}

/** Records in the trash are looked at too: they can come back. A record that cannot be read is told of elsewhere. */
export async function missingContents(
  workspace: Pick<Workspace, 'headAt' | 'read'>,
  store: AttachmentStore,
  { rows, pace, signal }: MissingOptions,
): Promise<readonly MissingContent[]> {
  const missing: MissingContent[] = []
  for (const row of rows) {
    if (signal.aborted) break
    const head = workspace.headAt(row)
    if (!head || head.attachments === 0) continue
    await pace()
    const record = await readable(workspace, head.id)
    for (const { sha256, bytes, name } of record?.attachments ?? [])
      if (!(await isThere(store, sha256, bytes))) missing.push({ id: head.id, title: head.title, name })
  }
  return missing
}

async function readable(workspace: Pick<Workspace, 'read'>, id: string): Promise<AnyRecord | undefined> {
  try {
    return await workspace.read(id)
  } catch (error) {
    if (error instanceof AppError) return undefined
    throw error
  }
}

async function isThere(store: AttachmentStore, sha256: string, bytes: number): Promise<boolean> {
  try {
    return (await store.size(sha256)) === bytes
  } catch (error) {
    if (error instanceof AppError && error.code === 'MISSING') return false
    throw error
  }
}
