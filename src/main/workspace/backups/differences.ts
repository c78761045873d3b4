/** What restoring a backup would do to a workspace, told by versions: no record's text is compared. */
import { setImmediate } from 'node:timers/promises'
import type { RecordHead } from '../../../shared/model/head.ts'
import type { Workspace } from '../port.ts'
import type { BackedUpRecord } from './read-backup.ts'

export interface Differences {
  /** They get the state they had then. */
  readonly older: readonly BackedUpRecord[]
  /** They are gone or in the trash, and come back. */
  readonly back: readonly BackedUpRecord[]
  /** They were made since, or were in the trash then. */
  readonly toTrash: readonly RecordHead[]
}

/** Records whose bytes on the disk are not those that were written. Reads all of them. */
export async function unreadableRecords(workspace: Pick<Workspace, 'headAt' | 'rowCount' | 'records'>): Promise<ReadonlySet<string>> {
  const found = new Set<string>()
  // before they are read: what is made meanwhile is not missing
  for (let row = 0; row < workspace.rowCount; row += 1) {
    const id = workspace.headAt(row)?.id
    if (id !== undefined) found.add(id)
  }
  for await (const { id } of workspace.records()) found.delete(id)
  return found
}

/**
 * A record that lay in the trash then and has been erased since stays erased: somebody wanted both. One of `unreadable`
 * gets the state that the backup has; where that has none there is nothing to put into the trash.
 */
export async function differences(
  records: ReadonlyMap<string, BackedUpRecord>,
  workspace: Pick<Workspace, 'head' | 'headAt' | 'rowCount'>,
  unreadable: ReadonlySet<string>,
): Promise<Differences> {
  const pause = paced()
  const older: BackedUpRecord[] = []
  const back: BackedUpRecord[] = []
  for (const record of records.values()) {
    await pause()
    const now = workspace.head(record.id)
    const isThere = now !== undefined && now.trashedAt === ''
    if (!isThere && !record.isTrashed) back.push(record)
    else if (now && isThere !== record.isTrashed && (!isSameVersion(now, record) || unreadable.has(record.id))) older.push(record)
  }
  const toTrash: RecordHead[] = []
  for (let row = 0; row < workspace.rowCount; row += 1) {
    await pause()
    const head = workspace.headAt(row)
    if (head?.trashedAt === '' && records.get(head.id)?.isTrashed !== false && !unreadable.has(head.id)) toTrash.push(head)
  }
  return { older, back, toTrash }
}

/** Lets other work run now and then. */
function paced(): () => Promise<void> | undefined {
  let steps = 0
  return () => ((steps += 1) % 200 === 0 ? setImmediate() : undefined)
}

const isSameVersion = (head: RecordHead, record: BackedUpRecord) => head.rev === record.rev && head.updatedAt === record.updatedAt
