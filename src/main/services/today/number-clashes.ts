/** Numbers that more than one decision bears. */
import type { Output } from '../../../shared/contract/index.ts'
import { linkKey } from '../../../shared/text/link-key.ts'
import type { DecisionNames } from '../decisions/decision-names.ts'
import type { RecordIndex } from '../record-index.ts'

type Clash = Output<'today.get'>['clashes'][number]

const SHOWN = 5

/** The first few by number, and how many there are. */
export function numberClashes(index: RecordIndex, names: DecisionNames): { shown: Clash[]; total: number } {
  const found: Clash[] = []
  let total = 0
  for (const { key, rows } of names.clashes()) {
    total += 1
    if (found.length === SHOWN) continue
    const records = index.headsOf(new Set(rows)).map(({ id, kind, title }) => ({ id, kind, title }))
    const number = index.decisions(rows[0] ?? 0).find((decision) => linkKey(decision.number) === key)?.number ?? ''
    found.push({ number, records })
  }
  return { shown: found.toSorted((a, b) => (a.number < b.number ? -1 : 1)), total }
}
