/** Actions over all texts, or those of one; changed where they stand, from any list that shows them. */
import type { actionMethods } from '../../../shared/contract/actions.ts'
import type { AnyRecord } from '../../../shared/model/record.ts'
import { changeRecord } from '../records/change-record.ts'
import type { Service, ServiceContext } from '../service-context.ts'
import type { OpenWorkspace } from '../workspace/open-workspace.ts'
import { ActionLists, groupsIn } from './action-lists.ts'
import { ActionReader, namesNow } from './action-rows.ts'
import { withActionChanged } from './change-action.ts'
import { reminderFor } from './reminder.ts'
import { forgetView, saveView } from './saved-views.ts'

export function actionsService({ session, author, today, emit, newId }: ServiceContext): Service<typeof actionMethods> {
  const lists = new WeakMap<OpenWorkspace, ActionLists>()
  const listsOf = (open: OpenWorkspace) => {
    const known = lists.get(open) ?? new ActionLists(open)
    lists.set(open, known)
    return known
  }

  return {
    'actions.list': ({ from, count, ...wanted }) =>
      session.use(async (open) => {
        const { revision } = open.workspace
        const list = await listsOf(open).list(wanted, today())
        const reader = new ActionReader(open.index)
        const shown = list.places.slice(from, from + count)
        return {
          revision,
          total: list.places.length,
          actions: list.actions,
          searchedFor: list.searchedFor,
          rows: shown.flatMap((place) => reader.at(place) ?? []),
          groups: [...groupsIn(list, from, from + shown.length)],
        }
      }),

    /** One action, as a command of its own that can be undone. */
    'actions.change': (input, { client }) =>
      session.use(async (open) => {
        const changed = (record: AnyRecord) =>
          withActionChanged(record, input, { today: today(), namesNow: (names) => namesNow(open.index, names) })
        const { commit } = await open.change(author(), client, (transaction) => changeRecord(transaction, input.recordId, changed), {
          kind: 'command',
        })
        return { commit }
      }),

    'actions.reminder': (wanted) => session.use((open) => reminderFor(open, wanted, today())),

    'actions.views': () => session.use(async ({ workspace }) => ({ views: [...workspace.settings.actionViews] })),

    'actions.saveView': (view) =>
      session.use(async ({ workspace }) => {
        const saved = await saveView(workspace, view, newId)
        emit('actions.viewsChanged', {})
        return saved
      }),

    'actions.forgetView': ({ id }) =>
      session.use(async ({ workspace }) => {
        await forgetView(workspace, id)
        emit('actions.viewsChanged', {})
        return {}
      }),
  }
}
