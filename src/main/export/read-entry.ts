/** Records as they leave. */
import type { AnyRecord } from '../../shared/model/record.ts'
import type { Workspace } from '../workspace/port.ts'
import { unlessDamaged } from '../workspace/unless-damaged.ts'
import type { Entry } from './entries.ts'

/** What is left of a record when the export may not name everything in it. */
export type Withhold = (record: AnyRecord) => Withheld

export interface Withheld {
  readonly record: AnyRecord
  /** Passages that read `[withheld]`. */
  readonly passages: number
  /** Files whose names would tell of what is withheld. */
  readonly files: number
}

/** The version of an entry without what is withheld; undefined when it was erased since the export began. */
export async function readEntry(
  workspace: Workspace,
  { id, rev }: Entry,
  withhold: Withhold | undefined,
): Promise<Withheld | 'damaged' | undefined> {
  let record = await unlessDamaged(workspace.read(id))
  if (record !== 'damaged' && record && record.rev !== rev) record = (await unlessDamaged(workspace.readVersion(id, rev))) ?? record
  if (record === 'damaged' || !record) return record
  return withhold ? withhold(record) : { record, passages: 0, files: 0 }
}
