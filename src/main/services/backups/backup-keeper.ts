/** The backups of one open workspace: made by themselves and when asked, one at a time, and how they stand. */
import type { BackupCounts, BackupInfo, BackupStatus } from '../../../shared/contract/backups.ts'
import { AppError } from '../../../shared/errors.ts'
import type { Log } from '../../rpc/log.ts'
import { AttachmentStore } from '../../workspace/attachments/attachment-store.ts'
import { missingContents } from '../../workspace/attachments/missing-contents.ts'
import { backupFailure, countRecords, makeBackup, takeSnapshot } from '../../workspace/backups/index.ts'
import type { BackupFolder, Snapshot, StoredBackup } from '../../workspace/backups/index.ts'
import { systemCode, type FileSystem } from '../../workspace/file-system.ts'
import type { Clock, Workspace } from '../../workspace/port.ts'
import { pacing } from '../pacing.ts'
import type { Timer } from '../timer.ts'
import {
  CLOSING_MS,
  isDueAtClosing,
  isDueAtOpening,
  isDueByTheHour,
  isDueInSecondPlace,
  isFresh,
  isOverdue,
  LOOK_MS,
  type Made,
  type Standing,
} from './backup-rules.ts'
import { BackupShelf } from './backup-shelf.ts'

export interface KeeperOptions {
  readonly files: FileSystem
  readonly clock: Clock
  /** Without one, nothing is done but when asked. */
  readonly timer: Timer | null
  readonly log: Log
  /** Called when {@link BackupKeeper.status} answers something else. */
  readonly onChange: (status: BackupStatus) => void
}

/** What is asked of all records together. */
export interface Known {
  readonly count: () => BackupCounts | Promise<BackupCounts>
  /** Of records with attached files, and perhaps of others. */
  readonly rowsWithFiles: () => Iterable<number>
}

export interface Control {
  readonly onProgress?: (done: number, total: number) => void
  readonly signal?: AbortSignal
  /** The name of a backup that is in use and must not be removed now. */
  readonly keep?: string
}

const doNothing = () => undefined

const fromColumns = (workspace: Workspace): Known => ({
  count: () => countRecords(workspace),
  rowsWithFiles: () => Array(workspace.rowCount).keys(),
})

const attachmentsLeftOut = (names: readonly string[]) =>
  `${names.length === 1 ? 'One attachment is' : `${names.length} attachments are`} damaged or missing in the workspace and not in the backup: ${names[0] ?? ''}. Everything else is in it.`

const madeOf = (backup: StoredBackup | undefined): Made | null => (backup ? { at: backup.file.at, revision: backup.file.revision } : null)

export class BackupKeeper {
  /** What there is. */
  readonly shelf: BackupShelf
  readonly #folder: string
  readonly #workspace: Workspace
  readonly #options: KeeperOptions
  readonly #known: Known
  readonly #stopping = new AbortController()
  #running: Promise<unknown> | null = null
  #callOff: (() => void) | null = null
  /** The look that is under way; the shelf is known after the first. */
  #looking: Promise<void> | null = null
  #hasLooked = false
  #failed: BackupStatus['failed'] = null
  #triedAt: number | null = null
  #foundDamage = false
  #missing: BackupStatus['missingFiles'] = null

  /** `known`: where that stands already; else the columns of each record are looked at. */
  constructor(folder: string, workspace: Workspace, options: KeeperOptions, known: Known = fromColumns(workspace)) {
    this.shelf = new BackupShelf(options.files, folder, workspace)
    this.#folder = folder
    this.#workspace = workspace
    this.#options = options
    this.#known = known
  }

  /** Looks what there is, makes the backup that is due, and goes on looking every few minutes. */
  start(): void {
    this.#look(isDueAtOpening)
  }

  /** Makes the last backup, unless that takes too long: then it is due at the next opening. Never throws. */
  async stop(): Promise<void> {
    const { timer } = this.#options
    this.#callOff?.()
    const isDue = this.#hasLooked && this.#isAutomatic() && isDueAtClosing(this.#standing())
    if (isDue && !this.#running) this.make('schedule').catch(doNothing)
    if (this.#running && timer) {
      let callOff: () => void = doNothing
      const tooLong = new Promise<void>((resolve) => {
        callOff = timer(resolve, CLOSING_MS)
      })
      await Promise.race([this.#running.then(doNothing, doNothing), tooLong])
      callOff()
    }
    this.#stopping.abort()
    // both notice at their next step
    await this.#running?.then(doNothing, doNothing)
    await this.#looking
  }

  /** A backup read bytes of the workspace that are not those that were written: opening it has to look at all of them. */
  get foundDamage(): boolean {
    return this.#foundDamage
  }

  status(): BackupStatus {
    const { automatic, secondPlace } = this.#workspace.settings.backups
    const { lastSecond, isSecondThere, own } = this.shelf
    const last = this.shelf.last?.file
    const drop = own.find(({ file }) => file.dropped && isFresh(file, this.#options.clock()))?.file
    return {
      automatic,
      last: last ? { at: last.at, verifiedAt: last.verifiedAt } : null,
      secondPlace: secondPlace === '' ? null : { location: secondPlace, reachable: isSecondThere, lastAt: lastSecond?.file.at ?? '' },
      failed: this.#failed,
      overdue: this.#workspace.readOnly === null && isOverdue({ ...this.#standing(), last: last ?? null }, automatic),
      dropped: drop?.dropped ? { ...drop.dropped, at: drop.at } : null,
      missingFiles: this.#missing,
      running: this.#running !== null,
    }
  }

  /**
   * Waits for one that is under way, then makes one in each place.
   * @throws AppError CANCELLED, DAMAGED, READ_ONLY, DISK_FULL, NO_PERMISSION, IO when there is none in the workspace's own folder
   */
  async make(reason: BackupInfo['reason'], control: Control = {}): Promise<StoredBackup> {
    while (this.#running) await this.#running.then(doNothing, doNothing)
    const running = this.#makeBoth(reason, control)
    this.#running = running
    this.announce()
    try {
      return await running
    } finally {
      this.#running = null
      this.announce()
    }
  }

  /** Looks again what there is in either place; the windows are told when that is another than before. @throws system errors */
  async lookAgain(): Promise<void> {
    const before = JSON.stringify(this.status())
    await this.shelf.refresh()
    if (JSON.stringify(this.status()) !== before) this.announce()
  }

  /** Looks which attached files have no content, and tells the windows. Never throws. */
  async lookForFiles(): Promise<void> {
    await this.#lookForFiles()
    this.announce()
  }

  async #lookForFiles(): Promise<void> {
    const { signal } = this.#stopping
    try {
      const store = new AttachmentStore(this.#folder, { files: this.#options.files })
      const missing = await missingContents(this.#workspace, store, { rows: this.#known.rowsWithFiles(), pace: pacing(), signal })
      const [first] = missing
      if (!signal.aborted) this.#missing = first ? { count: missing.length, first } : null
    } catch (error) {
      this.#options.log.error({ message: 'The attached files could not be looked at.', stack: String(error) })
    }
  }

  /** Behind the answer to whoever asked; what comes of it is told by {@link status}. */
  makeSoon(): void {
    if (this.#workspace.readOnly === null) this.make('hand').catch(doNothing)
  }

  async #makeBoth(reason: BackupInfo['reason'], control: Control): Promise<StoredBackup> {
    this.#triedAt = this.#options.clock()
    const signal = AbortSignal.any([this.#stopping.signal, ...(control.signal ? [control.signal] : [])])
    try {
      const { snapshot, made } = await this.#makeOwn(reason, { ...control, signal })
      this.#failed = null
      await this.#lookForFiles()
      await this.#makeSecond(snapshot, reason, { ...(control.keep === undefined ? {} : { keep: control.keep }), signal })
      return made
    } catch (cause) {
      throw this.#noteFailure(cause)
    } finally {
      await this.#refreshQuietly()
    }
  }

  async #makeOwn(reason: BackupInfo['reason'], control: Control): Promise<{ readonly snapshot: Snapshot; readonly made: StoredBackup }> {
    for (let isAgain = false; ; isAgain = true) {
      const snapshot = await this.#learn()
      try {
        return { snapshot, made: await this.#copy(this.shelf.folder, snapshot, reason, control) }
      } catch (error) {
        // the history was thinned meanwhile, and the segments that were learned have made way for others
        if (isAgain || systemCode(error) !== 'ENOENT') throw error
      }
    }
  }

  async #learn(): Promise<Snapshot> {
    const { readOnly } = this.#workspace
    if (readOnly !== null)
      throw new AppError('READ_ONLY', 'The workspace cannot be written to, so no backup was made. Earlier backups are kept.')
    const counts = await this.#known.count()
    return this.#workspace.whileStill(() => takeSnapshot(this.#options.files, this.#folder, this.#workspace.revision, counts))
  }

  #copy(folder: BackupFolder, snapshot: Snapshot, reason: BackupInfo['reason'], control: Control & { readonly copyAttachments?: boolean }) {
    const { files, clock } = this.#options
    return makeBackup(folder, snapshot, { files, clock, reason, copyAttachments: false, ...control })
  }

  /** A place that is away or fails is told of; the backup in the workspace's own folder stands all the same. */
  async #makeSecond(snapshot: Snapshot, reason: BackupInfo['reason'], control: Control): Promise<void> {
    try {
      const folder = await this.shelf.secondFolder()
      if (!folder) return
      const { leftOut } = await this.#copy(folder, snapshot, reason, { ...control, copyAttachments: true })
      if (leftOut.length > 0) this.#failed = { at: this.#instant(), message: attachmentsLeftOut(leftOut) }
    } catch (cause) {
      this.#noteFailure(cause)
    }
  }

  #instant(): string {
    return new Date(this.#options.clock()).toISOString()
  }

  /** Answers what to throw. */
  #noteFailure(cause: unknown): unknown {
    const error = backupFailure(cause)
    const isKnown = error instanceof AppError
    if (isKnown && error.code === 'CANCELLED') return error
    this.#foundDamage ||= isKnown && error.code === 'DAMAGED'
    this.#failed = {
      at: this.#instant(),
      message: isKnown ? error.message : 'A defect kept the backup from being made. Earlier backups are kept.',
    }
    this.#options.log.error({ message: 'A backup failed.', stack: cause instanceof Error ? (cause.stack ?? cause.message) : String(cause) })
    return error
  }

  /** Behind a failure that is told already. */
  async #refreshQuietly(): Promise<void> {
    try {
      await this.shelf.refresh()
    } catch (error) {
      this.#options.log.error({ message: 'The backups could not be listed.', stack: String(error) })
    }
  }

  #look(isDue: (standing: Standing) => boolean): void {
    this.#callOff = this.#options.timer?.(() => this.#look(isDueByTheHour), LOOK_MS) ?? null
    this.#looking = this.#lookOnce(isDue)
  }

  /** Never throws: what fails is told by {@link status}. */
  async #lookOnce(isDue: (standing: Standing) => boolean): Promise<void> {
    const isFirst = !this.#hasLooked
    await this.#refreshQuietly()
    this.#hasLooked = true
    if (isFirst || this.#missing) await this.#lookForFiles()
    if (this.#stopping.signal.aborted) return
    const standing = this.#standing()
    const { isSecondThere, lastSecond } = this.shelf
    const isWanted = isDue(standing) || (isSecondThere && isDueInSecondPlace(standing, madeOf(lastSecond)))
    if (this.#isAutomatic() && this.#running === null && isWanted) await this.make('schedule').catch(doNothing)
    else this.announce()
  }

  #isAutomatic(): boolean {
    return this.#options.timer !== null && this.#workspace.settings.backups.automatic && this.#workspace.readOnly === null
  }

  #standing(): Standing {
    return { now: this.#options.clock(), revision: this.#workspace.revision, last: madeOf(this.shelf.lastOwn), triedAt: this.#triedAt }
  }

  /** Tells every window how things stand. */
  announce(): BackupStatus {
    const status = this.status()
    this.#options.onChange(status)
    return status
  }
}
