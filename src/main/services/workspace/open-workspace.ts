/** One open workspace with everything that is derived from it and kept current by its commits. */
import type { Emit } from '../../../shared/contract/index.ts'
import type { Author } from '../../../shared/model/common.ts'
import type { Log } from '../../rpc/log.ts'
import type { Commit, TransactOptions, Transaction, Workspace } from '../../workspace/port.ts'
import { countRows } from '../backups/count-rows.ts'
import { forgetColumns } from '../../workspace/forget-columns.ts'
import { BackupKeeper, type KeeperOptions } from '../backups/backup-keeper.ts'
import { ListView } from '../lists/list-view.ts'
import { MutationGate } from '../mutation-gate.ts'
import { RecordIndex, type Progress } from '../record-index.ts'
import type { OpenSearch } from '../search/open-search.ts'
import { ActionOrder } from '../actions/action-order.ts'
import { DecisionRegister } from '../decisions/decision-register.ts'
import { UndoLog } from '../undo/undo-log.ts'

/** Bringing the indexes up to date at the next opening takes well under a second for so many. */
const COMMITS_UNSAVED = 1_000
/** The index is taken up by itself when the windows have what they show first. */
const SEARCH_AFTER_MS = 3_000

export interface Surroundings {
  readonly emit: Emit
  readonly today: () => string
  /** Called when it turns read-only, can be written to again, or has more to tell. */
  readonly onStanding: () => void
  readonly backups: KeeperOptions
  readonly log: Log
}

export interface Committed<T> {
  readonly value: T
  /** Null when nothing had to be written. */
  readonly commit: { readonly revision: number } | null
}

type Work<T> = (transaction: Transaction) => Promise<T>

export interface ChangeOptions<T> extends TransactOptions {
  /** Whether the window can take it back, judged by what the work answered. Always unless given. */
  readonly isUndoable?: (value: T) => boolean
}

/** The commit of a command that always writes. */
export function written(commit: Committed<unknown>['commit']): { readonly revision: number } {
  if (!commit) throw new Error('A command that always writes has written nothing.')
  return commit
}

const changedPayload = ({ revision, changes }: Commit) => ({
  revision,
  upserted: changes.flatMap(({ after }) => (after ? [{ id: after.id, kind: after.kind, rev: after.rev }] : [])),
  removed: changes.flatMap(({ id, before, after }) => (before && !after ? [id] : [])),
})

export class OpenWorkspace {
  readonly folder: string
  readonly syncedBy: string
  readonly workspace: Workspace
  readonly index: RecordIndex
  readonly lists: ListView
  readonly actions: ActionOrder
  readonly decisions: DecisionRegister
  readonly undo = new UndoLog()
  readonly backups: BackupKeeper
  readonly #surroundings: Surroundings
  #search: Promise<OpenSearch> | undefined
  /** The same, from when it hears of commits. */
  #begunSearch: OpenSearch | undefined
  #callOffSearch: (() => void) | undefined
  #saving: Promise<void> | undefined
  readonly #gate = new MutationGate()
  readonly #stop: readonly (() => void)[]
  readonly #whenClosing: (() => Promise<void>)[] = []

  private constructor(place: { folder: string; syncedBy: string }, workspace: Workspace, index: RecordIndex, surroundings: Surroundings) {
    this.folder = place.folder
    this.syncedBy = place.syncedBy
    this.workspace = workspace
    this.index = index
    this.#surroundings = surroundings
    this.lists = new ListView(workspace, index, surroundings.today, (text, trashed) => this.#rowsWithText(text, trashed))
    this.actions = new ActionOrder(index)
    this.decisions = new DecisionRegister(index)
    this.backups = new BackupKeeper(place.folder, workspace, surroundings.backups, {
      count: () => countRows(index),
      rowsWithFiles: () => index.rowsWithFiles(),
    })
    this.#stop = [
      workspace.onCommit((commit) => {
        const rows = this.index.apply(commit)
        this.lists.apply(commit, rows)
        this.actions.apply(rows)
        this.decisions.apply(rows)
        this.#begunSearch?.index.follow(commit, rows)
        surroundings.emit('records.changed', changedPayload(commit))
        if (this.index.unsaved >= COMMITS_UNSAVED) this.#saveSoon()
      }),
      workspace.onReadOnly(surroundings.onStanding),
      workspace.onNotice(surroundings.onStanding),
    ]
  }

  /** Reads what is derived from the workspace, or derives it. `onProgress` is told of records read and in all. */
  static async of(
    place: { folder: string; syncedBy: string },
    workspace: Workspace,
    surroundings: Surroundings,
    onProgress?: Progress,
  ): Promise<OpenWorkspace> {
    const open = new OpenWorkspace(place, workspace, await RecordIndex.of(workspace, onProgress), surroundings)
    await open.lists.load()
    // it was all read just now: a crash must not cost it again
    if (open.index.unsaved >= COMMITS_UNSAVED) open.#saveSoon()
    open.#searchSoon()
    return open
  }

  /** Begun at the first query, or a moment after the opening: until then neither it nor its code costs anything. */
  search(): Promise<OpenSearch> {
    this.#search ??= this.#beginSearch()
    return this.#search
  }

  /** Runs a command of a window as one transaction that the window can undo. */
  change<T>(author: Author, client: string, work: Work<T>, options: ChangeOptions<T> = {}): Promise<Committed<T>> {
    return this.#gate.shared(() => this.#transact(author, client, work, options))
  }

  /** As {@link change}, while no other command is under way: the index then knows every link there is. */
  changeAlone<T>(author: Author, client: string, work: Work<T>, options: ChangeOptions<T> = {}): Promise<Committed<T>> {
    return this.#gate.alone(() => this.#transact(author, client, work, options))
  }

  /** `work` is waited for before the folder is let go. It never rejects. */
  whenClosing(work: () => Promise<void>): void {
    this.#whenClosing.push(work)
  }

  /** Waits for what is under way, then lets the folder go. */
  async close(): Promise<void> {
    this.#callOffSearch?.()
    try {
      await this.#gate.alone(() => Promise.resolve())
      for (const work of this.#whenClosing) await work()
      await this.backups.stop()
      await this.#saving
      await this.#saveDerived()
    } finally {
      for (const stop of this.#stop) stop()
      const search = await this.#search?.catch(() => undefined)
      await search?.index.close()
      await this.workspace.close()
      if (this.backups.foundDamage) await forgetColumns(this.folder)
    }
  }

  #searchSoon(): void {
    this.#callOffSearch = this.#surroundings.backups.timer?.(() => {
      // what fails is said to whoever searches, and tried again then
      this.search().catch(() => undefined)
    }, SEARCH_AFTER_MS)
  }

  async #beginSearch(): Promise<OpenSearch> {
    try {
      const { openSearch } = await import('../search/open-search.ts')
      const { emit, today, log } = this.#surroundings
      this.#begunSearch = openSearch(this, { emit, today, log })
      return this.#begunSearch
    } catch (error) {
      this.#search = undefined // the next query tries again
      throw error
    }
  }

  async #rowsWithText(text: string, trashed: boolean): Promise<ReadonlySet<number> | null> {
    if (text.trim() === '') return null
    const { rowsWithText } = await import('../lists/text-rows.ts')
    return rowsWithText(text, trashed, { index: this.index, search: () => this.search(), headAt: (row) => this.workspace.headAt(row) })
  }

  /** When nothing else is to be done: never on the way of an edit. */
  #saveSoon(): void {
    this.#saving ??= new Promise<void>((resolve) => void setImmediate(resolve))
      .then(() => this.#saveDerived())
      .finally(() => (this.#saving = undefined))
  }

  async #saveDerived(): Promise<void> {
    await this.index.save()
    await this.lists.save()
  }

  async #transact<T>(
    author: Author,
    client: string,
    work: Work<T>,
    { isUndoable = () => true, ...options }: ChangeOptions<T>,
  ): Promise<Committed<T>> {
    const { value, commit } = await this.workspace.transact(author, work, options)
    if (!commit) return { value, commit: null }
    if (isUndoable(value)) this.undo.remember(client, commit)
    return { value, commit: { revision: commit.revision } }
  }
}
