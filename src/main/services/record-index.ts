/**
 * What the open workspace's records say of each other: names, links, actions, decisions, participation. Derived, compact,
 * kept from one opening to the next and current commit by commit. Answers leave out records in the trash unless told
 * otherwise. Rows are the workspace's.
 */
import type { Kind } from '../../shared/model/common.ts'
import { headOf, type RecordHead } from '../../shared/model/head.ts'
import { nameKeys } from '../../shared/model/held-names.ts'
import type { AnyRecord } from '../../shared/model/record.ts'
import { linkKey } from '../../shared/text/link-key.ts'
import type { Change, Commit, Workspace } from '../workspace/port.ts'
import { unlessDamaged } from '../workspace/unless-damaged.ts'
import { attendanceParts, type AttendancePart } from './derived/attendance.ts'
import { dateText, firstDay } from './derived/date-number.ts'
import {
  countryRoles,
  factsOf,
  factsOfHead,
  linkFields,
  type CountryRole,
  type LinkField,
  type ListedDecision,
  type ListedTask,
} from './derived/facts.ts'
import { FACTS_VERSION, FactsStore } from './derived/facts-store.ts'
import { pacing } from './pacing.ts'

export const FACTS_FILE = 'facts'
/** Reads under way at once. */
const READ_AT_ONCE = 16
/** Records between two words about how far it is. */
const PROGRESS_EVERY = 16

/** Fewer commits are read again at the next opening in less time than it takes to write all facts. */
const WORTH_SAVING = 20

export type Progress = (done: number, total: number) => void

/** What a commit did to a row: its record is made when it is asked for; null: the record was erased. */
type Pending = Pick<Change, 'after' | 'record'> | null

export class RecordIndex {
  readonly #workspace: Workspace
  #store: FactsStore
  /** Commits whose facts nobody has asked for yet; the latest of each row. */
  readonly #pending = new Map<number, Pending>()
  #revision: number
  #savedRevision: number
  #erased = false
  #version = 0

  private constructor(workspace: Workspace, store: FactsStore, savedRevision: number) {
    this.#workspace = workspace
    this.#store = store
    this.#revision = workspace.revision
    this.#savedRevision = savedRevision
  }

  /** Reads what was kept and what has changed since, else the whole workspace. Commits must not happen before it settles. */
  static async of(workspace: Workspace, onProgress: Progress = () => undefined): Promise<RecordIndex> {
    const kept = await keptFacts(workspace)
    const index = new RecordIndex(workspace, kept?.store ?? new FactsStore(), kept?.revision ?? -1)
    if (kept) await index.#readAgain(kept.changed, onProgress)
    else await index.#readAll(onProgress)
    return index
  }

  /** Raised by every commit: what was worked out under another version is stale. */
  get version(): number {
    return this.#version
  }

  /** Commits since the facts were written last. */
  get unsaved(): number {
    return this.#savedRevision < 0 ? Infinity : this.#revision - this.#savedRevision
  }

  /** Notes a commit; what it means is worked out when it is asked for. @returns the rows it touched */
  apply(commit: Commit): number[] {
    this.#version += 1
    this.#revision = commit.revision
    const erased = new Set(commit.changes.flatMap(({ id, after }) => (after ? [] : [id])))
    const rows: number[] = []
    for (const row of this.#rowsOfErased(erased)) {
      this.#erased = true
      this.#pending.set(row, null)
      rows.push(row)
    }
    for (const change of commit.changes) {
      const row = change.after && this.#workspace.rowOf(change.id)
      if (row === null || row === undefined) continue
      this.#pending.set(row, change)
      rows.push(row)
    }
    return rows
  }

  /** Writes the facts as they stand, to be read at the next opening, when there is something to gain by it. */
  async save(): Promise<void> {
    if ((this.unsaved < WORTH_SAVING && !this.#erased) || this.#workspace.readOnly !== null) return
    const facts = this.#facts
    if (this.#erased) facts.dropUnusedKeys()
    this.#erased = false
    this.#savedRevision = this.#revision
    await this.#workspace.derived.write(FACTS_FILE, FACTS_VERSION, this.#revision, facts.encode())
  }

  /** Every row is below it. */
  get rowCount(): number {
    return this.#facts.columns.count
  }

  /** Rows of a kind; null: of every kind. */
  *rows(kind: Kind | null = null, trashed = false): Iterable<number> {
    const { columns } = this.#facts
    for (let row = 0; row < columns.count; row += 1) {
      if (kind !== null && columns.kind(row) !== kind) continue
      if (trashed ? columns.isTrashed(row) : columns.isLive(row)) yield row
    }
  }

  /** All rows that are not in the trash, those made last first. */
  *latestRows(): Iterable<number> {
    const { columns } = this.#facts
    for (let row = columns.count - 1; row >= 0; row -= 1) if (columns.isLive(row)) yield row
  }

  /** Rows of records with attached files, those in the trash too. */
  *rowsWithFiles(): Iterable<number> {
    const { columns } = this.#facts
    for (let row = 0; row < columns.count; row += 1) if (columns.hasFiles(row)) yield row
  }

  rowOf(id: string): number | undefined {
    return this.#workspace.rowOf(id)
  }

  /** Kind, stage, date and the like by row, those in the trash too. */
  get columns(): FactsStore['columns'] {
    return this.#facts.columns
  }

  get words(): FactsStore['words'] {
    return this.#facts.words
  }

  /** Deadlines and states of a row's actions; see `packDue`. */
  dues(row: number): Uint32Array {
    return this.#facts.dues.get(row)
  }

  /** The stage of a name as columns hold it; undefined when no record has it. */
  stageNumber(stage: string): number | undefined {
    const key = this.#facts.keys.numberOf(stage)
    return key === undefined ? undefined : key + 1
  }

  head(id: string): RecordHead | undefined {
    const head = this.#workspace.head(id)
    return head?.trashedAt === '' ? head : undefined
  }

  headAt(row: number): RecordHead | undefined {
    const head = this.#workspace.headAt(row)
    return head?.trashedAt === '' ? head : undefined
  }

  headsOf(rows: Iterable<number>): RecordHead[] {
    const found: RecordHead[] = []
    for (const row of rows) {
      const head = this.headAt(row)
      if (head) found.push(head)
    }
    return found
  }

  /** The names by which links reach this record. */
  keysOf(head: RecordHead): string[] {
    const row = this.#workspace.rowOf(head.id)
    return nameKeys(head).filter((key) => this.rowByKey(key) === row)
  }

  /** The row that a link key means: a title wins over an alias, then the older record. */
  rowByKey(key: string): number | undefined {
    const { keys, names, columns } = this.#facts
    const number = keys.numberOf(key)
    if (number === undefined) return undefined
    let best: { readonly row: number; readonly role: number } | undefined
    names.rowsOf(number, (row, role) => {
      if (!best || role < best.role || (role === best.role && columns.isOlder(row, best.row))) best = { row, role }
    })
    return (best as { readonly row: number } | undefined)?.row
  }

  /** The row that a link name means. */
  rowByName(name: string): number | undefined {
    return this.rowByKey(linkKey(name))
  }

  /** The record that a link name means. */
  target(name: string): RecordHead | undefined {
    const row = this.rowByName(name)
    return row === undefined ? undefined : this.headAt(row)
  }

  /** Rows with a link that uses one of `keys`; in one of `fields` when given. */
  linkers(keys: Iterable<string>, fields?: readonly LinkField[]): Set<number> {
    const wanted = fields && new Set(fields.map((field) => linkFields.indexOf(field)))
    const found = new Set<number>()
    this.#eachRow('links', keys, (row, role) => {
      if (!wanted || wanted.has(role)) found.add(row)
    })
    return found
  }

  /** The keys that a row names in one of its fields. */
  named(row: number, field: LinkField): string[] {
    const { links, keys } = this.#facts
    const role = linkFields.indexOf(field)
    const found: string[] = []
    for (const link of links.of(row)) if (link.role === role) found.push(keys.textOf(link.key))
    return found
  }

  /**
   * Meetings that a contact attended, chaired, kept the minutes of, was represented at, or that are its own; or those to come that
   * expect it.
   */
  meetingsOf(keys: Iterable<string>, part: AttendancePart): Set<number> {
    const wanted = attendanceParts.indexOf(part)
    const found = new Set<number>()
    this.#eachRow('attended', keys, (row, role) => role === wanted && found.add(row))
    return found
  }

  /** The start of the last of the meetings that this contact attended by `today`, a day as a number; empty when there is none. */
  lastMet(keys: Iterable<string>, today: number): string {
    const { columns } = this.#facts
    const attended = attendanceParts.indexOf('attended')
    let last = 0
    this.#eachRow('attended', keys, (row, role) => {
      const date = columns.date(row)
      if (role === attended && date > last && firstDay(date) <= today) last = date
    })
    return dateText(last)
  }

  /** Rows that have to do with a country in one of these ways, those in the trash too. */
  rowsOfCountry(code: string, roles: readonly CountryRole[]): Set<number> {
    const wanted = new Set(roles.map((role) => countryRoles.indexOf(role)))
    const found = new Set<number>()
    this.#eachRow('countries', [code], (row, role) => {
      if (wanted.has(role)) found.add(row)
    })
    return found
  }

  /** The countries that a row has to do with in one way. */
  countriesOf(row: number, role: CountryRole): string[] {
    const { countries, keys } = this.#facts
    const wanted = countryRoles.indexOf(role)
    const found: string[] = []
    for (const country of countries.of(row)) if (country.role === wanted) found.push(keys.textOf(country.key))
    return found
  }

  /** The record of a country. */
  country(code: string): RecordHead | undefined {
    for (const row of this.rowsOfCountry(code, ['self'])) if (this.columns.isLive(row)) return this.headAt(row)
    return undefined
  }

  /** Every tag as it is written, and how many records have it. */
  tagCounts(): Map<string, number> {
    const { tags, keys, columns } = this.#facts
    const counts = new Map<number, number>()
    tags.all((row, key) => {
      if (columns.isLive(row)) counts.set(key, (counts.get(key) ?? 0) + 1)
    })
    return new Map([...counts].map(([key, count]) => [keys.textOf(key), count]))
  }

  /** Rows that have one of the tags that fit, those in the trash too. */
  rowsWithTag(fits: (tag: string) => boolean): Set<number> {
    const { tags, keys } = this.#facts
    const known = new Map<number, boolean>()
    const found = new Set<number>()
    tags.all((row, key) => {
      let isWanted = known.get(key)
      if (isWanted === undefined) {
        isWanted = fits(keys.textOf(key))
        known.set(key, isWanted)
      }
      if (isWanted) found.add(row)
    })
    return found
  }

  /** Calls `visit` with the deadline and state of every action; see `packDue`. */
  eachDue(visit: (packed: number) => void): void {
    this.#facts.dues.all((_row, packed) => visit(packed))
  }

  tasks(row: number): ListedTask[] {
    return this.#facts.tasks(row)
  }

  rowsWithTasks(): Iterable<number> {
    return this.#facts.rowsWithTasks()
  }

  /** Rows with an open action that one of `keys` answers for. */
  rowsResponsible(keys: Iterable<string>): Set<number> {
    const found = new Set<number>()
    this.#eachRow('responsible', keys, (row) => found.add(row))
    return found
  }

  rowsWithDecisions(): Iterable<number> {
    return this.#facts.rowsWithDecisions()
  }

  decisions(row: number): ListedDecision[] {
    return this.#facts.decisions(row)
  }

  /** The facts with every commit in them. */
  get #facts(): FactsStore {
    if (this.#pending.size > 0) {
      for (const [row, pending] of this.#pending) {
        const record = pending?.record
        if (pending?.after && record) this.#store.set(row, factsOf(pending.after, record))
        else this.#store.clear(row)
      }
      this.#pending.clear()
    }
    return this.#store
  }

  #eachRow(
    relation: 'links' | 'attended' | 'countries' | 'responsible',
    keys: Iterable<string>,
    visit: (row: number, role: number) => void,
  ): void {
    const facts = this.#facts
    for (const key of keys) {
      const number = facts.keys.numberOf(key)
      if (number !== undefined) facts[relation].rowsOf(number, visit)
    }
  }

  /** Those that are pending may not be in the columns yet. */
  #rowsOfErased(ids: ReadonlySet<string>): Iterable<number> {
    return ids.size === 0 ? [] : this.#facts.columns.rowsOf(ids).values()
  }

  async #readAgain(ids: readonly string[], onProgress: Progress): Promise<void> {
    // a record that was erased and made again has another row than before
    const { columns } = this.#store
    const moved = ids.filter((id) => !columns.isOf(this.#workspace.rowOf(id) ?? columns.count, id))
    for (const row of this.#rowsOfErased(new Set(moved))) {
      this.#store.clear(row)
      this.#erased = true
    }
    await this.#readRows(
      ids.flatMap((id) => this.#workspace.rowOf(id) ?? []),
      onProgress,
    )
  }

  async #readAll(onProgress: Progress): Promise<void> {
    const total = this.#workspace.rowCount
    const nextText = pacing()
    const isRead = new Uint8Array(total)
    let done = 0
    for await (const record of this.#workspace.records()) {
      await nextText()
      const row = this.#workspace.rowOf(record.id)
      if (row === undefined) continue
      const head = headOf(record)
      this.#store.set(row, record.trashed ? factsOfHead(head) : factsOf(head, record))
      isRead[row] = 1
      done += 1
      if (done % PROGRESS_EVERY === 0) onProgress(done, total)
    }
    // a damaged record is named by the workspace; what its columns say still holds
    for (let row = 0; row < total; row += 1) {
      const head = isRead[row] === 1 ? undefined : this.#workspace.headAt(row)
      if (head) this.#store.set(row, factsOfHead(head))
    }
    onProgress(total, total)
  }

  async #readRows(rows: readonly number[], onProgress: Progress): Promise<void> {
    const nextText = pacing()
    for (let from = 0; from < rows.length; from += READ_AT_ONCE) {
      const some = rows.slice(from, from + READ_AT_ONCE)
      const read = await Promise.all(some.map((row) => readFacts(this.#workspace, row)))
      for (const [at, facts] of read.entries()) {
        await nextText()
        if (facts) this.#store.set(some[at] ?? 0, facts.record ? factsOf(facts.head, facts.record) : factsOfHead(facts.head))
      }
      onProgress(Math.min(from + READ_AT_ONCE, rows.length), rows.length)
    }
  }
}

interface Kept {
  readonly store: FactsStore
  readonly revision: number
  readonly changed: readonly string[]
}

/** The facts of the last opening; undefined when they are of no use. */
async function keptFacts(workspace: Workspace): Promise<Kept | undefined> {
  const file = await workspace.derived.read(FACTS_FILE, FACTS_VERSION)
  const changed = file && workspace.changedSince(file.revision)
  if (!file || !changed) return undefined
  try {
    return { store: FactsStore.decode(file.bytes), revision: file.revision, changed }
  } catch {
    return undefined // a file that cannot be used is made again, as if it were not there
  }
}

async function readFacts(workspace: Workspace, row: number): Promise<{ head: RecordHead; record: AnyRecord | undefined } | undefined> {
  const head = workspace.headAt(row)
  if (!head) return undefined
  if (head.trashedAt !== '') return { head, record: undefined }
  const record = await unlessDamaged(workspace.read(head.id))
  // a damaged record is named by the workspace; what its columns say still holds
  return { head, record: record === 'damaged' ? undefined : record }
}
