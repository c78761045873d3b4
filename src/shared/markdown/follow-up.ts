/** Actions and decisions of a text together with the log of what became of them (docs/adr/0009-follow-up.md). */
import type { FollowUpEntry } from '../model/follow-up.ts'
import { isPartialDate } from '../model/partial-date.ts'
import { decisionStatuses, MAX_LINE } from '../model/vocabulary.ts'
import { sameNames } from './as-seen.ts'
import { remarkOf, type TaskChange } from './change-task.ts'
import type { Decision } from './decisions.ts'
import { findLinks } from './links.ts'
import type { Remark, Task } from './tasks.ts'
import { asOneLine } from './text-edit.ts'

export type DecisionStatus = (typeof decisionStatuses)[number]

/** What of an action a log may change. */
export type FollowedTask = Pick<Task, 'text' | 'state' | 'due' | 'done' | 'responsible'> & Partial<Pick<Task, 'cancelled' | 'remarks'>>

/** What became of a decision. */
export interface DecisionFate {
  readonly status: DecisionStatus
  /** Number or title of the decision in its place; empty unless the status is `superseded`. */
  readonly supersededBy: string
  /** When the status was recorded; empty while it is in force by its text alone. */
  readonly statusOn: string
  readonly remarks: readonly Remark[]
}

/** The key of an entry: an action's text, a decision's number, or title where it has none; one line of at most 2,000 characters. */
export function followUpKey(of: Pick<Task, 'text'> | Pick<Decision, 'number' | 'title'>): string {
  return asKey('number' in of ? of.number || of.title : of.text)
}

/** From here on `nth` says that no text has the item any more; no text has room for so many of the same words. */
export const GONE = 1_000_000

/** The key of entries whose item is gone: all its words, so that they go back to no other. */
export function orphanKey(of: Pick<Task, 'text'> | Pick<Decision, 'number' | 'title' | 'text'>): string {
  return asKey('number' in of ? [of.number, of.title, of.text].filter(Boolean).join(' ') : of.text)
}

function asKey(words: string): string {
  const key = asOneLine(words).normalize('NFC')
  if (key.length <= MAX_LINE) return key
  const code = key.charCodeAt(MAX_LINE - 1)
  return key.slice(0, code >= 0xd800 && code <= 0xdbff ? MAX_LINE - 1 : MAX_LINE)
}

type Item = Parameters<typeof followUpKey>[0]

/** For each item its key, and which of those with this key it is, from 0 in the order of the text. */
export function followUpPlaces(items: readonly Item[]): Pick<FollowUpEntry, 'key' | 'nth'>[] {
  const counts = new Map<string, number>()
  return items.map((item) => {
    const key = followUpKey(item)
    const nth = counts.get(key) ?? 0
    counts.set(key, nth + 1)
    return { key, nth }
  })
}

/** The place of one of them. */
export function followUpPlace(items: readonly Item[], at: number): Pick<FollowUpEntry, 'key' | 'nth'> {
  const place = followUpPlaces(items)[at]
  if (!place) throw new RangeError(`There is no item ${at}.`)
  return place
}

/** Actions as they stand now. `orphans` are entries whose action the text has no more. */
export function tasksWithFollowUp<T extends FollowedTask>(
  tasks: readonly T[],
  followUp: readonly FollowUpEntry[],
): { readonly tasks: (T & { readonly remarks: Remark[] })[]; readonly orphans: FollowUpEntry[] } {
  const { of, orphans } = entriesOf('action', tasks, followUp)
  return { tasks: tasks.map((task, at) => followed(task, of.get(at) ?? [])), orphans }
}

/** Decisions and what became of them. `orphans` are entries whose decision the text has no more. */
export function decisionsWithFollowUp<D extends Pick<Decision, 'number' | 'title'>>(
  decisions: readonly D[],
  followUp: readonly FollowUpEntry[],
): { readonly decisions: (D & DecisionFate)[]; readonly orphans: FollowUpEntry[] } {
  const { of, orphans } = entriesOf('decision', decisions, followUp)
  return { decisions: decisions.map((decision, at) => ({ ...decision, ...fateOf(of.get(at) ?? []) })), orphans }
}

/**
 * The entries that record a change of an action; none when all is so already. `at` is its place in `tasks`, as they stand
 * now. Null when there is no such action, or when what is asked cannot be recorded: a name with brackets, no date.
 */
export function entriesOfChange(tasks: readonly FollowedTask[], at: number, change: TaskChange): FollowUpEntry[] | null {
  const task = tasks[at]
  if (!task) return null
  const { state, due, responsible, today } = change
  const remark = remarkOf(change)
  if (remark === null) return null
  const values: Pick<FollowUpEntry, 'change' | 'value' | 'on'>[] = []
  if (state !== undefined && state !== task.state) values.push({ change: 'state', value: state, on: today })
  if (due !== undefined && due !== task.due) values.push({ change: 'due', value: due, on: today })
  if (responsible && !sameNames(responsible, task.responsible))
    values.push({ change: 'responsible', value: responsible.map((name) => `[[${asOneLine(name)}]]`).join(', '), on: today })
  if (remark) values.push({ change: 'remark', value: remark.text, on: remark.on })
  const place = { of: 'action', ...followUpPlace(tasks, at) } as const
  const entries = values.map((value) => ({ ...place, ...value }))
  const now = followed(task, entries)
  const readable = isPartialDate(now.due) && sameNames(now.responsible, responsible ?? now.responsible)
  return readable && values.every(({ value }) => value.length <= MAX_LINE) ? entries : null
}

/** What the value of an entry begins with that names the decision in another's place. */
export const SUPERSEDED = 'superseded '
/** Characters that the log has room for of the number or title of the decision in another's place. */
export const MAX_SUCCESSOR = MAX_LINE - SUPERSEDED.length

/** The entry that records what became of the decision at this place in `decisions`. */
export function entryOfStatus(
  decisions: readonly Pick<Decision, 'number' | 'title'>[],
  at: number,
  { status, supersededBy = '', on }: { readonly status: DecisionStatus; readonly supersededBy?: string; readonly on: string },
): FollowUpEntry {
  const value = status === 'superseded' ? `${SUPERSEDED}${asOneLine(supersededBy)}`.trim() : status
  return { of: 'decision', ...followUpPlace(decisions, at), on, change: 'status', value }
}

/** The entries of each item in the order in which they were recorded, which is the order in which they count. */
function entriesOf(kind: FollowUpEntry['of'], items: readonly Item[], followUp: readonly FollowUpEntry[]) {
  const of = new Map<number, FollowUpEntry[]>()
  const orphans: FollowUpEntry[] = []
  const own = followUp.filter((entry) => entry.of === kind)
  if (own.length === 0) return { of, orphans }
  const places = new Map<string, number[]>()
  for (const [at, item] of items.entries()) {
    const key = followUpKey(item)
    const same = places.get(key)
    if (same) same.push(at)
    else places.set(key, [at])
  }
  for (const entry of own) {
    const at = places.get(entry.key.normalize('NFC'))?.[entry.nth]
    if (at === undefined) orphans.push(entry)
    else if (of.has(at)) of.get(at)?.push(entry)
    else of.set(at, [entry])
  }
  return { of, orphans }
}

function followed<T extends FollowedTask>(task: T, entries: readonly FollowUpEntry[]): T & { remarks: Remark[] } {
  const remarks = [...(task.remarks ?? [])]
  let now: T = task
  for (const { change, value, on } of entries) {
    if (change === 'due') now = { ...now, due: value }
    else if (change === 'responsible') now = { ...now, responsible: findLinks(value).map(({ target }) => target) }
    else if (change === 'remark') remarks.push({ on, text: value })
    else if (change === 'state' && isState(value)) {
      const cancelled = value === 'cancelled' ? on : ''
      now = { ...now, state: value, done: value === 'done' ? on : '', ...(task.cancelled === undefined ? {} : { cancelled }) }
    }
  }
  return { ...now, remarks }
}

const isState = (value: string): value is Task['state'] => value === 'open' || value === 'done' || value === 'cancelled'

function fateOf(entries: readonly FollowUpEntry[]): DecisionFate {
  let fate: DecisionFate = { status: 'in force', supersededBy: '', statusOn: '', remarks: [] }
  for (const { change, value, on } of entries) {
    if (change === 'remark') fate = { ...fate, remarks: [...fate.remarks, { on, text: value }] }
    if (change !== 'status') continue
    const status = decisionStatuses.find((each) => value === each || value.startsWith(`${each} `))
    if (status) fate = { ...fate, status, supersededBy: status === 'superseded' ? value.slice(status.length).trim() : '', statusOn: on }
  }
  return fate
}
