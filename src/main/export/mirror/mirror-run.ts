/** The mirror while its folder is there: what is still to be written, and writing it a little at a time. */
import { posix } from 'node:path'
import { highestOf } from '../../../shared/model/classification-level.ts'
import type { Classification } from '../../../shared/model/common.ts'
import { pacing } from '../../services/pacing.ts'
import type { RecordIndex } from '../../services/record-index.ts'
import { isHighest } from '../../services/texts/secret-names.ts'
import type { AttachmentStore } from '../../workspace/attachments/attachment-store.ts'
import type { Workspace } from '../../workspace/port.ts'
import { ATTACHMENTS } from '../attachment-files.ts'
import { ENDING } from '../file-names.ts'
import type { ListSays } from '../manifest.ts'
import type { Renamed } from './kept-names.ts'
import { MirrorPlan, type Stood } from './mirror-plan.ts'
import { loadState, saveState, type Place } from './mirror-state.ts'
import { fileOf, type File, type MirrorWriter } from './mirror-writer.ts'

/** What is written between two lines of the list of changes. */
const FILES_AT_ONCE = 64
const BYTES_AT_ONCE = 4 * 1024 * 1024
/** Files looked at, and columns, between two turns of the event loop. */
const LOOKS_AT_ONCE = 20
const ROWS_AT_ONCE = 300

export interface RunSources {
  readonly workspace: Workspace
  readonly index: RecordIndex
  /** The contents of the records' files. */
  readonly attachments: AttachmentStore
  readonly place: Place
  /** @throws when the workspace is about to close */
  readonly throwIfStopped: () => void
  /** Changes that were not told by {@link MirrorRun.take} yet. */
  readonly noted: () => readonly Stood[]
  /** While all records are looked at. */
  readonly onProgress: (done: number, total: number) => void
}

export class MirrorRun {
  readonly #sources: RunSources
  #writer: MirrorWriter
  #plan: MirrorPlan
  /** Records whose files may be others now. */
  readonly #touched = new Set<string>()
  /** Files of the list that nothing has any more. */
  readonly #stale = new Set<string>()
  /** The next row, while all records are rendered; null: only what is touched is. */
  #row: number | null = null
  #isListOld = false
  /** Files of records as the folder has them. */
  #attachments: ReadonlyMap<string, string> | undefined

  private constructor(sources: RunSources, writer: MirrorWriter, plan: MirrorPlan) {
    this.#sources = sources
    this.#writer = writer
    this.#plan = plan
  }

  /** Finds out what is to be written. Whatever is committed from now on has to be told by {@link take}. */
  static async begin(sources: RunSources, writer: MirrorWriter): Promise<MirrorRun> {
    const run = new MirrorRun(sources, writer, await planOf(sources))
    await run.reopen(writer)
    const changes = await loadState(sources.workspace, sources.place, writer, run.#plan)
    if (changes) await run.#takeUp(changes)
    else run.#row = 0
    return run
  }

  get writer(): MirrorWriter {
    return this.#writer
  }

  get plan(): MirrorPlan {
    return this.#plan
  }

  get isBusy(): boolean {
    return this.#row !== null || this.#touched.size > 0 || this.#stale.size > 0 || this.#attachments !== this.#plan.attachments
  }

  /** The folder was away, or failed: its list was read again. */
  async reopen(writer: MirrorWriter): Promise<void> {
    await writer.folder.tidy()
    const { ledger } = writer
    for (const path of ledger.unsure) ledger.resolve(path, await writer.folder.hashAt(path))
    for (const [path, known] of this.#writer.known)
      if (this.#writer.ledger.files.get(path) === ledger.files.get(path)) writer.recall(path, known)
    for (const [path, conflict] of this.#writer.conflicts) writer.conflicts.set(path, conflict)
    this.#writer = writer
    this.#attachments = undefined
    const says = await this.#says()
    // files of before may lie there still, and files of now already
    const upTo = higherOf(says.options.upTo, ledger.says.options.upTo)
    if (ledger.needsFold || upTo !== ledger.says.options.upTo)
      await ledger.fold({ options: { ...says.options, upTo }, level: higherOf(says.level, ledger.says.level) })
  }

  /** Everything is rendered again: somebody else has written the list of files, or the plan does not hold any more. */
  all(): void {
    this.#row = 0
  }

  /** This record's file is looked at again. */
  touch(id: string): void {
    this.#touched.add(id)
  }

  /** The files of records are looked at again. */
  againAttachments(): void {
    this.#attachments = undefined
  }

  /** Takes commits in. */
  async take(changes: readonly Stood[]): Promise<void> {
    if (changes.length === 0) return
    const touched = await this.#plan.apply(changes)
    if (touched !== 'anew') return touched.forEach((id) => this.#touched.add(id))
    this.#plan = await planOf(this.#sources)
    this.#row = 0
    // the list and its changes still name what may be secret now
    this.#isListOld = true
  }

  /** Everything that is to be written is. @throws system errors */
  async rest(): Promise<void> {
    if (!this.#isListOld || isHighest(this.#sources.place.options.upTo)) return
    await this.fold()
    this.#isListOld = false
  }

  /** Writes some of what is to be written. @throws system errors; what was not written is then still to be */
  async step(): Promise<void> {
    const ids = this.#row === null ? this.#someTouched() : this.#someRows(this.#row)
    if (ids.length > 0) return this.#write(ids)
    if (this.#row !== null) this.#endOfRows()
    else if (this.#stale.size > 0) await this.#removeStale()
    else await this.#writeAttachments()
  }

  /** Looks at every file of the list, and at what lay in the way of one. Changes nothing. @throws system errors */
  async look(): Promise<void> {
    const { ledger, conflicts, known } = this.#writer
    const next = pacing(LOOKS_AT_ONCE)
    for (const path of ledger.files.keys()) {
      await next()
      this.#sources.throwIfStopped()
      const isWanted = this.#plan.isWanted(path)
      await this.#writer.look(path, isWanted, () => this.#plan.idAt(path) ?? known.get(path)?.of?.id ?? null)
      if (!isWanted && ledger.files.has(path) && !conflicts.has(path)) this.#stale.add(path)
    }
    for (const [path, { id, what }] of conflicts) {
      if (what !== 'inTheWay') continue
      if (id === null) this.againAttachments()
      else this.touch(id)
      // whatever had the name may have gone with it
      if (!this.#plan.isWanted(path)) conflicts.delete(path)
    }
    await this.#writer.lookAside()
  }

  /** Writes the whole list of files anew unless it says the same already. @throws system errors */
  async fold(): Promise<void> {
    const { ledger } = this.#writer
    const says = await this.#says()
    if (!ledger.isCurrent(says)) await ledger.fold(says)
  }

  /** The folder is a plain export from now on. @throws system errors */
  async end(): Promise<void> {
    await this.#writer.ledger.end(await this.#says())
  }

  /** The folder is equal to the workspace at `revision`. */
  save(revision: number): Promise<void> {
    return saveState(this.#sources.workspace, this.#sources.place, this.#writer, this.#plan, revision)
  }

  async #says(): Promise<ListSays> {
    return { options: this.#sources.place.options, level: await this.#plan.level() }
  }

  async #takeUp(changes: readonly Stood[]): Promise<void> {
    const moved: Renamed[] = []
    const next = pacing(ROWS_AT_ONCE)
    for (let row = 0; row < this.#sources.workspace.rowCount; row += 1) {
      await next()
      const head = this.#sources.workspace.headAt(row)
      if (!head) continue
      const { id } = head
      // its files may be called otherwise: the plan has only its own names for them, too
      if (changes.length > 0 && head.attachments > 0) this.#touched.add(id)
      const [written, path] = [this.#writer.pathOf(id), this.#plan.pathOf(id)]
      // what came or went may have had the name of a file that a link means: the plan has only its own names by now
      const [before, after] = [written && stemIn(written), path && stemIn(path)]
      if (before !== after) moved.push({ id, before, after })
    }
    for (const path of this.#writer.ledger.files.keys())
      if (!this.#writer.known.has(path) && !this.#plan.isWanted(path)) this.#stale.add(path)
    const touched = await this.#plan.apply(changes, moved)
    if (touched === 'anew') this.#row = 0
    else for (const id of touched) this.#touched.add(id)
  }

  #someTouched(): string[] {
    const ids: string[] = []
    for (const id of this.#touched) {
      if (ids.length === FILES_AT_ONCE) break
      ids.push(id)
    }
    return ids
  }

  #someRows(from: number): string[] {
    const { workspace, onProgress } = this.#sources
    const ids: string[] = []
    let row = from
    for (; row < workspace.rowCount && ids.length < FILES_AT_ONCE; row += 1) {
      const id = workspace.headAt(row)?.id
      if (id !== undefined) ids.push(id)
    }
    this.#row = row
    onProgress(row, workspace.rowCount)
    return ids
  }

  async #write(ids: readonly string[]): Promise<void> {
    // those of which nothing comes now are still to be written
    for (const id of ids) this.#touched.add(id)
    const files: File[] = []
    const gone = new Map<string, string>()
    const written: string[] = []
    let bytes = 0
    for (const id of ids) {
      if (bytes >= BYTES_AT_ONCE) break
      this.#sources.throwIfStopped()
      written.push(id)
      const wanted = await this.#plan.want(id)
      if (wanted === 'damaged') continue
      const before = this.#writer.pathOf(id)
      if (before !== undefined && before !== wanted?.path && !this.#plan.isWanted(before)) gone.set(before, id)
      if (!wanted) continue
      bytes += wanted.bytes.length
      files.push(fileOf(wanted.path, wanted.bytes, { id, rev: wanted.rev }))
    }
    await this.#writer.write(files, gone, () => this.#isHeld())
    if (this.#isHeld()) return
    for (const id of written) this.#touched.delete(id)
  }

  /** What is to be written, or was read, may have words of which the plan does not know yet that they are above the level. */
  #isHeld(): boolean {
    if (isHighest(this.#sources.place.options.upTo)) return false
    return this.#sources.noted().some((change) => this.#plan.mayTell(change))
  }

  #endOfRows(): void {
    this.#row = null
    this.#attachments = undefined
    for (const path of this.#writer.ledger.files.keys())
      if (!this.#plan.isWanted(path) && !path.startsWith(`${ATTACHMENTS}/`)) this.#stale.add(path)
  }

  async #removeStale(): Promise<void> {
    const some = [...this.#stale].slice(0, FILES_AT_ONCE)
    const gone = new Map<string, string | null>()
    for (const path of some) if (!this.#plan.isWanted(path)) gone.set(path, this.#writer.known.get(path)?.of?.id ?? null)
    await this.#writer.write([], gone)
    for (const path of some) this.#stale.delete(path)
  }

  async #writeAttachments(): Promise<void> {
    const wanted = this.#plan.attachments
    const { files } = this.#writer.ledger
    const contents = this.#sources.attachments
    const toPut = [...wanted].filter(([path, hash]) => files.get(path) !== hash || this.#writer.conflicts.has(path))
    for (let at = 0; at < toPut.length; at += FILES_AT_ONCE) {
      this.#sources.throwIfStopped()
      const some = toPut.slice(at, at + FILES_AT_ONCE)
      const put = some.map(([path, hash]): File => ({ path, hash, content: () => contents.content(hash), of: null }))
      await this.#writer.write(put, new Map(), () => this.#isHeld())
      if (this.#isHeld()) return
    }
    if (!this.#plan.hidesFiles) {
      const gone = [...files.keys()].filter((path) => path.startsWith(`${ATTACHMENTS}/`) && !wanted.has(path))
      await this.#writer.write([], new Map(gone.map((path) => [path, null])))
    }
    this.#attachments = wanted
  }
}

const planOf = ({ workspace, index, place, throwIfStopped }: RunSources) =>
  MirrorPlan.of({ workspace, index, options: place.options }, throwIfStopped)

const higherOf = (one: Classification, other: Classification) => highestOf(new Set([one, other]))

const stemIn = (path: string) => posix.basename(path, ENDING)
