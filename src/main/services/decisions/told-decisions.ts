/** Decisions as a document tells them: with their actions, and nothing named in them that is above the document's level. */
import type { DecisionRow } from '../../../shared/contract/decisions.ts'
import { linksAsWords } from '../../../shared/markdown/links-as-words.ts'
import { standingTasks } from '../../../shared/markdown/standing.ts'
import type { Task } from '../../../shared/markdown/tasks.ts'
import type { Classification } from '../../../shared/model/common.ts'
import { unlessDamaged } from '../../workspace/unless-damaged.ts'
import { linkedActions } from '../derived/linked-actions.ts'
import { tellingUpTo } from '../texts/may-name.ts'
import type { OpenWorkspace } from '../workspace/open-workspace.ts'

export interface ToldDecision extends Omit<DecisionRow, 'actions'> {
  readonly actions: readonly Pick<Task, 'text' | 'responsible' | 'due' | 'state'>[]
}

/** @param rows in the order of their texts */
export async function toldDecisions(open: OpenWorkspace, rows: readonly DecisionRow[], upTo: Classification): Promise<ToldDecision[]> {
  const telling = await tellingUpTo(open, upTo)
  const told = (markdown: string) => linksAsWords(telling.text(markdown))
  let read: { readonly id: string; readonly lines: readonly string[]; readonly tasks: readonly Task[] } | undefined
  const textOf = async (id: string) => {
    if (read?.id === id) return read
    const record = await unlessDamaged(open.workspace.read(id))
    const known = record && record !== 'damaged' ? record : undefined
    return (read = { id, lines: known?.body.split('\n') ?? [], tasks: known ? standingTasks(known) : [] })
  }
  const decisions: ToldDecision[] = []
  for (const row of rows) {
    const { lines, tasks } = row.actions > 0 ? await textOf(row.recordId) : { lines: [], tasks: [] }
    decisions.push({
      ...row,
      number: told(row.number),
      title: told(row.title),
      text: told(row.text),
      supersededBy: told(row.supersededBy),
      supersedes: row.supersedes.map(told),
      recordTitle: telling.name(row.recordTitle),
      clashes: row.clashes.map((other) => ({ ...other, title: telling.name(other.title) })),
      actions: linkedActions(lines, tasks, row).map(({ text, responsible, due, state }) => ({
        text: told(text),
        responsible: responsible.map(telling.name),
        due,
        state,
      })),
    })
  }
  return decisions
}
