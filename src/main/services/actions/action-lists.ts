/** Lists of actions, worked out once for each state of the workspace: scrolling asks for the same list again. */
import type { ActionGroup } from '../../../shared/contract/actions.ts'
import type { SearchedFor } from '../../../shared/contract/search.ts'
import type { ActionFilter, ActionGrouping } from '../../../shared/model/action-lists.ts'
import { dateNumber } from '../derived/date-number.ts'
import { stateOf } from '../derived/facts-store.ts'
import { pacing } from '../pacing.ts'
import { rowOfText } from '../texts/row-of-text.ts'
import { guessedQueries, KnownWords } from '../texts/guessed-queries.ts'
import { textFilter, type TextFilter } from '../texts/text-filter.ts'
import type { OpenWorkspace } from '../workspace/open-workspace.ts'
import { ActionHeadings, type Heading } from './action-groups.ts'
import { isOverdue, type ActionPlace } from './action-order.ts'
import { ActionReader, placesOf } from './action-rows.ts'

export interface WantedActions {
  readonly recordId: string | null
  readonly state: ActionFilter
  readonly text: string
  readonly group: ActionGrouping | null
}

export interface ActionList {
  /** As they are shown: one that belongs to two groups is there twice. */
  readonly places: readonly ActionPlace[]
  /** How many there are, each counted once. */
  readonly actions: number
  /** In their order; none where the list is not grouped. */
  readonly groups: readonly ActionGroup[]
  /** What the text was taken for where nothing at all fits it; null: as it was typed. */
  readonly searchedFor: SearchedFor
}

/** Between two turns of the event loop. */
const WORKED_AT_ONCE = 500
/** Lists of one window and of the next. */
const MOST_KEPT = 8

function inState(packed: number, state: WantedActions['state'], day: number): boolean {
  if (state === 'all') return true
  return state === 'overdue' ? isOverdue(packed, day) : stateOf(packed) === state
}

/** Those that fit, in their order; text by text, so that each is read once. */
async function fitting(open: OpenWorkspace, places: readonly ActionPlace[], fits: TextFilter | null): Promise<readonly ActionPlace[]> {
  if (!fits) return places
  const reader = new ActionReader(open.index)
  const next = pacing(WORKED_AT_ONCE)
  const found = new Set<ActionPlace>()
  for (const place of places.toSorted((a, b) => a.row - b.row)) {
    await next()
    const row = reader.at(place)
    if (row && fits.action(place.row, row)) found.add(place)
  }
  return places.filter((place) => found.has(place))
}

async function wordsOf(open: OpenWorkspace, places: readonly ActionPlace[]): Promise<KnownWords> {
  const known = new KnownWords()
  const reader = new ActionReader(open.index)
  const next = pacing(WORKED_AT_ONCE)
  for (const place of places.toSorted((a, b) => a.row - b.row)) {
    await next()
    const row = reader.at(place)
    if (row)
      for (const text of [row.text, row.recordTitle, ...row.responsible, ...row.remarks.map((remark) => remark.text)]) known.add(text)
  }
  return known
}

interface Fitting {
  readonly places: readonly ActionPlace[]
  readonly searchedFor: SearchedFor
}

async function placesFitting(
  open: OpenWorkspace,
  all: readonly ActionPlace[],
  text: string,
  shown: (place: ActionPlace) => boolean,
): Promise<Fitting> {
  const fits = await textFilter(open, text)
  const places = await fitting(open, all.filter(shown), fits)
  if (!fits || places.length > 0) return { places, searchedFor: null }
  // what fits among those that are not shown was not mistyped
  if ((await fitting(open, all, fits)).length > 0) return { places, searchedFor: null }
  for (const guess of guessedQueries(text, await wordsOf(open, all))) {
    const guessed = await textFilter(open, guess.text)
    const near = guessed ? await fitting(open, all, guessed) : []
    if (near.length > 0) return { places: near.filter(shown), searchedFor: guess }
  }
  return { places, searchedFor: null }
}

async function placesWanted(open: OpenWorkspace, { recordId, state, text }: WantedActions, day: number): Promise<Fitting> {
  const { index } = open
  const all: Iterable<ActionPlace> = recordId === null ? open.actions.places() : placesOf(index, rowOfText(open, recordId))
  const found = await placesFitting(open, [...all], text, (place) => inState(place.packed, state, day))
  if (recordId !== null || state !== 'all') return found
  // what is done is looked for last, whatever its deadline was
  const isOpen = ({ packed }: ActionPlace) => stateOf(packed) === 'open'
  const { places, searchedFor } = found
  return { places: [...places.filter(isOpen), ...places.filter((place) => !isOpen(place))], searchedFor }
}

async function listOf(open: OpenWorkspace, wanted: WantedActions, today: string): Promise<ActionList> {
  const day = dateNumber(today)
  const { places: found, searchedFor } = await placesWanted(open, wanted, day)
  if (wanted.group === null) return { places: found, actions: found.length, groups: [], searchedFor }
  const headings = new ActionHeadings(open.index, today)
  const next = pacing(WORKED_AT_ONCE)
  const members = new Map<Heading, ActionPlace[]>()
  for (const place of found) {
    await next()
    for (const heading of headings.of(place, wanted.group)) {
      const those = members.get(heading)
      if (those) those.push(place)
      else members.set(heading, [place])
    }
  }
  const compare = headings.order(wanted.group)
  const places: ActionPlace[] = []
  const groups: ActionGroup[] = []
  for (const [heading, those] of [...members].toSorted(([a], [b]) => compare(a, b))) {
    const overdue = those.filter(({ packed }) => isOverdue(packed, day)).length
    groups.push({ ...heading, from: places.length, count: those.length, overdue })
    for (const place of those) places.push(place)
  }
  return { places, actions: found.length, groups, searchedFor }
}

/** The groups that rows `from` to `to` (excluded) belong to. */
export const groupsIn = ({ groups }: ActionList, from: number, to: number): readonly ActionGroup[] =>
  groups.filter((group) => group.from < to && group.from + group.count > from)

/** The lists of one open workspace; what a commit or midnight makes stale is worked out again. */
export class ActionLists {
  readonly #open: OpenWorkspace
  readonly #kept = new Map<string, Promise<ActionList>>()
  #of = ''

  constructor(open: OpenWorkspace) {
    this.#open = open
  }

  /** @throws AppError NOT_FOUND */
  list(wanted: WantedActions, today: string): Promise<ActionList> {
    const of = `${this.#open.index.version} ${today}`
    if (of !== this.#of) {
      this.#of = of
      this.#kept.clear()
    }
    const key = JSON.stringify([wanted.recordId, wanted.state, wanted.group, wanted.text.trim()])
    const known = this.#kept.get(key)
    if (known) return known
    const list = listOf(this.#open, wanted, today)
    this.#kept.set(key, list)
    list.catch(() => this.#kept.get(key) === list && this.#kept.delete(key))
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= MOST_KEPT) break
      this.#kept.delete(oldest)
    }
    return list
  }
}
