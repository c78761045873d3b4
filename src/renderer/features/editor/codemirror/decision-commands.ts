/** Decisions: made of lines, numbered, and said how they were taken. */
import type { EditorState, TransactionSpec } from '@codemirror/state'
import { decisionEdits, type DecisionChange } from '../../../../shared/markdown/change-decision.ts'
import { findDecisions } from '../../../../shared/markdown/decisions.ts'
import type { Taken } from '../../../../shared/markdown/taken-words.ts'
import { asDecision, isDecision } from '../text/line-marks.ts'
import { quoteCommand } from './quote-command.ts'

/** Lines become a decision, the first its title; a decision becomes plain lines again. */
export const toggleDecision = quoteCommand(asDecision)

/** A decision as its first line says it. */
export interface DecisionAt {
  readonly number: string
  readonly title: string
  readonly taken: Taken
}

/** The decision that begins on the line of a place; null when none does. */
export function decisionAt(state: EditorState, at: number): DecisionAt | null {
  const { text } = state.doc.lineAt(at)
  const found = isDecision(text) ? findDecisions(text.trimStart())[0] : undefined
  return found ? { number: found.number, title: found.title, taken: found.taken } : null
}

/** Changes the decision that begins on the line of a place; null when it cannot be written there. */
export function changeDecisionAt(state: EditorState, at: number, change: DecisionChange): TransactionSpec | null {
  if (state.readOnly) return null
  const edits = decisionEdits(state.doc.toString(), state.doc.lineAt(at).number - 1, change)
  if (!edits || edits.length === 0) return null
  const changes = state.changes([...edits])
  const { anchor, head } = state.selection.main
  // the caret stays behind the number: there the title is written
  return {
    changes,
    selection: { anchor: changes.mapPos(anchor, 1), head: changes.mapPos(head, 1) },
    userEvent: 'input.format',
  }
}
