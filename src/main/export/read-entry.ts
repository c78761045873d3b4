/** Records as they leave. */
import type { AnyRecord } from '../../shared/model/record.ts'
import type { Workspace } from '../workspace/port.ts'
import { recordOf } from '../workspace/stored-record.ts'
import { unlessDamaged } from '../workspace/unless-damaged.ts'
import type { Entry } from './entries.ts'
import { slices } from './slices.ts'
import type { Withheld } from './withheld-record.ts'
import { heldOfThePast, type Withholding } from './withholding.ts'

/** Undefined when it was erased since the export began. */
type Read = Withheld | 'damaged' | undefined

const asItLeaves = (record: AnyRecord, held: Withholding | undefined): Withheld =>
  held ? held.record(record) : { record, isWhole: true, passages: 0, files: 0 }

/** The version of an entry without what is withheld. @throws AppError CONFLICT when something is and the version is not kept any more */
export async function readEntry(workspace: Workspace, { id, rev }: Entry, held: Withholding | undefined): Promise<Read> {
  let record = await unlessDamaged(workspace.read(id))
  if (record !== 'damaged' && record && record.rev !== rev) {
    const version = await unlessDamaged(workspace.readVersion(id, rev))
    // a later one may name what was not secret, or not called so, when it was looked
    if (!version && held) throw heldOfThePast()
    record = version ?? record
  }
  return record === 'damaged' || !record ? record : asItLeaves(record, held)
}

/** As {@link readEntry}, of many, in the order in which the disk gives them fastest; each comes once. */
export async function* readEntries(
  workspace: Workspace,
  entries: readonly Entry[],
  held: Withholding | undefined,
): AsyncGenerator<{ readonly entry: Entry; readonly read: Read }, void, undefined> {
  const byRow = new Map<number, Entry>()
  const erased: Entry[] = []
  for (const entry of entries) {
    const row = workspace.rowOf(entry.id)
    if (row === undefined) erased.push(entry)
    else byRow.set(row, entry)
  }
  const take = (row: number) => {
    const entry = byRow.get(row)
    byRow.delete(row)
    return entry
  }
  const next = slices()
  for await (const { bytes, places, damaged } of workspace.payloads([...byRow.keys()])) {
    for (let at = 0; at < places.length; at += 3) {
      const entry = take(places[at] ?? -1)
      if (!entry) continue
      const record = recordOf({ json: bytes.subarray(places[at + 1], places[at + 2]) })
      // saved since the export began
      const read = record.rev === entry.rev ? asItLeaves(record, held) : await readEntry(workspace, entry, held)
      yield { entry, read }
      const pause = next()
      if (pause) await pause
    }
    for (const row of damaged) {
      const entry = take(row)
      if (entry) yield { entry, read: 'damaged' }
    }
  }
  for (const entry of [...erased, ...byRow.values()]) yield { entry, read: undefined }
}
