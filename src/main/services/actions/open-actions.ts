/** Open actions of some texts, by deadline. */
import type { OpenWorkspace } from '../workspace/open-workspace.ts'
import { stateOf } from '../derived/facts-store.ts'
import { ActionReader, type ActionRow } from './action-rows.ts'

/** Those of `rows` that fit. */
export function openActions(
  { index, actions }: OpenWorkspace,
  rows: ReadonlySet<number>,
  fits: (action: ActionRow) => boolean,
): ActionRow[] {
  if (rows.size === 0) return []
  const reader = new ActionReader(index)
  const found: ActionRow[] = []
  for (const place of actions.places()) {
    if (!rows.has(place.row) || stateOf(place.packed) !== 'open') continue
    const action = reader.at(place)
    if (action && fits(action)) found.push(action)
  }
  return found
}
