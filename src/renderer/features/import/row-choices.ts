/** What may be decided of the rows of an import. */
import type { ImportRow } from '../../../shared/contract/import.ts'
import type { ImportAction } from '../../../shared/model/import-mapping.ts'

/** What a person can decide of many rows, in the order in which it is offered. */
export const decisions = ['create', 'update', 'same', 'skip'] as const satisfies readonly ImportAction[]

/** What else may become of one row; none when there is nothing to decide. */
export function decisionsOf({ choices }: Pick<ImportRow, 'choices'>): readonly ImportAction[] {
  // what was refused with a choice can be taken after all, and left out again
  const offered = [...decisions, 'refused' as const].filter((decision) => choices.includes(decision))
  return offered.length > 1 ? offered : []
}

/** The record that is there, where no remark tells of it: a file that comes under another title says whose it has. */
export const likeToTell = ({ action, like, remarks }: Pick<ImportRow, 'action' | 'like' | 'remarks'>): ImportRow['like'] =>
  action === 'create' && like?.by === 'title' && remarks.length > 0 ? null : like

/** The contract's most at once. */
const MOST = 1_000

/** Paths in portions that the host takes. */
export function portions(paths: readonly string[]): string[][] {
  const all: string[][] = []
  for (let from = 0; from < paths.length; from += MOST) all.push(paths.slice(from, from + MOST))
  return all
}
