/** A folder that follows the workspace: when what is done, one thing at a time, and how it stands. */
import type { MirrorStatus } from '../../../shared/contract/mirror.ts'
import { AppError } from '../../../shared/errors.ts'
import type { ExportOptions } from '../../../shared/model/export-options.ts'
import type { Log } from '../../rpc/log.ts'
import type { RecordIndex } from '../../services/record-index.ts'
import type { Timer } from '../../services/timer.ts'
import type { AttachmentStore } from '../../workspace/attachments/attachment-store.ts'
import type { Clock, Workspace } from '../../workspace/port.ts'
import type { ExportDisk, Seen } from '../export-disk.ts'
import { MANIFEST } from '../manifest.ts'
import { mirrorFailure } from './mirror-failure.ts'
import { isSeenAlike, MirrorFolder } from './mirror-folder.ts'
import { openMirror, type MirrorTarget } from './mirror-place.ts'
import type { Stood } from './mirror-plan.ts'
import { MirrorRun, type RunSources } from './mirror-run.ts'
import { MirrorWriter } from './mirror-writer.ts'
import { toldConflicts, type ToldConflict } from './told-conflicts.ts'

/** From a change to its writing: what is typed on in the meantime goes with it. */
const PAUSE_MS = 2_000
/** How long closing waits for what is still to be written. */
const CLOSING_MS = 2_000
const PROGRESS_EVERY_MS = 250
/** Looking at every file whenever the window is turned to may take up one part in so many of the time. */
const LOOK_SHARE = 20

export interface MirrorSources {
  readonly workspace: Workspace
  readonly index: RecordIndex
  readonly attachments: AttachmentStore
  readonly disk: ExportDisk
  readonly clock: Clock
  /** Without one, nothing is written but when asked. */
  readonly timer: Timer | null
  readonly log: Log
  /** Of the application. */
  readonly version: string
  /** Called when {@link Mirror.standing} answers something else. */
  readonly onChange: () => void
}

export interface MirrorPlace {
  readonly folder: string
  readonly options: ExportOptions
  readonly when: MirrorStatus['when']
}

export type Standing = Pick<MirrorStatus, 'state' | 'progress' | 'at' | 'problem'>

/** What is asked for in one go. */
type Work = (run: MirrorRun) => Promise<void>

export class Mirror {
  readonly place: MirrorPlace
  readonly #sources: MirrorSources
  readonly #target: MirrorTarget
  readonly #stopping = new AbortController()
  readonly #stopListening: () => void
  #noted: Stood[] = []
  /** Where a record stands among them: while nothing is rendered, many commits of one record are one. */
  readonly #places = new Map<string, number>()
  #run: MirrorRun | undefined
  /** The list of files as the run knows it; undefined when it has to be read again. */
  #list: Seen | undefined
  #turn: Promise<void> = Promise.resolve()
  #turns = 0
  #callOff: (() => void) | undefined
  #progress: MirrorStatus['progress'] = null
  #toldAt = -Infinity
  #at = ''
  #problem: MirrorStatus['problem'] = null
  #looked = { at: -Infinity, took: 0 }

  constructor(place: MirrorPlace, sources: MirrorSources) {
    // the proof is an export's: of a folder that changes all the time it would say nothing
    this.place = { ...place, options: { ...place.options, report: false } }
    this.#sources = sources
    this.#target = { disk: sources.disk, folder: place.folder, id: sources.workspace.info.id, options: this.place.options }
    this.#stopListening = sources.workspace.onCommit(({ changes }) => {
      for (const { id, before, after } of changes) this.#note({ id, before, after })
      this.#soon()
    })
  }

  get standing(): Standing {
    return { state: this.#state(), progress: this.#progress, at: this.#at, problem: this.#problem }
  }

  /** What is known of the folder; undefined before it was reached for the first time. */
  get run(): MirrorRun | undefined {
    return this.#run
  }

  /** Files that were left alone; empty before the folder was reached. */
  get conflicts(): readonly ToldConflict[] {
    return this.#run ? toldConflicts(this.#sources.workspace, this.place.options.upTo, this.#run) : []
  }

  /** Looks what has changed in the workspace and in the folder since it was open last, and goes on. Answers at once. */
  start(): void {
    void this.update(this.place.when === 'change')
  }

  /** Looks at every file, and writes what differs. Never rejects: see {@link standing}. */
  update(isWritten = true): Promise<void> {
    return this.#inTurn(async (run) => {
      await this.#look(run)
      if (!isWritten) return
      await this.#write(run)
      await run.fold()
    })
  }

  /** Writes what has changed. Never rejects. */
  write(): Promise<void> {
    return this.#inTurn((run) => this.#write(run))
  }

  /** Looks what was edited in the folder, unless that was done a moment ago. Never rejects. */
  async look(): Promise<void> {
    const { at, took } = this.#looked
    if (this.#turns > 0 || this.#sources.clock() - at < took * LOOK_SHARE) return
    await this.#inTurn(async (run) => {
      await this.#look(run)
      if (this.place.when === 'change') await this.#write(run)
    })
  }

  /** Runs `work` between two writings, and writes what comes of it. @throws AppError of `work`, or why the folder cannot be used */
  between(work: Work): Promise<void> {
    return this.#asked(work, true)
  }

  /** As {@link between}, and writes nothing. @throws AppError of `work`, or why the folder cannot be used */
  reading(work: Work): Promise<void> {
    return this.#asked(work, false)
  }

  async #asked(work: Work, isWritten: boolean): Promise<void> {
    let refusal: AppError | undefined
    await this.#inTurn(async (run) => {
      // what is asked of is as it stands now
      while (this.#noted.length > 0) await this.#takeNoted(run)
      try {
        await work(run)
      } catch (error) {
        if (!(error instanceof AppError)) throw error
        refusal = error
      }
      if (isWritten) await this.#write(run)
    })
    if (refusal) throw refusal
    if (this.#problem) throw new AppError(this.#problem.code, this.#problem.message)
  }

  /** Settles when nothing is under way. */
  async settled(): Promise<void> {
    while (this.#turns > 0) await this.#turn
  }

  /** Writes what is still to be written unless that takes too long: it is then done at the next opening. Never rejects. */
  async stop(): Promise<void> {
    const { timer, workspace } = this.#sources
    // it hears of nothing any more, and knows nothing of how the folder stands
    if (this.#stopping.signal.aborted) return this.settled()
    if (this.#callOff) void this.write()
    if (this.#turns > 0 && timer) {
      let callOff: () => void = () => undefined
      const tooLong = new Promise<void>((resolve) => (callOff = timer(resolve, CLOSING_MS)))
      await Promise.race([this.settled(), tooLong])
      callOff()
    }
    this.#stopping.abort()
    await this.settled()
    this.#stopListening()
    const isEqual = this.#list !== undefined && this.#noted.length === 0 && this.#run?.isBusy === false
    if (isEqual && workspace.readOnly === null) await this.#quietly(() => this.#run?.save(workspace.revision))
  }

  /** After {@link stop}: the folder is a plain export from now on, unless it cannot be reached. */
  async end(): Promise<void> {
    if (this.#list) await this.#quietly(() => this.#run?.end())
  }

  #state(): Standing['state'] {
    if (this.#turns > 0) return 'writing'
    if (this.#problem) return 'stopped'
    return this.#noted.length > 0 || !this.#run || this.#run.isBusy ? 'waiting' : 'current'
  }

  #note(stood: Stood): void {
    const at = this.#turns === 0 ? this.#places.get(stood.id) : undefined
    const earlier = at === undefined ? undefined : this.#noted[at]
    if (at !== undefined && earlier) {
      this.#noted[at] = { ...stood, before: earlier.before }
      return
    }
    this.#places.set(stood.id, this.#noted.length)
    this.#noted.push(stood)
  }

  #soon(): void {
    const { timer, onChange } = this.#sources
    if (this.#callOff || this.#turns > 0 || this.#stopping.signal.aborted) return
    if (timer && this.place.when === 'change') {
      this.#callOff = timer(() => {
        this.#callOff = undefined
        void this.write()
      }, PAUSE_MS)
    }
    onChange()
  }

  #inTurn(work: Work): Promise<void> {
    this.#turns += 1
    this.#places.clear()
    this.#callOff?.()
    this.#callOff = undefined
    this.#turn = this.#takeTurn(this.#turn, work)
    return this.#turn
  }

  async #takeTurn(before: Promise<void>, work: Work): Promise<void> {
    await before
    const { onChange } = this.#sources
    try {
      this.#throwIfStopped()
      onChange()
      const run = await this.#connected()
      await work(run)
      await run.writer.folder.rest()
      this.#list = await run.writer.folder.seen(MANIFEST)
      this.#problem = null
    } catch (cause) {
      this.#fail(cause)
    } finally {
      this.#progress = null
      // what came meanwhile may have been seen half: it is not put together with what comes
      this.#places.clear()
      this.#turns -= 1
      if (!this.#stopping.signal.aborted) onChange()
    }
    if (this.#noted.length > 0 && !this.#problem) this.#soon()
  }

  async #connected(): Promise<MirrorRun> {
    const { disk } = this.#sources
    const folder = new MirrorFolder(disk, this.place.folder)
    const list = await folder.seen(MANIFEST)
    if (this.#run && list && this.#list && isSeenAlike(list, this.#list)) return this.#run
    const isOthers = this.#list !== undefined
    this.#list = undefined
    const writer = new MirrorWriter(folder, await openMirror(this.#target))
    if (!this.#run) this.#run = await MirrorRun.begin(this.#runSources(), writer)
    else {
      await this.#run.reopen(writer)
      if (isOthers) this.#run.all()
    }
    this.#list = list
    return this.#run
  }

  #runSources(): RunSources {
    const { workspace, index, attachments, version, clock, onChange } = this.#sources
    return {
      workspace,
      index,
      attachments,
      place: { folder: this.place.folder, options: this.place.options, version },
      throwIfStopped: () => this.#throwIfStopped(),
      noted: () => this.#noted,
      onProgress: (done, total) => {
        this.#progress = { done, total }
        if (clock() - this.#toldAt < PROGRESS_EVERY_MS) return
        this.#toldAt = clock()
        onChange()
      },
    }
  }

  async #write(run: MirrorRun): Promise<void> {
    while (this.#noted.length > 0 || run.isBusy) {
      this.#throwIfStopped()
      await this.#takeNoted(run)
      await run.step()
      // typing and everything else come first
      await new Promise<void>((resolve) => void setImmediate(resolve))
    }
    await run.rest()
    this.#at = new Date(this.#sources.clock()).toISOString()
  }

  async #takeNoted(run: MirrorRun): Promise<void> {
    const noted = this.#noted
    this.#noted = []
    this.#places.clear()
    try {
      await run.take(noted)
    } catch (error) {
      // what of it is taken in is not known
      this.#run = undefined
      throw error
    }
  }

  async #look(run: MirrorRun): Promise<void> {
    const began = this.#sources.clock()
    await run.look()
    const at = this.#sources.clock()
    this.#looked = { at, took: at - began }
  }

  #throwIfStopped(): void {
    if (this.#stopping.signal.aborted) throw new AppError('CANCELLED', 'The mirror goes on when the workspace is opened again.')
  }

  #fail(cause: unknown): void {
    this.#list = undefined
    const error = mirrorFailure(cause)
    if (error instanceof AppError && error.code === 'CANCELLED') return
    const isExpected = error instanceof AppError
    if (isExpected) this.#sources.log.info({ message: 'The mirror stands still.', code: error.code })
    else this.#tell(cause)
    this.#problem = isExpected
      ? { code: error.code, message: error.message }
      : { code: 'INTERNAL', message: 'A defect keeps the mirror from going on. Your records are safe. The log says more.' }
  }

  async #quietly(work: () => Promise<void> | undefined): Promise<void> {
    try {
      await work()
    } catch (cause) {
      this.#tell(cause)
    }
  }

  #tell(cause: unknown): void {
    this.#sources.log.error({
      message: 'The mirror stands still.',
      stack: cause instanceof Error ? (cause.stack ?? cause.message) : String(cause),
    })
  }
}
