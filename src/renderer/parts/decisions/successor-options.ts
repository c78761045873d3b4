/** Decisions that may have taken the place of another, by what is typed of their number or words. */
import { linkKey } from '../../../shared/text/link-key.ts'
import { client } from '../../api/client.ts'
import { formatDate } from '../../i18n/dates.ts'
import type { ComboboxOption } from '../../ui/combobox.tsx'
import { decisionName, decisionWords, type ShownDecision } from './shown-decision.ts'

const MOST = 20

export async function successorOptions(decision: ShownDecision, text: string): Promise<ComboboxOption[]> {
  const typed = linkKey(text)
  const { rows } = await client.call('decisions.list', { text: text.slice(0, 500), count: MOST })
  // SC/2023/1 means that number, and not SC/2023/12, which is newer
  const exact = (number: string) => (typed !== '' && linkKey(number) === typed ? 0 : 1)
  return rows
    .filter(({ recordId, line }) => recordId !== decision.recordId || line !== decision.line)
    .filter((row) => decisionName(row) !== '')
    .toSorted((a, b) => exact(a.number) - exact(b.number))
    .map((row) => ({
      value: decisionName(row),
      label: decisionWords(row),
      detail: [row.recordTitle, formatDate(row.recordDate)].filter(Boolean).join(', '),
    }))
}
