import type { MirrorConflict } from '../../../shared/contract/mirror.ts'
import { isWithin } from '../../../shared/model/classification-level.ts'
import type { Classification } from '../../../shared/model/common.ts'
import type { Workspace } from '../../workspace/port.ts'
import type { MirrorRun } from './mirror-run.ts'
import type { Conflict } from './mirror-writer.ts'

/** A conflict as the person is told of it. */
export type ToldConflict = Pick<MirrorConflict, 'path' | 'id' | 'what'>

/** What is above the level comes first: it lies in the folder against what the person asked for. */
export function toldConflicts(workspace: Workspace, upTo: Classification, run: MirrorRun): readonly ToldConflict[] {
  const told = Array.from(run.writer.conflicts, ([path, conflict]) => ({
    path,
    id: conflict.id,
    what: whatOf(workspace, upTo, run, path, conflict),
  }))
  return told.toSorted((a, b) => Number(b.what === 'aboveLevel') - Number(a.what === 'aboveLevel'))
}

/** As the workspace stands now: a record may rise above the level after its file was edited. */
function whatOf(workspace: Workspace, upTo: Classification, run: MirrorRun, path: string, { id, what }: Conflict): MirrorConflict['what'] {
  if (what !== 'edited') return what
  const head = id === null ? undefined : workspace.head(id)
  if (head) return isWithin(head.classification, upTo) ? 'edited' : 'aboveLevel'
  return run.plan.isWanted(path) ? 'edited' : 'unwanted'
}
