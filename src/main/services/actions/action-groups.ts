/** Under which headings an action stands, and in which order these come. */
import type { ActionGroup } from '../../../shared/contract/actions.ts'
import type { ActionGrouping } from '../../../shared/model/action-lists.ts'
import type { RecordHead } from '../../../shared/model/head.ts'
import { linkKey } from '../../../shared/text/link-key.ts'
import { countryReference } from '../countries/reference.ts'
import { countriesSpokenFor } from '../countries/speaks-for.ts'
import { dateNumber, dateText, lastDay } from '../derived/date-number.ts'
import { dueOf, stateOf } from '../derived/facts-store.ts'
import { textDate } from '../head-text.ts'
import { compareText } from '../lists/list-sort.ts'
import type { RecordIndex } from '../record-index.ts'
import { isOverdue, type ActionPlace } from './action-order.ts'

export type Heading = Pick<ActionGroup, 'key' | 'title' | 'date' | 'unknown'>

const NOTHING: Heading = { key: '', title: '', date: '', unknown: false }
const DAY = 86_400_000

const heading = (key: string, title = '', date = ''): Heading => ({ key, title, date, unknown: false })

/** Asked for many actions in a row: what it has looked up once it knows. */
export class ActionHeadings {
  readonly #index: RecordIndex
  readonly #today: string
  readonly #day: number
  readonly #week: number
  readonly #known = new Map<string, Heading>()
  readonly #responsible = new Map<number, readonly (readonly string[])[]>()
  readonly #targets = new Map<string, RecordHead | undefined>()

  constructor(index: RecordIndex, today: string) {
    this.#index = index
    this.#today = today
    this.#day = dateNumber(today)
    this.#week = dateNumber(new Date(Date.parse(`${today}T00:00:00Z`) + 7 * DAY).toISOString().slice(0, 10))
  }

  /** At least one. */
  of(place: ActionPlace, grouping: ActionGrouping): readonly Heading[] {
    switch (grouping) {
      case 'due':
        return [this.#due(place)]
      case 'record':
        return [this.#record(place.row)]
      case 'recordCountry':
        return this.#countries(this.#index.headAt(place.row)?.countries ?? [])
      case 'country':
        return this.#countries(countriesSpokenFor({ target: (name) => this.#target(name) }, this.#names(place)))
      case 'responsible': {
        const names = this.#names(place)
        return names.length === 0 ? [NOTHING] : [...new Set(names.map((name) => this.#person(name)))]
      }
    }
  }

  /** Overdue first, then by date; meetings the latest first; names by the alphabet. What has nothing of the kind comes last. */
  order(grouping: ActionGrouping): (a: Heading, b: Heading) => number {
    const last = (of: Heading) => Number(of.key === '')
    if (grouping === 'due') return (a, b) => this.#dueRank(a.key) - this.#dueRank(b.key)
    const byTitle = (a: Heading, b: Heading) => compareText(a.title, b.title) || (a.key < b.key ? -1 : 1)
    if (grouping === 'record') return (a, b) => (a.date === b.date ? byTitle(a, b) : a.date < b.date ? 1 : -1)
    return (a, b) => last(a) - last(b) || byTitle(a, b)
  }

  #due({ packed }: ActionPlace): Heading {
    const due = dueOf(packed)
    if (due === 0) return NOTHING
    if (isOverdue(packed, this.#day)) return this.#once('overdue', () => heading('overdue'))
    const last = lastDay(due)
    const isOpen = stateOf(packed) === 'open'
    if (isOpen && last === this.#day) return this.#once('today', () => heading('today'))
    if (isOpen && last > this.#day && last <= this.#week) return this.#once('week', () => heading('week'))
    const key = dateText(due).slice(0, 7)
    return this.#once(key, () => heading(key))
  }

  /** Months that are over hold what is done: the latest first, behind all that is to come. */
  #dueRank(key: string): number {
    const named = ['overdue', 'today', 'week'].indexOf(key)
    if (named >= 0) return named
    const month = dateNumber(key)
    if (key === '') return 1e8
    return key >= this.#today.slice(0, key.length) ? month : 2e8 - month
  }

  #record(row: number): Heading {
    return this.#once(String(row), () => {
      const head = this.#index.headAt(row)
      return head ? heading(head.id, head.title, textDate(head)) : NOTHING
    })
  }

  #countries(codes: readonly string[]): readonly Heading[] {
    if (codes.length === 0) return [NOTHING]
    return [...new Set(codes)].map((code) => this.#once(code, () => heading(code, this.#index.country(code)?.title ?? nameOf(code))))
  }

  /** Names of one record are one. */
  #person(name: string): Heading {
    const head = this.#target(name)
    if (head) return this.#once(head.id, () => heading(head.title, head.title))
    return this.#once(`?${linkKey(name)}`, () => ({ ...heading(name, name), unknown: true }))
  }

  /** Of one text they are read once. */
  #names({ row, ordinal }: ActionPlace): readonly string[] {
    let ofRow = this.#responsible.get(row)
    if (!ofRow) {
      ofRow = this.#index.tasks(row).map(({ responsible }) => responsible)
      this.#responsible.set(row, ofRow)
    }
    return ofRow[ordinal] ?? []
  }

  #target(name: string): RecordHead | undefined {
    const key = linkKey(name)
    if (!this.#targets.has(key)) this.#targets.set(key, this.#index.target(name))
    return this.#targets.get(key)
  }

  #once(key: string, make: () => Heading): Heading {
    const known = this.#known.get(key)
    if (known) return known
    const made = make()
    this.#known.set(key, made)
    return made
  }
}

let names: ReadonlyMap<string, string> | undefined
function nameOf(code: string): string {
  names ??= new Map(countryReference.map(({ code: own, shortNames }) => [own, shortNames.en]))
  return names.get(code) ?? code
}
