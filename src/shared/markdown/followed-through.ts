/** The log of what became of actions and decisions, carried from one text to another (docs/adr/0009-follow-up.md). */
import type { FollowUpEntry } from '../model/follow-up.ts'
import { findDecisions, type Decision } from './decisions.ts'
import { followUpKey, followUpPlaces, GONE, orphanKey } from './follow-up.ts'
import { pairItems, type PairedItem } from './pair-items.ts'
import { findTasks, type Task } from './tasks.ts'

/** How the items of one text are found in the other. */
export interface CarryingOn {
  /** The change moved no item, so that each is in its place: a rename, a new number. */
  readonly samePlaces?: boolean
}

/**
 * The log with each entry under the key and the place that its action or decision has in the text after. An entry whose item is
 * not found there for certain is kept under the item's own words, out of reach of every other item, and goes back to it when a text
 * has it again word by word. The same log when nothing changes in it.
 */
export function followedThrough(
  before: string,
  after: string,
  log: readonly FollowUpEntry[],
  { samePlaces = false }: CarryingOn = {},
): FollowUpEntry[] {
  if (log.length === 0 || before === after) return [...log]
  const carried = new Map<FollowUpEntry, FollowUpEntry>()
  for (const kind of ['action', 'decision'] as const) {
    const own = log.filter((entry) => entry.of === kind)
    if (own.length === 0) continue
    const [from, to] = [itemsOf(kind, before), itemsOf(kind, after)]
    const inPlace = samePlaces && from.length === to.length
    const pairs = inPlace
      ? new Map(from.map((_, at) => [at, at]))
      : pairItems(
          from.map(({ pairing }) => pairing),
          to.map(({ pairing }) => pairing),
        )
    for (const [entry, place] of placed(own, from, to, pairs)) carried.set(entry, { ...entry, ...place })
  }
  return log.map((entry) => carried.get(entry) ?? entry)
}

type Place = Pick<FollowUpEntry, 'key' | 'nth'>

interface Item {
  readonly place: Place
  /** The key of its entries when the text has it no more. */
  readonly orphan: string
  readonly pairing: PairedItem
}

/** What is recorded of one item, wherever it stands. */
const nameOf = ({ key, nth }: Place) => `${nth} ${key.normalize('NFC')}`

function placed(log: readonly FollowUpEntry[], from: readonly Item[], to: readonly Item[], pairs: ReadonlyMap<number, number>) {
  const found = new Map<string, Place>()
  const gone = new Map<string, string>()
  /** Those that went, by their key, those without an entry too: of several nobody can say whose entries these are. */
  const left = new Map<string, number>()
  for (const [at, { place, orphan }] of from.entries()) {
    const next = to[pairs.get(at) ?? -1]
    if (next) found.set(nameOf(place), next.place)
    else {
      gone.set(nameOf(place), orphan)
      left.set(orphan, (left.get(orphan) ?? 0) + 1)
    }
  }
  const taken = new Set(pairs.values())
  const orphans = new Map<string, Set<string>>()
  for (const entry of log) {
    const name = nameOf(entry)
    if (found.has(name)) continue
    const key = gone.get(name) ?? entry.key.normalize('NFC')
    orphans.set(key, (orphans.get(key) ?? new Set<string>()).add(name))
  }
  for (const [key, names] of orphans) {
    const back = to.filter((item, at) => item.orphan === key && !taken.has(at))
    const [only] = back
    const whose = (left.get(key) ?? 0) + [...names].filter((name) => !gone.has(name)).length
    if (only && back.length === 1 && whose === 1) for (const name of names) found.set(name, only.place)
    else for (const [nth, name] of [...names].entries()) found.set(name, { key, nth: GONE + nth })
  }
  return log.flatMap((entry) => {
    const place = found.get(nameOf(entry))
    return place ? [[entry, place] as const] : []
  })
}

function itemsOf(kind: FollowUpEntry['of'], body: string): Item[] {
  if (kind === 'action') {
    const tasks = findTasks(body)
    const places = followUpPlaces(tasks)
    return tasks.map((task, at) => ({ place: places[at] as Place, orphan: orphanKey(task), pairing: ofTask(task) }))
  }
  const decisions = findDecisions(body)
  const places = followUpPlaces(decisions)
  return decisions.map((decision, at) => ({ place: places[at] as Place, orphan: orphanKey(decision), pairing: ofDecision(decision) }))
}

const together = (...words: string[]) => JSON.stringify(words)

function ofTask(task: Task): PairedItem {
  const text = followUpKey(task)
  return { anywhere: [together(text, task.due, ...task.responsible), text], inPlace: [], words: text, number: '' }
}

function ofDecision({ number, title, text }: Decision): PairedItem {
  return {
    anywhere: [together(number, title, text), text === '' ? '' : together(title, text), together(number, title)],
    inPlace: [text === '' ? '' : together(number, text), title, number],
    words: `${number} ${title}`.trim(),
    number,
  }
}
