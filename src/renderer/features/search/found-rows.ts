/** What was found lately, by its search: coming back shows it at once, where it was left. */
import { createStore } from 'zustand/vanilla'
import type { Output } from '../../../shared/contract/index.ts'
import type { SearchHit } from '../../../shared/contract/search.ts'
import { client } from '../../api/client.ts'
import { PagedRows } from '../../parts/rows/paged-rows.ts'
import { moveTo, nothingSelected, type Selection } from '../../parts/rows/selection.ts'
import { onRecordsChange } from '../../store/apply-changes.ts'
import type { Search } from '../../store/search-address.ts'
import { useSession } from '../../store/session.ts'

export type SearchAnswer = Output<'search.page'>

export interface Found {
  readonly key: string
  readonly rows: PagedRows<SearchHit>
  /** The last answer of the index: everything but the rows. */
  answer: SearchAnswer | null
  /** The first row that was seen. */
  top: number
  readonly remember: (top: number) => void
}

const PAGE = 50
const KEPT = 12
const kept = new Map<string, Found>()
/** The row the keys stand on, by search. */
export const selections = createStore<Readonly<Record<string, Selection>>>(() => ({}))
export const selectionOf = (all: Readonly<Record<string, Selection>>, key: string): Selection => all[key] ?? nothingSelected

const byRows = new WeakMap<PagedRows<SearchHit>, Found>()

function make(key: string, { text, filters, sort }: Search): Found {
  const read = async (from: number, count: number) => {
    const answer = await client.call('search.page', { text, filters, sort, from, count: Math.min(count, 200) })
    found.answer = answer
    return { revision: answer.revision, total: answer.total, rows: answer.hits }
  }
  const found: Found = {
    key,
    rows: new PagedRows(read, { pageSize: PAGE }),
    answer: null,
    top: 0,
    remember: (top) => {
      found.top = top
    },
  }
  byRows.set(found.rows, found)
  return found
}

/** The rows of a search; those asked for longest ago are forgotten. */
export function foundRows(search: Search): Found {
  // a space behind the last word changes nothing
  const asked = { ...search, text: search.text.trimEnd() }
  const key = JSON.stringify(asked)
  const found = kept.get(key) ?? make(key, asked)
  kept.delete(key)
  kept.set(key, found)
  for (const oldest of kept.keys()) {
    if (kept.size <= KEPT) break
    kept.delete(oldest)
    selections.setState(({ [oldest]: _gone, ...others }) => others, true)
  }
  return found
}

/** Whose rows these are. */
export const foundOf = (rows: PagedRows<SearchHit>): Found | undefined => byRows.get(rows)

/** Puts the keys on the first row in sight, unless they stand on one already; false when there is none. */
export function moveToFirst({ key, rows, top }: Found): boolean {
  const first = rows.row(top)
  if (!first) return false
  selections.setState((all) => (all[key]?.cursor ? all : { [key]: moveTo({ index: top, id: first.id }) }))
  return true
}

const workspaceId = () => {
  const workspace = useSession.getState().app?.workspace
  return workspace?.status === 'open' ? workspace.id : null
}
let openWorkspace = workspaceId()
useSession.subscribe(() => {
  const now = workspaceId()
  if (now === openWorkspace) return
  openWorkspace = now
  kept.clear()
  selections.setState({}, true)
})
const refreshAll = () => {
  for (const { rows } of kept.values()) rows.refresh()
}
onRecordsChange(refreshAll)
client.on('search.progressed', ({ done, total }) => {
  if (done >= total) refreshAll()
})
