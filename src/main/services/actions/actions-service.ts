/** Actions over all texts, or those of one; changed where they stand, from any list that shows them. */
import type { actionMethods } from '../../../shared/contract/actions.ts'
import { dateNumber } from '../derived/date-number.ts'
import { stateOf } from '../derived/facts-store.ts'
import { pacing } from '../pacing.ts'
import type { Service, ServiceContext } from '../service-context.ts'
import { rowOfText } from '../texts/row-of-text.ts'
import { textFilter } from '../texts/text-filter.ts'
import { isOverdue, type ActionPlace } from './action-order.ts'
import { ActionReader, placesOf, type ActionRow } from './action-rows.ts'
import { changeAction } from './change-action.ts'

type State = 'open' | 'overdue' | 'done' | 'all'

const inState = (packed: number, state: State, day: number) =>
  state === 'all' || (state === 'overdue' ? isOverdue(packed, day) : stateOf(packed) === state)

export function actionsService({ session, author, today }: ServiceContext): Service<typeof actionMethods> {
  return {
    /** By deadline; those of one record in the order of its text. */
    'actions.list': ({ recordId, state, text, from, count }) =>
      session.use(async (open) => {
        const { index } = open
        const fits = await textFilter(open, text)
        const day = dateNumber(today())
        const { revision } = open.workspace
        const places: Iterable<ActionPlace> = recordId === null ? open.actions.places() : placesOf(index, rowOfText(open, recordId))
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

    /** One action, as a command of its own that can be undone. */
    'actions.change': (input, { client }) =>
      session.use(async (open) => {
        const { commit } = await open.change(author(), client, (transaction) => changeAction(transaction, input, today()), {
          kind: 'command',
        })
        return { commit }
      }),
  }
}

/** Between two turns of the event loop. */
const WORKED_AT_ONCE = 500
