/** The backups of one open workspace: made by themselves and when asked, one at a time, and how they stand. */
import type { BackupChoice, BackupCounts, BackupInfo, BackupStatus } from '../../../shared/contract/backups.ts'
import { AppError } from '../../../shared/errors.ts'
import type { Log } from '../../rpc/log.ts'
import {
  backupFailure,
  countRecords,
  makeBackup,
  noSuchBackup,
  ownBackups,
  secondBackups,
  takeSnapshot,
  withBackupFailures,
} from '../../workspace/backups/index.ts'
import type { BackupFolder, Snapshot, StoredBackup } from '../../workspace/backups/index.ts'
import type { FileSystem } from '../../workspace/file-system.ts'
import type { Clock, Workspace } from '../../workspace/port.ts'
import type { Timer } from '../timer.ts'
import { infoOf } from './backup-info.ts'
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

export interface KeeperOptions {
  readonly files: FileSystem
  readonly clock: Clock
  /** Without one, nothing is done but when asked. */
  readonly timer: Timer | null
  readonly log: Log
  /** Called when {@link BackupKeeper.status} answers something else. */
  readonly onChange: (status: BackupStatus) => void
}

type Count = () => BackupCounts | Promise<BackupCounts>

export interface Control {
  readonly onProgress?: (done: number, total: number) => void
  readonly signal?: AbortSignal
  /** The name of a backup that is in use and must not be removed now. */
  readonly keep?: string
}

const doNothing = () => undefined

const attachmentsLeftOut = (names: readonly string[]) =>
  `${names.length === 1 ? 'One attachment is' : `${names.length} attachments are`} damaged or missing in the workspace and not in the backup: ${names[0] ?? ''}. Everything else is in it.`

const madeOf = (backup: StoredBackup | undefined): Made | null => (backup ? { at: backup.file.at, revision: backup.file.revision } : null)

export class BackupKeeper {
  readonly #folder: string
  readonly #workspace: Workspace
  readonly #options: KeeperOptions
  readonly #count: Count
  readonly #stopping = new AbortController()
  #running: Promise<unknown> | null = null
  #callOff: (() => void) | null = null
  #own: readonly StoredBackup[] = []
  #second: readonly StoredBackup[] = []
  #isSecondThere = false
  #isStarted = false
  #failed: BackupStatus['failed'] = null
  #triedAt: number | null = null
  #foundDamage = false

  /** `count`: where the records are counted already; else each is looked at. */
  constructor(folder: string, workspace: Workspace, options: KeeperOptions, count: Count = () => countRecords(workspace)) {
    this.#folder = folder
    this.#workspace = workspace
    this.#options = options
    this.#count = count
  }

  /** Looks what there is, makes the backup that is due, and goes on looking every few minutes. */
  start(): void {
    this.#isStarted = true
    void this.#look(isDueAtOpening)
  }

  /** Makes the last backup, unless that takes too long: then it is due at the next opening. Never throws. */
  async stop(): Promise<void> {
    const { timer } = this.#options
    this.#callOff?.()
    if (this.#isStarted && this.#isAutomatic() && isDueAtClosing(this.#standing())) this.make('schedule').catch(doNothing)
    if (this.#running && timer) {
      let callOff: () => void = doNothing
      const tooLong = new Promise<void>((resolve) => {
        callOff = timer(resolve, CLOSING_MS)
      })
      await Promise.race([this.#running.then(doNothing, doNothing), tooLong])
      callOff()
    }
    this.#stopping.abort()
    // it notices at its next step
    await this.#running?.then(doNothing, doNothing)
  }

  /** A backup read bytes of the workspace that are not those that were written: opening it has to look at all of them. */
  get foundDamage(): boolean {
    return this.#foundDamage
  }

  status(): BackupStatus {
    const { automatic, secondPlace } = this.#workspace.settings.backups
    const last = [...this.#own.slice(0, 1), ...this.#second.slice(0, 1)].toSorted((a, b) => (a.name < b.name ? 1 : -1))[0]?.file
    const drop = this.#own.find(({ file }) => file.dropped && isFresh(file, this.#options.clock()))?.file
    return {
      automatic,
      last: last ? { at: last.at, verifiedAt: last.verifiedAt } : null,
      secondPlace:
        secondPlace === '' ? null : { location: secondPlace, reachable: this.#isSecondThere, lastAt: this.#second[0]?.file.at ?? '' },
      failed: this.#failed,
      overdue: this.#workspace.readOnly === null && isOverdue({ ...this.#standing(), last: last ?? null }, automatic),
      dropped: drop?.dropped ? { ...drop.dropped, at: drop.at } : null,
      running: this.#running !== null,
    }
  }

  /** Those of both places, the latest first. */
  list(): BackupInfo[] {
    const infos = [...this.#own.map((backup) => infoOf(backup, 'here')), ...this.#second.map((backup) => infoOf(backup, 'second'))]
    return infos.toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
  }

  /** @throws AppError NOT_FOUND, DAMAGED, MISSING */
  async find({ name, place }: BackupChoice): Promise<{ readonly folder: BackupFolder; readonly backup: StoredBackup }> {
    const folder = place === 'here' ? ownBackups(this.#options.files, this.#folder) : await this.#secondFolder()
    const backup = await withBackupFailures(async () => folder?.find(name))
    if (!folder || !backup || backup.file.workspace.id !== this.#workspace.info.id) throw noSuchBackup(name)
    return { folder, backup }
  }

  /** Looks again what there is. */
  async refresh(): Promise<void> {
    const own = await ownBackups(this.#options.files, this.#folder).list()
    this.#own = this.#ofThis(own.backups)
    const second = await this.#secondFolder()
    this.#isSecondThere = second !== undefined
    // while the place is away, what was there is still known
    if (second) this.#second = this.#ofThis((await second.list()).backups)
    else if (this.#workspace.settings.backups.secondPlace === '') this.#second = []
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

  /** Behind the answer to whoever asked; what comes of it is told by {@link status}. */
  makeSoon(): void {
    if (this.#workspace.readOnly === null) this.make('hand').catch(doNothing)
  }

  async #makeBoth(reason: BackupInfo['reason'], control: Control): Promise<StoredBackup> {
    this.#triedAt = this.#options.clock()
    const signal = AbortSignal.any([this.#stopping.signal, ...(control.signal ? [control.signal] : [])])
    try {
      const snapshot = await this.#learn()
      const made = await this.#copy(ownBackups(this.#options.files, this.#folder), snapshot, reason, { ...control, signal })
      this.#failed = null
      await this.#makeSecond(snapshot, reason, { ...(control.keep === undefined ? {} : { keep: control.keep }), signal })
      return made
    } catch (cause) {
      throw this.#noteFailure(cause)
    } finally {
      await this.#refreshQuietly()
    }
  }

  async #learn(): Promise<Snapshot> {
    const { readOnly } = this.#workspace
    if (readOnly !== null)
      throw new AppError('READ_ONLY', 'The workspace cannot be written to, so no backup was made. Earlier backups are kept.')
    const counts = await this.#count()
    return this.#workspace.whileStill(() => takeSnapshot(this.#options.files, this.#folder, this.#workspace.revision, counts))
  }

  #copy(folder: BackupFolder, snapshot: Snapshot, reason: BackupInfo['reason'], control: Control & { readonly copyAttachments?: boolean }) {
    const { files, clock } = this.#options
    return makeBackup(folder, snapshot, { files, clock, reason, copyAttachments: false, ...control })
  }

  /** A place that is away or fails is told of; the backup in the workspace's own folder stands all the same. */
  async #makeSecond(snapshot: Snapshot, reason: BackupInfo['reason'], control: Control): Promise<void> {
    try {
      const folder = await this.#secondFolder()
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
      await this.refresh()
    } catch (error) {
      this.#options.log.error({ message: 'The backups could not be listed.', stack: String(error) })
    }
  }

  /** Never throws: what fails is told by {@link status}. */
  async #look(isDue: (standing: Standing) => boolean): Promise<void> {
    try {
      await this.#refreshQuietly()
      const standing = this.#standing()
      const isWanted = isDue(standing) || (this.#isSecondThere && isDueInSecondPlace(standing, madeOf(this.#second[0])))
      if (this.#isAutomatic() && this.#running === null && isWanted) await this.make('schedule')
      else this.announce()
    } catch {
      // told by the status and in the log already
      this.announce()
    }
    if (this.#stopping.signal.aborted) return
    this.#callOff = this.#options.timer?.(() => void this.#look(isDueByTheHour), LOOK_MS) ?? null
  }

  #isAutomatic(): boolean {
    return this.#options.timer !== null && this.#workspace.settings.backups.automatic && this.#workspace.readOnly === null
  }

  #standing(): Standing {
    return { now: this.#options.clock(), revision: this.#workspace.revision, last: madeOf(this.#own[0]), triedAt: this.#triedAt }
  }

  async #secondFolder(): Promise<BackupFolder | undefined> {
    const { secondPlace } = this.#workspace.settings.backups
    return secondPlace === '' ? undefined : await secondBackups(this.#options.files, secondPlace, this.#workspace.info)
  }

  #ofThis(backups: readonly StoredBackup[]): readonly StoredBackup[] {
    return backups.filter(({ file }) => file.workspace.id === this.#workspace.info.id)
  }

  /** Tells every window how things stand. */
  announce(): BackupStatus {
    const status = this.status()
    this.#options.onChange(status)
    return status
  }
}
