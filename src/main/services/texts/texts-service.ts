/** Actions and decisions over all texts, or those of one. */
import type { actionMethods } from '../../../shared/contract/actions.ts'
import type { listMethods } from '../../../shared/contract/lists.ts'
import { dateNumber } from '../derived/date-number.ts'
import { stateOf } from '../derived/facts-store.ts'
import { pacing } from '../pacing.ts'
import { notFound, type Service, type ServiceContext } from '../service-context.ts'
import type { OpenWorkspace } from '../workspace/open-workspace.ts'
import { isOverdue, type ActionPlace } from './action-order.ts'
import { ActionReader, placesOf, type ActionRow } from './action-rows.ts'
import { decisionsAt, type DecisionRow } from './decision-rows.ts'

type TextsMethods = Pick<typeof actionMethods, 'actions.list'> & Pick<typeof listMethods, 'decisions.list'>
interface TextFilter {
  action(row: number, action: ActionRow): boolean
  decision(row: number, decision: DecisionRow): boolean
}
type State = 'open' | 'overdue' | 'done' | 'all'

const inState = (packed: number, state: State, day: number) =>
  state === 'all' || (state === 'overdue' ? isOverdue(packed, day) : stateOf(packed) === state)

/** Which texts the words in a filter box let through, in the language of the search; null: all. */
async function textFilter(open: OpenWorkspace, text: string): Promise<TextFilter | null> {
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

/** @throws AppError NOT_FOUND */
function rowOf({ workspace, index }: OpenWorkspace, id: string): number {
  const row = workspace.head(id) && index.rowOf(id)
  if (row === undefined) throw notFound(id)
  return row
}

export function textsService({ session, today }: ServiceContext): Service<TextsMethods> {
  return {
    /** By deadline; those of one record in the order of its text. */
    'actions.list': ({ recordId, state, text, from, count }) =>
      session.use(async (open) => {
        const { index } = open
        const fits = await textFilter(open, text)
        const day = dateNumber(today())
        const { revision } = open.workspace
        const places: Iterable<ActionPlace> = recordId === null ? open.actions.places() : placesOf(index, rowOf(open, recordId))
        const reader = new ActionReader(index)
        const rows: ActionRow[] = []
        let total = 0
        const next = pacing(WORKED_AT_ONCE)
        for (const place of places) {
          if (!inState(place.packed, state, day)) continue
          const isShown = total >= from && total < from + count
          if (!fits && !isShown) {
            total += 1
            continue
          }
          await next()
          const row = reader.at(place)
          if (!row || fits?.action(place.row, row) === false) continue
          if (isShown) rows.push(row)
          total += 1
        }
        return { revision, total, rows }
      }),

    /** The newest text first; those of one record in the order of its text. */
    'decisions.list': ({ recordId, text, from, count }) =>
      session.use(async (open) => {
        const { index } = open
        const { revision } = open.workspace
        const order = { kind: null, trashed: false, key: 'textDate', direction: 'descending', withDecisions: true } as const
        const texts = recordId === null ? await open.lists.order(order) : [rowOf(open, recordId)]
        const fits = await textFilter(open, text)
        const rows: DecisionRow[] = []
        let total = 0
        const next = pacing(WORKED_AT_ONCE)
        for (const row of texts) {
          const own = index.columns.decisions(row)
          const isShown = total < from + count && total + own > from
          if (!fits && !isShown) {
            total += own
            continue
          }
          await next()
          for (const decision of decisionsAt(index, row)) {
            if (fits?.decision(row, decision) === false) continue
            if (total >= from && total < from + count) rows.push(decision)
            total += 1
          }
        }
        return { revision, total, rows }
      }),
  }
}

/** Between two turns of the event loop. */
const WORKED_AT_ONCE = 500
