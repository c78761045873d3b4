import type { DecisionQuestion } from './decision-menu.tsx'
import { NumberDialog } from './number-dialog.tsx'
import type { ShownDecision } from './shown-decision.ts'
import { StatusDialog } from './status-dialog.tsx'

/** What is asked about which decision. */
export interface AskedDecision {
  readonly decision: ShownDecision
  readonly question: DecisionQuestion
}

/** The dialog of a question about a decision; nothing while nothing is asked. */
export function DecisionDialog({ asked, onClose }: { readonly asked: AskedDecision | null; readonly onClose: () => void }) {
  if (!asked) return null
  const { decision, question } = asked
  if (question === 'number') return <NumberDialog decision={decision} onClose={onClose} />
  return <StatusDialog decision={decision} status={question} onClose={onClose} />
}
