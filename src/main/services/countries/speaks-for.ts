/** Which countries somebody who answers for an action speaks for: one rule for lists, groups, filters and the first screen. */
import type { RecordHead } from '../../../shared/model/head.ts'
import type { RecordIndex } from '../record-index.ts'

/** The country that they represent and the one they sit in; who has neither speaks for those that they are filed under. */
function countriesOf(head: RecordHead | undefined): readonly string[] {
  if (head?.kind === 'country') return [head.code]
  if (head?.kind !== 'contact') return []
  const own = [head.represents.country, head.seat].filter(Boolean)
  return own.length > 0 ? own : head.countries
}

/** Codes, each once, in the order of the names. */
export const countriesSpokenFor = (index: Pick<RecordIndex, 'target'>, names: readonly string[]): string[] => [
  ...new Set(names.flatMap((name) => countriesOf(index.target(name)))),
]
