/** The one cache of each kind of list in this window, kept current. */
import type { ActionGroup, ActionRow } from '../../../shared/contract/actions.ts'
import type { DecisionRow } from '../../../shared/contract/decisions.ts'
import type { ListRow } from '../../../shared/contract/lists.ts'
import type { Input } from '../../../shared/contract/index.ts'
import { client } from '../../api/client.ts'
import { onRecordsChange } from '../../store/apply-changes.ts'
import { useSession } from '../../store/session.ts'
import { forgetLists } from './list-memory.ts'
import type { PagedRows } from './paged-rows.ts'
import { RowCache } from './row-cache.ts'

/** An action as it stands in a list; in one that is grouped, under a heading. */
export type ListedAction = ActionRow & { readonly group: ActionGroup | null }

const records = new RowCache<ListRow>()
const actions = new RowCache<ListedAction>(4)
const decisions = new RowCache<DecisionRow>(4)
const caches = [records, actions, decisions]

const openWorkspaceId = () => {
  const workspace = useSession.getState().app?.workspace
  return workspace?.status === 'open' ? workspace.id : null
}

let workspaceId = openWorkspaceId()
useSession.subscribe(() => {
  const now = openWorkspaceId()
  if (now === workspaceId) return
  workspaceId = now
  for (const cache of caches) cache.clear()
  forgetLists()
})
onRecordsChange(() => {
  for (const cache of caches) cache.refresh()
})

// while the index is being built a filter looks in what is in memory; then it is asked again
client.on('search.progressed', ({ done, total }) => {
  if (done >= total) for (const cache of caches) cache.refresh()
})

export const recordRows = (query: Input<'list.query'>['query']): PagedRows<ListRow> =>
  records.get(JSON.stringify(query), (from, count) => client.call('list.query', { query, from, count }))

export const actionRows = (query: Pick<Input<'actions.list'>, 'state' | 'text' | 'group'>): PagedRows<ListedAction> =>
  actions.get(JSON.stringify(query), async (from, count) => {
    const { revision, total, rows, groups } = await client.call('actions.list', { ...query, from, count })
    const groupAt = (index: number) => groups.find((group) => index >= group.from && index < group.from + group.count) ?? null
    return { revision, total, rows: rows.map((row, at) => ({ ...row, group: groupAt(from + at) })) }
  })

export const decisionRows = (query: Pick<Input<'decisions.list'>, 'status' | 'text'>): PagedRows<DecisionRow> =>
  decisions.get(JSON.stringify(query), (from, count) => client.call('decisions.list', { ...query, from, count }))
