/** How the status of a decision is called, on the screen and in documents. No zod: pages ask for it. */
import type { DecisionRow } from '../contract/decisions.ts'

export type ShownStatus = DecisionRow['status'] | 'provisional'

/** Before its minutes are adopted a decision is in force for nobody outside. */
export const shownStatus = ({ status, recordKind, adopted }: Pick<DecisionRow, 'status' | 'recordKind' | 'adopted'>): ShownStatus =>
  status === 'in force' && recordKind === 'meeting' && !adopted ? 'provisional' : status
