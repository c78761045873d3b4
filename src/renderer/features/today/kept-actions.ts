/** What was ticked here stays in its place until the screen is left, so that it can be unticked where it was ticked. Pure. */
import type { DueAction } from '../../../shared/contract/today.ts'

export const keyOfAction = ({ recordId, line, text }: DueAction): string => `${recordId} ${line} ${text}`

/** `fresh` with those of `before` that were ticked and are gone from it, each behind the one it stood behind. */
export function withKept(before: readonly DueAction[], fresh: readonly DueAction[], ticked: ReadonlySet<string>): DueAction[] {
  const there = new Set(fresh.map(keyOfAction))
  const rows = [...fresh]
  before.forEach((row, at) => {
    const key = keyOfAction(row)
    if (there.has(key) || !ticked.has(key)) return
    const earlier = before.slice(0, at).findLast((other) => rows.some((kept) => keyOfAction(kept) === keyOfAction(other)))
    const place = earlier ? rows.findIndex((kept) => keyOfAction(kept) === keyOfAction(earlier)) + 1 : 0
    rows.splice(place, 0, { ...row, state: 'done' })
  })
  return rows
}
