/** What the words in a filter box let through of actions and decisions, in the language of the search. */
import type { ActionRow } from '../../../shared/contract/actions.ts'
import type { DecisionRow } from '../../../shared/contract/decisions.ts'
import type { OpenWorkspace } from '../workspace/open-workspace.ts'

export interface TextFilter {
  action(row: number, action: ActionRow): boolean
  decision(row: number, decision: DecisionRow): boolean
}

/** Null: all. */
export async function textFilter(open: OpenWorkspace, text: string): Promise<TextFilter | null> {
  if (text.trim() === '') return null
  const { reader } = await open.search()
  const filter = await reader.filter(text)
  if (!filter) return null
  const { TextDocuments } = await import('./text-documents.ts')
  const documents = new TextDocuments(open.index)
  return {
    action: (row, action) => filter(documents.action(row, action)),
    decision: (row, decision) => filter(documents.decision(row, decision)),
  }
}
