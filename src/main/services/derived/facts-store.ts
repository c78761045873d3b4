/** The facts of all records by row, in arrays of numbers and bytes: no object a record. */
import { linkKey } from '../../../shared/text/link-key.ts'
import { dateNumber } from './date-number.ts'
import { attendanceParts } from './attendance.ts'
import { countryRoles, linkFields, type Facts, type ListedDecision, type ListedTask } from './facts.ts'
import { KeyDictionary } from './key-dictionary.ts'
import { encodeNumbers, NumbersFile } from './numbers.ts'
import { packedDecisions, packedTasks, unpackedDecisions, unpackedTasks } from './packed-items.ts'
import { RowColumns } from './row-columns.ts'
import { RowLists } from './row-lists.ts'
import { RowRelation } from './row-relation.ts'
import { RowTexts } from './row-texts.ts'

/** Raise it when facts or their stored form change. */
export const FACTS_VERSION = 9

export const taskStates = ['open', 'done', 'cancelled'] as const
const STATES = taskStates.length + 1

/** A task's deadline and state in one number. */
export const packDue = ({ due, state }: Pick<ListedTask, 'due' | 'state'>): number => dateNumber(due) * STATES + taskStates.indexOf(state)
/** The deadline as {@link dateNumber} gives it. */
export const dueOf = (packed: number): number => Math.floor(packed / STATES)
export const stateOf = (packed: number): ListedTask['state'] => taskStates[packed % STATES] ?? 'open'

const RELATIONS = {
  names: 2,
  links: linkFields.length,
  countries: countryRoles.length,
  tags: 1,
  attended: attendanceParts.length,
  responsible: 1,
} as const
type RelationName = keyof typeof RELATIONS
const relationNames = Object.keys(RELATIONS) as RelationName[]

/** A title wins over an alias. */
const TITLE_ROLE = 0
const ALIAS_ROLE = 1

export class FactsStore {
  keys = new KeyDictionary()
  columns = new RowColumns()
  /** Folded words of names and columns. */
  words = new RowTexts()
  /** Titles and aliases. */
  names = new RowRelation(RELATIONS.names)
  links = new RowRelation(RELATIONS.links)
  countries = new RowRelation(RELATIONS.countries)
  tags = new RowRelation(RELATIONS.tags)
  attended = new RowRelation(RELATIONS.attended)
  /** Who answers for an open action. */
  responsible = new RowRelation(RELATIONS.responsible)
  /** Deadline and state of each action. */
  dues = new RowLists()
  /** Folded words of the actions and of who answers for them. */
  #tasks = new RowTexts()
  #decisions = new RowTexts()

  /** @throws when the bytes are not those of {@link encode} */
  static decode(bytes: Uint8Array): FactsStore {
    const file = new NumbersFile(bytes)
    const store = new FactsStore()
    store.keys = KeyDictionary.from(file, 'keys')
    store.columns = RowColumns.from(file)
    store.words = RowTexts.from(file, 'words')
    for (const name of relationNames) store[name] = RowRelation.from(file, name, RELATIONS[name])
    store.dues = RowLists.from(file, 'dues')
    store.#tasks = RowTexts.from(file, 'tasks')
    store.#decisions = RowTexts.from(file, 'decisions')
    return store
  }

  /** The state as it stands at the call. */
  encode(): Iterable<Uint8Array> {
    const arrays = [
      ...this.keys.arrays('keys'),
      ...this.columns.arrays(),
      ...this.words.arrays('words'),
      ...relationNames.flatMap((name) => [...this[name].arrays(name)]),
      ...this.dues.arrays('dues'),
      ...this.#tasks.arrays('tasks'),
      ...this.#decisions.arrays('decisions'),
    ]
    return encodeNumbers(arrays)
  }

  set(row: number, facts: Facts): void {
    const key = (text: string) => this.keys.intern(text)
    const stage = facts.stage === '' ? 0 : key(facts.stage) + 1
    this.columns.set(row, { head: facts.head, date: dateNumber(facts.date), stage, decisions: facts.decisions.length })
    this.words.set(row, facts.words)
    this.names.set(
      row,
      facts.names.map((name, at) => ({ key: key(name), role: at === 0 ? TITLE_ROLE : ALIAS_ROLE })),
    )
    this.links.set(
      row,
      facts.links.map((link) => ({ key: key(link.key), role: linkFields.indexOf(link.field) })),
    )
    this.countries.set(
      row,
      facts.countries.map(({ code, role }) => ({ key: key(code), role: countryRoles.indexOf(role) })),
    )
    const plain = (texts: readonly string[]) => texts.map((text) => ({ key: key(text), role: 0 }))
    this.tags.set(row, plain(facts.tags))
    this.attended.set(
      row,
      facts.attended.map((each) => ({ key: key(each.key), role: attendanceParts.indexOf(each.part) })),
    )
    this.responsible.set(row, plain(responsibleKeys(facts)))
    this.dues.set(row, Uint32Array.from(facts.tasks, packDue))
    this.#tasks.set(row, packedTasks(facts.tasks))
    this.#decisions.set(row, packedDecisions(facts.decisions))
  }

  /** The record was erased. */
  clear(row: number): void {
    this.columns.clear(row)
    for (const name of relationNames) this[name].set(row, [])
    for (const texts of [this.words, this.#tasks, this.#decisions]) texts.set(row, '')
    this.dues.set(row, new Uint32Array(0))
  }

  tasks(row: number): ListedTask[] {
    return unpackedTasks(this.#tasks.get(row))
  }

  decisions(row: number): ListedDecision[] {
    return unpackedDecisions(this.#decisions.get(row))
  }

  rowsWithDecisions(): Iterable<number> {
    return this.#decisions.rows()
  }

  rowsWithTasks(): Iterable<number> {
    return this.#tasks.rows()
  }

  /** Lets go of keys that nothing uses any more: the names of what was erased must not stay. */
  dropUnusedKeys(): void {
    const keys = new KeyDictionary()
    const numberOf = (key: number) => keys.intern(this.keys.textOf(key))
    for (const name of relationNames) {
      const before = this[name]
      const after = new RowRelation(before.roles)
      for (let row = 0; row < this.columns.count; row += 1) {
        const related = [...before.of(row)]
        if (related.length > 0)
          after.set(
            row,
            related.map(({ key, role }) => ({ key: numberOf(key), role })),
          )
      }
      this[name] = after
    }
    this.columns.renumberStages((stage) => numberOf(stage - 1) + 1)
    this.keys = keys
  }
}

const responsibleKeys = ({ tasks }: Facts) =>
  tasks.flatMap(({ state, responsible }) => (state === 'open' ? responsible.map(linkKey).filter((key) => key !== '') : []))
