/** Windows of lists, and the numbers beside the sections. */
import type { listMethods } from '../../../shared/contract/lists.ts'
import type { Output } from '../../../shared/contract/index.ts'
import type { Service, ServiceContext } from '../service-context.ts'
import { isOverdue } from '../texts/action-rows.ts'
import type { OpenWorkspace } from '../workspace/open-workspace.ts'
import { compareText } from './list-sort.ts'

type ListsMethods = Pick<typeof listMethods, 'list.query' | 'list.position' | 'list.counts' | 'list.tags'>
type Counts = Output<'list.counts'>

const SECTION = { country: 'countries', note: 'notes', meeting: 'meetings', study: 'studies' } as const

function countAll({ workspace, index }: OpenWorkspace, today: string): Counts {
  const contacts = { person: 0, organisation: 0, body: 0 }
  const counts = { countries: 0, notes: 0, meetings: 0, studies: 0, trash: 0, openActions: 0, overdueActions: 0, decisions: 0 }
  for (const head of workspace.heads()) {
    if (head.trashedAt !== '') counts.trash += 1
    else if (head.kind === 'contact') contacts[head.contactType] += 1
    else counts[SECTION[head.kind]] += 1
  }
  for (const id of index.recordsWithTasks()) {
    for (const task of index.tasks(id)) {
      if (task.state !== 'open') continue
      counts.openActions += 1
      if (isOverdue(task, today)) counts.overdueActions += 1
    }
  }
  for (const id of index.recordsWithDecisions()) counts.decisions += index.decisions(id).length
  return { contacts, ...counts }
}

function countTags({ index }: OpenWorkspace): Output<'list.tags'> {
  const counts = new Map<string, number>()
  for (const { tags } of index.heads()) for (const tag of tags) counts.set(tag, (counts.get(tag) ?? 0) + 1)
  return [...counts].map(([tag, count]) => ({ tag, count })).toSorted((a, b) => compareText(a.tag, b.tag))
}

export function listsService({ session, today }: ServiceContext): Service<ListsMethods> {
  return {
    /** Rows of a list; scrolling asks for the same list again and costs only the rows. */
    'list.query': ({ query, from, count }) =>
      session.use(async ({ lists, workspace }) => {
        const result = lists.result(query)
        const rows = result.slice(from, from + count).map((placed) => lists.row(placed))
        return { revision: workspace.revision, total: result.length, rows }
      }),

    'list.position': ({ query, id }) =>
      session.use(async ({ lists }) => {
        const position = lists.result(query).findIndex(({ head }) => head.id === id)
        return { position: position === -1 ? null : position }
      }),

    'list.counts': () => session.use(async (open) => countAll(open, today())),

    'list.tags': () => session.use(async (open) => countTags(open)),
  }
}
