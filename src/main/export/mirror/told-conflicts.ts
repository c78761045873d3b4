import type { MirrorConflict } from '../../../shared/contract/mirror.ts'
import { isWithin } from '../../../shared/model/classification-level.ts'
import type { Classification } from '../../../shared/model/common.ts'
import type { Workspace } from '../../workspace/port.ts'
import { isHighest } from '../../services/texts/secret-names.ts'
import type { Aside } from './ledger.ts'
import type { MirrorRun } from './mirror-run.ts'
import type { Conflict } from './mirror-writer.ts'

/** A conflict as the person is told of it. */
export type ToldConflict = Pick<MirrorConflict, 'path' | 'id' | 'what'>

/** What is above the level comes first: it lies in the folder against what the person asked for. */
export function toldConflicts(workspace: Workspace, upTo: Classification, run: MirrorRun): readonly ToldConflict[] {
  const told = new Map<string, ToldConflict>()
  for (const [path, conflict] of run.writer.conflicts)
    told.set(path, { path, id: conflict.id, what: whatOf(workspace, upTo, run, path, conflict) })
  for (const [path, aside] of run.writer.ledger.asides) {
    const what = isHighest(upTo) || run.writer.ledger.files.has(path) ? undefined : whatOfAside(workspace, upTo, run, aside)
    if (what) told.set(path, { path, id: aside.id, what })
  }
  return [...told.values()].toSorted((a, b) => Number(isAbove(b)) - Number(isAbove(a)))
}

const isAbove = ({ what }: ToldConflict) => what === 'aboveLevel' || what === 'asideAbove'

/** As the workspace stands now: a record may rise above the level after its file was edited. */
function whatOf(workspace: Workspace, upTo: Classification, run: MirrorRun, path: string, { id, what }: Conflict): MirrorConflict['what'] {
  if (what !== 'edited') return what
  const head = id === null ? undefined : workspace.head(id)
  if (head) return isWithin(head.classification, upTo) ? 'edited' : 'aboveLevel'
  return run.plan.isWanted(path) ? 'edited' : 'unwanted'
}

/** Undefined while it may lie there: its record is known, and within the level. */
function whatOfAside(workspace: Workspace, upTo: Classification, run: MirrorRun, { of, id }: Aside): MirrorConflict['what'] | undefined {
  const head = id === null ? undefined : workspace.head(id)
  if (head) return isWithin(head.classification, upTo) ? undefined : 'asideAbove'
  return id === null && run.plan.isWanted(of) ? undefined : 'asideUnknown'
}
