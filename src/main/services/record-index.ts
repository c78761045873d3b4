/**
 * What the open workspace's records say of each other: names, links, actions, decisions, participation. Derived, in
 * memory, built by reading one record at a time and kept current commit by commit. Records in the trash are not in it.
 */
import { findDecisions, type Decision } from '../../shared/markdown/decisions.ts'
import { findTasks, type Task } from '../../shared/markdown/tasks.ts'
import { nameKeys } from '../../shared/model/held-names.ts'
import { headOf, type RecordHead } from '../../shared/model/head.ts'
import type { AnyRecord } from '../../shared/model/record.ts'
import type { Commit, Workspace } from '../workspace/port.ts'
import { KeySets } from './key-sets.ts'
import { LinkGraph } from './link-graph.ts'
import { LinkNames } from './link-names.ts'
import { pacing } from './pacing.ts'
import { Participation } from './participation.ts'

const NO_TASKS: readonly Task[] = []
const NO_DECISIONS: readonly Decision[] = []

export class RecordIndex {
  readonly names = new LinkNames()
  readonly links = new LinkGraph()
  readonly participation = new Participation()
  readonly #heads = new Map<string, RecordHead>()
  readonly #tasks = new Map<string, readonly Task[]>()
  readonly #decisions = new Map<string, readonly Decision[]>()
  readonly #byCountry = new KeySets()
  readonly #countryRecords = new KeySets()
  readonly #workspace: Workspace
  #version = 0

  private constructor(workspace: Workspace) {
    this.#workspace = workspace
  }

  /** Raised by every commit: what was worked out under another version is stale. */
  get version(): number {
    return this.#version
  }

  /** Reads the whole workspace. Commits must not happen before it settles. */
  static async of(workspace: Workspace): Promise<RecordIndex> {
    const index = new RecordIndex(workspace)
    const nextText = pacing()
    for (const { id, trashedAt } of workspace.heads()) {
      if (trashedAt !== '') continue
      await nextText()
      const record = await workspace.read(id)
      if (record) index.#add(record)
    }
    return index
  }

  /** Brings the index to the state after a commit. */
  apply(commit: Commit): void {
    this.#version += 1
    // all that goes first: within one commit a name may pass from one record to another
    for (const { id, before } of commit.changes) if (before) this.#remove(id)
    for (const { record } of commit.changes) if (record && !record.trashed) this.#add(record)
  }

  /** The columns of a record that is not in the trash. */
  head(id: string): RecordHead | undefined {
    return this.#heads.get(id)
  }

  /** The columns of those of `ids` that are not in the trash. */
  headsOf(ids: Iterable<string>): RecordHead[] {
    const found: RecordHead[] = []
    for (const id of ids) {
      const head = this.#heads.get(id)
      if (head) found.push(head)
    }
    return found
  }

  /** The columns of all records that are not in the trash. */
  heads(): Iterable<RecordHead> {
    return this.#heads.values()
  }

  /** The names by which links reach this record. */
  keysOf(id: string): string[] {
    const head = this.#heads.get(id)
    return head ? nameKeys(head).filter((key) => this.names.byKey(key) === id) : []
  }

  /** The record that a link name means. */
  target(name: string): RecordHead | undefined {
    const id = this.names.resolve(name)
    return id === undefined ? undefined : this.#heads.get(id)
  }

  tasks(id: string): readonly Task[] {
    return this.#tasks.get(id) ?? NO_TASKS
  }

  recordsWithTasks(): Iterable<string> {
    return this.#tasks.keys()
  }

  decisions(id: string): readonly Decision[] {
    return this.#decisions.get(id) ?? NO_DECISIONS
  }

  recordsWithDecisions(): Iterable<string> {
    return this.#decisions.keys()
  }

  /** Records whose own `countries` have this code. */
  recordsOfCountry(code: string): ReadonlySet<string> {
    return this.#byCountry.get(code)
  }

  /** The record of a country. */
  country(code: string): RecordHead | undefined {
    for (const id of this.#countryRecords.get(code)) return this.#heads.get(id)
    return undefined
  }

  #add(record: AnyRecord): void {
    // the store's own object, so that columns are in memory once; it may be ahead by a commit that we hear of next
    const standing = this.#workspace.head(record.id)
    const head = standing?.rev === record.rev ? standing : headOf(record)
    this.#heads.set(record.id, head)
    this.names.add(head)
    this.links.add(record)
    for (const code of head.countries) this.#byCountry.add(code, record.id)
    if (head.kind === 'country') this.#countryRecords.add(head.code, record.id)
    if (record.kind === 'meeting') this.participation.add(record)
    const tasks = findTasks(record.body)
    if (tasks.length > 0) this.#tasks.set(record.id, tasks)
    const decisions = findDecisions(record.body)
    if (decisions.length > 0) this.#decisions.set(record.id, decisions)
  }

  #remove(id: string): void {
    const head = this.#heads.get(id)
    if (!head) return
    this.#heads.delete(id)
    this.names.remove(head)
    this.links.remove(id)
    this.participation.remove(id)
    for (const code of head.countries) this.#byCountry.delete(code, id)
    if (head.kind === 'country') this.#countryRecords.delete(head.code, id)
    this.#tasks.delete(id)
    this.#decisions.delete(id)
  }
}
