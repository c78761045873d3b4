/** Records as they leave. */
import type { Workspace } from '../workspace/port.ts'
import { unlessDamaged } from '../workspace/unless-damaged.ts'
import type { Entry } from './entries.ts'
import type { Withheld } from './withheld-record.ts'
import type { Withholding } from './withholding.ts'

/** The version of an entry without what is withheld; undefined when it was erased since the export began. */
export async function readEntry(
  workspace: Workspace,
  { id, rev }: Entry,
  held: Withholding | undefined,
): Promise<Withheld | 'damaged' | undefined> {
  let record = await unlessDamaged(workspace.read(id))
  if (record !== 'damaged' && record && record.rev !== rev) record = (await unlessDamaged(workspace.readVersion(id, rev))) ?? record
  if (record === 'damaged' || !record) return record
  return held ? held.record(record) : { record, passages: 0, files: 0 }
}
