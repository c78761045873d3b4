/** Numbers that more than one decision bears. */
import type { Output } from '../../../shared/contract/index.ts'
import { linkKey } from '../../../shared/text/link-key.ts'
import type { DecisionNames } from '../decisions/decision-names.ts'
import type { RecordIndex } from '../record-index.ts'

type Clash = Output<'today.get'>['clashes'][number]

const SHOWN = 5
/** SC/2023/9 stands before SC/2023/10. */
const byNumber = new Intl.Collator('en', { numeric: true })

/** The first few by number, and how many there are. */
export function numberClashes(index: RecordIndex, names: DecisionNames): { shown: Clash[]; total: number } {
  const clashes = [...names.clashes()].toSorted((a, b) => byNumber.compare(a.key, b.key))
  const shown = clashes.slice(0, SHOWN).map(({ key, rows }) => ({
    number: index.decisions(rows[0] ?? 0).find((decision) => linkKey(decision.number) === key)?.number ?? '',
    records: index.headsOf(new Set(rows)).map(({ id, kind, title }) => ({ id, kind, title })),
  }))
  return { shown, total: clashes.length }
}
