import { askedPlace, placeAfter, type LateEditor } from '../codemirror/asked-place.ts'
import { changeDecisionAt, decisionAt } from '../codemirror/decision-commands.ts'
import type { NextDecision } from './next-decision.ts'

/** Numbers a decision when its number is known, unless somebody has by then; its form may be closed long since. */
export async function numberDecision(view: LateEditor, at: number, next: Promise<NextDecision>): Promise<void> {
  const place = await placeAfter(view, at, next)
  const written = place === null ? null : decisionAt(view.state, place)
  if (place === null || !written) return
  const { number, rule } = await next
  const change = { ...(written.number === '' && { number }), ...(written.taken === '' && { taken: rule }) }
  const spec = changeDecisionAt(view.state, place, change)
  if (!spec) return
  const { number: nth } = view.state.doc.lineAt(place)
  view.dispatch(spec)
  const line = view.state.doc.line(nth)
  const isAsked = view.state.field(askedPlace) !== null
  // who is about to write the title goes on behind the number; an open form sees to that when it is closed
  if (isAsked || written.title !== '' || view.state.selection.main.head !== line.to || !/\S$/.test(line.text)) return
  view.dispatch({ ...view.state.replaceSelection(' '), userEvent: 'input.format' })
}
