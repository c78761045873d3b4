/** Windows of lists, and the numbers beside the sections. */
import type { listMethods } from '../../../shared/contract/lists.ts'
import type { Output } from '../../../shared/contract/index.ts'
import type { Service, ServiceContext } from '../service-context.ts'
import { dateNumber } from '../derived/date-number.ts'
import { stateOf } from '../derived/facts-store.ts'
import { isOverdue } from '../actions/action-order.ts'
import type { OpenWorkspace } from '../workspace/open-workspace.ts'
import type { ListRow } from './list-filter.ts'
import { compareText } from './list-sort.ts'

type ListsMethods = Pick<typeof listMethods, 'list.query' | 'list.position' | 'list.counts' | 'list.tags'>
type Counts = Output<'list.counts'>

const SECTION = { country: 'countries', note: 'notes', meeting: 'meetings', study: 'studies' } as const

function countAll({ index }: OpenWorkspace, today: string): Counts {
  const contacts = { person: 0, organisation: 0, body: 0 }
  const counts = { countries: 0, notes: 0, meetings: 0, studies: 0, trash: 0, openActions: 0, overdueActions: 0, decisions: 0 }
  const { columns, rowCount } = index
  for (let row = 0; row < rowCount; row += 1) {
    const kind = columns.kind(row)
    if (kind === undefined) continue
    if (columns.isTrashed(row)) counts.trash += 1
    else if (kind === 'contact') contacts[columns.contactType(row) ?? 'person'] += 1
    else counts[SECTION[kind]] += 1
    counts.decisions += columns.decisions(row)
  }
  const day = dateNumber(today)
  index.eachDue((packed) => {
    if (stateOf(packed) !== 'open') return
    counts.openActions += 1
    if (isOverdue(packed, day)) counts.overdueActions += 1
  })
  return { contacts, ...counts }
}

const countTags = ({ index }: OpenWorkspace): Output<'list.tags'> =>
  [...index.tagCounts()].map(([tag, count]) => ({ tag, count })).toSorted((a, b) => compareText(a.tag, b.tag))

/** Counted once a version and day: the sidebar asks after every commit, and again in every window. */
function countedOnce(count: typeof countAll): typeof countAll {
  const kept = new WeakMap<OpenWorkspace, { readonly version: number; readonly day: string; readonly counts: Counts }>()
  return (open, day) => {
    const before = kept.get(open)
    if (before?.version === open.index.version && before.day === day) return before.counts
    const counts = count(open, day)
    kept.set(open, { version: open.index.version, day, counts })
    return counts
  }
}

export function listsService({ session, today }: ServiceContext): Service<ListsMethods> {
  const counts = countedOnce(countAll)

  return {
    /** Rows of a list; scrolling asks for the same list again and costs only the rows. */
    'list.query': ({ query, from, count }) =>
      session.use(async ({ lists, workspace }) => {
        const result = await lists.result(query)
        const total = result.rows.length
        const rows: ListRow[] = []
        for (let at = from; at < Math.min(from + count, total); at += 1) {
          const row = lists.rowAt(result, at)
          if (row) rows.push(row)
        }
        return { revision: workspace.revision, total, rows }
      }),

    'list.position': ({ query, id }) =>
      session.use(async ({ lists, index }) => {
        const { rows } = await lists.result(query)
        const row = index.rowOf(id)
        const position = row === undefined ? -1 : rows.indexOf(row)
        return { position: position === -1 ? null : position }
      }),

    'list.counts': () => session.use(async (open) => counts(open, today())),

    'list.tags': () => session.use(async (open) => countTags(open)),
  }
}
