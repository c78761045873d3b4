/**
 * What the mirror knew of its files when it was equal to the workspace last: kept with what is derived, and good for
 * nothing but looking less. Without it every file is read and every record rendered again.
 */
import { headOf } from '../../../shared/model/head.ts'
import type { ExportOptions } from '../../../shared/model/export-options.ts'
import { pacing } from '../../services/pacing.ts'
import type { Workspace } from '../../workspace/port.ts'
import { unlessDamaged } from '../../workspace/unless-damaged.ts'
import type { Seen } from '../export-disk.ts'
import type { MirrorPlan, Stood } from './mirror-plan.ts'
import type { File, MirrorWriter } from './mirror-writer.ts'

const NAME = 'mirror'
const VERSION = 1
/** Lines between two turns of the event loop. */
const LINES_AT_ONCE = 500

export interface Place {
  readonly folder: string
  readonly options: ExportOptions
  /** Of the application: another may write a record otherwise. */
  readonly version: string
}

type Row = readonly [path: string, hash: string, seen: Seen | null, of: File['of']]

const headLine = ({ folder, options, version }: Place, { ledger }: MirrorWriter, plan: MirrorPlan) =>
  JSON.stringify({ folder, options, version, stamp: ledger.stamp, plan: plan.key })

/** Writes down how the files stand; the folder is equal to the workspace at `revision`. A failure costs nothing but time. */
export async function saveState(
  workspace: Workspace,
  place: Place,
  writer: MirrorWriter,
  plan: MirrorPlan,
  revision: number,
): Promise<void> {
  const lines = function* () {
    yield Buffer.from(`${headLine(place, writer, plan)}\n`)
    for (const [path, { seen, of }] of writer.known) {
      const hash = writer.ledger.files.get(path)
      if (hash === undefined) continue
      const row: Row = [path, hash, seen ?? null, of]
      yield Buffer.from(`${JSON.stringify(row)}\n`)
    }
  }
  await workspace.derived.write(NAME, VERSION, revision, lines())
}

/** Takes up what was known. @returns what has changed in the workspace since; null when that cannot be told */
export async function loadState(
  workspace: Workspace,
  place: Place,
  writer: MirrorWriter,
  plan: MirrorPlan,
): Promise<readonly Stood[] | null> {
  const kept = await workspace.derived.read(NAME, VERSION)
  const [head, ...lines] = kept ? new TextDecoder().decode(kept.bytes).split('\n') : []
  if (!kept || head !== headLine(place, writer, plan)) return null
  const next = pacing(LINES_AT_ONCE)
  for (const line of lines) {
    if (line === '') continue
    await next()
    const [path, hash, seen, of] = JSON.parse(line) as Row
    if (writer.ledger.files.get(path) === hash) writer.recall(path, { seen: seen ?? undefined, of })
  }
  const changed = workspace.changedSince(kept.revision)
  return changed && stoodBefore(workspace, writer, changed)
}

/** What had no file had no name that led to one. */
async function stoodBefore(workspace: Workspace, writer: MirrorWriter, ids: readonly string[]): Promise<readonly Stood[] | null> {
  const stood: Stood[] = []
  for (const id of ids) {
    const path = writer.pathOf(id)
    const rev = path === undefined ? undefined : writer.known.get(path)?.of?.rev
    const before = rev === undefined ? null : await unlessDamaged(workspace.readVersion(id, rev))
    // erased, or that version is not kept any more
    if (before === undefined || before === 'damaged') return null
    stood.push({ id, before: before && headOf(before), after: workspace.head(id) ?? null })
  }
  return stood
}
