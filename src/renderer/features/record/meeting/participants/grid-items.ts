/** What the table shows, in order: every row as it was entered, or by delegation with a heading over each. Pure. */
import { delegationsOf, type Delegation, type DelegationOptions } from '../../../../../shared/meetings/delegations.ts'
import type { Participant } from '../../../../../shared/model/meeting.ts'

export type GridItem =
  | { readonly type: 'heading'; readonly delegation: Delegation }
  /** `row`: its place in the list of participants. */
  | { readonly type: 'row'; readonly row: number }

/** `grouping` null: as entered. */
export function gridItems(participants: readonly Participant[], grouping: DelegationOptions | null): GridItem[] {
  if (!grouping) return participants.map((_, row) => ({ type: 'row', row }))
  return delegationsOf(participants, grouping).flatMap((delegation) => [
    { type: 'heading' as const, delegation },
    ...delegation.rows.map((row) => ({ type: 'row' as const, row })),
  ])
}

/** The item some rows further, passing headings by; the nearest one where there are not so many. Undefined without rows. */
export function itemBeyond(items: readonly GridItem[], from: number, steps: number): number | undefined {
  const direction = steps < 0 ? -1 : 1
  let left = Math.abs(steps)
  let found: number | undefined
  for (let at = from; at >= 0 && at < items.length; at += direction) {
    if (items[at]?.type !== 'row') continue
    found = at
    if (at !== from) left -= 1
    if (left <= 0) break
  }
  return found
}
