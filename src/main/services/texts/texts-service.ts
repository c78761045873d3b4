/** Actions and decisions over all texts, or those of one. */
import type { listMethods } from '../../../shared/contract/lists.ts'
import { notFound, type Service, type ServiceContext } from '../service-context.ts'
import type { OpenWorkspace } from '../workspace/open-workspace.ts'
import { actionFilter, actionsOf, allActions, isOverdue, type ActionRow } from './action-rows.ts'
import { allDecisions, decisionFilter, decisionsOf } from './decision-rows.ts'

type TextsMethods = Pick<typeof listMethods, 'actions.list' | 'decisions.list'>
type State = 'open' | 'overdue' | 'done' | 'all'

const inState = (row: ActionRow, state: State, today: string) =>
  state === 'all' || (state === 'overdue' ? isOverdue(row, today) : row.state === state)

/** The rows of one record, or of all. @throws AppError NOT_FOUND */
function rowsOf<T>(
  { workspace, index }: OpenWorkspace,
  id: string | null,
  one: (of: typeof index, id: string) => readonly T[],
  all: (of: typeof index) => readonly T[],
): readonly T[] {
  if (id === null) return all(index)
  if (!workspace.head(id)) throw notFound(id)
  return one(index, id)
}

export function textsService({ session, today }: ServiceContext): Service<TextsMethods> {
  return {
    /** By deadline; those of one record in the order of its text. */
    'actions.list': ({ recordId, state, text, from, count }) =>
      session.use(async (open) => {
        const matches = actionFilter(text)
        const day = today()
        const rows = rowsOf(open, recordId, actionsOf, allActions).filter((row) => inState(row, state, day) && matches(row))
        return { revision: open.workspace.revision, total: rows.length, rows: rows.slice(from, from + count) }
      }),

    /** The newest text first; those of one record in the order of its text. */
    'decisions.list': ({ recordId, text, from, count }) =>
      session.use(async (open) => {
        const rows = rowsOf(open, recordId, decisionsOf, allDecisions).filter(decisionFilter(text))
        return { revision: open.workspace.revision, total: rows.length, rows: rows.slice(from, from + count) }
      }),
  }
}
