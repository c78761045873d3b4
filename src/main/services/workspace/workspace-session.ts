/** Which workspace is open. Opening, closing and switching happen one after another; a command never sees half of one. */
import type { WorkspaceState } from '../../../shared/contract/app.ts'
import type { BackupChoice, BackupInfo } from '../../../shared/contract/backups.ts'
import { AppError } from '../../../shared/errors.ts'
import type { FlushReport } from '../../desktop.ts'
import type { Log } from '../../rpc/log.ts'
import { createWorkspace, inspectFolder, openWorkspace, restorePrevious, type WorkspaceEnvironment } from '../../workspace/index.ts'
import { listBackups, putBackup, withBackupFailures } from '../../workspace/backups/index.ts'
import { filesOf } from '../../workspace/environment.ts'
import type { FileSystem } from '../../workspace/file-system.ts'
import type { Workspace } from '../../workspace/port.ts'
import { planSalvage, salvageWorkspace } from '../../workspace/recovery/salvage.ts'
import { infoOf } from '../backups/backup-info.ts'
import { refusedField } from '../service-context.ts'
import type { Progress } from '../record-index.ts'
import { OpenWorkspace, type Surroundings } from './open-workspace.ts'
import { Leases } from '../leases.ts'
import { BROKEN, problemOf, type Problem, type Remedy } from './problem-remedies.ts'
import { plannedRescue, restoredNotice, salvagedNotice, type Notice, type PlannedRescue } from './recovery-notices.ts'
import { isSameFolder } from './same-folder.ts'
import { stillUnsaved } from './still-unsaved.ts'

/** What is told of a recovery once the workspace stands again. */
type Tell = (workspace: Workspace) => readonly Notice[]

type Standing =
  | { readonly status: 'none' }
  | { readonly status: 'opening'; readonly location: string; readonly progress?: { readonly done: number; readonly total: number } }
  | { readonly status: 'open'; readonly open: OpenWorkspace; readonly told: readonly Notice[] }
  | { readonly status: 'problem'; readonly problem: Problem }

export interface SessionOptions {
  readonly environment: () => WorkspaceEnvironment
  readonly surroundings: Surroundings
  readonly canReveal: boolean
  readonly log: Log
  /** Called after every change of {@link WorkspaceSession.state}. */
  readonly onChange: () => void
  /** Called with each workspace that is open, to begin what goes on beside it. */
  readonly begin: (open: OpenWorkspace) => void
  /** Called with each workspace that was opened, to remember it. */
  readonly onOpened: (folder: string, name: string) => Promise<void>
  /** Asks every window to save what is typed. */
  readonly flushWindows: () => Promise<FlushReport>
  /** Stops what would hold up closing. */
  readonly beforeClosing: () => void
}

/** Reading that is over sooner shows no progress. */
const PROGRESS_AFTER_MS = 1_000
const PROGRESS_EVERY_MS = 250

/** A folder that holds no workspace, or is not there, was a wrong choice: what was open stays. */
const WRONG_CHOICE: ReadonlySet<string> = new Set(['NOT_A_WORKSPACE', 'MISSING'])

/** Of a badly damaged workspace the first ones stand for the others. */
const PROBLEMS_SHOWN = 100

/** Opening it again may find that the cause has gone, or what can be done about it. */
const isToLookAt = ({ workspace, backups }: OpenWorkspace) =>
  workspace.readOnly !== null || backups.foundDamage || workspace.notices.some(({ code }) => code === 'damaged')

export class WorkspaceSession {
  readonly #options: SessionOptions
  readonly #inUse = new Leases()
  #standing: Standing = { status: 'none' }
  #turn: Promise<unknown> = Promise.resolve()

  constructor(options: SessionOptions) {
    this.#options = options
  }

  state(): WorkspaceState {
    const standing = this.#standing
    switch (standing.status) {
      case 'none':
      case 'opening':
        return standing
      case 'problem':
        return standing.problem
      case 'open': {
        const { workspace, folder, syncedBy } = standing.open
        const { id, name, sample } = workspace.info
        return {
          status: 'open',
          id,
          name,
          location: folder,
          revision: workspace.revision,
          readOnly: workspace.readOnly,
          sample,
          syncedBy,
          notices: [...standing.told, ...workspace.notices],
          problems: workspace.problems.slice(0, PROBLEMS_SHOWN),
        }
      }
    }
  }

  /** The folder of the workspace that is open or does not open. */
  folder(): string | undefined {
    const standing = this.#standing
    if (standing.status === 'open') return standing.open.folder
    return standing.status === 'problem' ? standing.problem.location : undefined
  }

  /** Of the workspace that is open or does not open, the latest first. @throws AppError NO_WORKSPACE, IO and others */
  async backups(): Promise<BackupInfo[]> {
    const standing = this.#standing
    if (standing.status === 'problem') {
      const found = await withBackupFailures(() => listBackups(this.#files(), standing.problem.location))
      return found.map(({ backup, place }) => infoOf(backup, place))
    }
    return this.use(async ({ backups }) => {
      await withBackupFailures(() => backups.lookAgain())
      return backups.shelf.list()
    })
  }

  /** A window is gone: what it did can no longer be taken back. */
  forgetClient(client: string): void {
    if (this.#standing.status === 'open') this.#standing.open.undo.forgetClient(client)
  }

  /**
   * Runs a command on the open workspace; it stays open until the command has ended.
   * @throws AppError NO_WORKSPACE, and what `work` throws
   */
  async use<T>(work: (open: OpenWorkspace) => Promise<T>): Promise<T> {
    if (this.#standing.status === 'opening') await this.#turn
    if (this.#standing.status !== 'open') throw new AppError('NO_WORKSPACE', 'No workspace is open. Nothing was changed. Open one first.')
    const running = work(this.#standing.open)
    this.hold(running)
    return running
  }

  /** Keeps the workspace open until `running` has settled. */
  hold(running: Promise<unknown>): void {
    this.#inUse.hold(running)
  }

  /** At the start of the application: whatever is wrong becomes the state `problem`. */
  openAtStart(folder: string): Promise<void> {
    // at once: whoever asks before its turn has come is told to wait, not that there is no workspace
    this.#become({ status: 'opening', location: folder })
    return this.#inTurn(() =>
      this.#open(
        folder,
        () => this.#load(folder),
        () => true,
      ),
    )
  }

  /**
   * Opens another workspace in place of the one that is open, and one that has become read-only once more. Damage, locks
   * and the like become the state `problem`.
   * @throws AppError NOT_A_WORKSPACE, MISSING, UNSAVED; what was open stays open
   */
  open(folder: string): Promise<void> {
    return this.#inTurn(async () => {
      if (this.#standing.status === 'open' && (await isSameFolder(this.#standing.open.folder, folder))) {
        if (this.#standing.open.workspace.readOnly !== null) await this.#openAgain()
        return
      }
      await this.#letWindowsSave()
      await this.#open(
        folder,
        () => this.#load(folder),
        (code) => !WRONG_CHOICE.has(code),
      )
    })
  }

  /**
   * Makes a workspace and opens it. `fill` writes its first records; when it fails, the workspace is unmade.
   * @throws AppError NOT_EMPTY, DISK_FULL, UNSAVED and others; what was open stays open
   */
  create(folder: string, as: { name: string; sample: boolean }, fill: (workspace: Workspace) => Promise<void>): Promise<void> {
    return this.#inTurn(async () => {
      await this.#letWindowsSave()
      await this.#open(
        folder,
        async () => {
          const workspace = await createWorkspace(folder, as, this.#options.environment())
          try {
            await fill(workspace)
          } catch (error) {
            await workspace.close()
            throw error
          }
          return workspace
        },
        () => false,
      )
    })
  }

  /**
   * `retry` also opens a workspace once more that has become read-only.
   * @throws AppError INVALID_INPUT when this is no remedy for what is wrong, and what the remedy throws
   */
  remedy(remedy: Exclude<Remedy, 'reveal'>, backup?: BackupChoice): Promise<void> {
    return this.#inTurn(async () => {
      const standing = this.#standing
      if (remedy === 'retry' && standing.status === 'open' && isToLookAt(standing.open)) {
        if (standing.open.workspace.readOnly === null) await this.#letWindowsSave()
        return this.#openAgain()
      }
      if (standing.status !== 'problem' || !standing.problem.remedies.includes(remedy)) {
        throw refusedField('remedy', 'notOffered', 'This does not help with the workspace as it stands.')
      }
      const folder = standing.problem.location
      const environment = this.#options.environment()
      if (remedy === 'chooseAnother') return this.#become({ status: 'none' })
      let tell: Tell = () => []
      if (remedy === 'salvage') {
        const report = await salvageWorkspace(folder, environment)
        tell = (workspace) => [salvagedNotice(report, workspace)]
      }
      if (remedy === 'restoreBackup') {
        if (!backup) throw refusedField('backup', 'missing', 'No backup was chosen.')
        const found = (await this.backups()).find(({ name, place }) => name === backup.name && place === backup.place)
        await putBackup(folder, backup, environment)
        if (found) tell = () => [restoredNotice(found)]
      }
      if (remedy === 'restorePrevious') await restorePrevious(folder, environment)
      await this.#open(
        folder,
        () => this.#load(folder, remedy === 'openReadOnly'),
        () => true,
        tell,
      )
    })
  }

  /** @throws AppError UNSAVED; it stays open */
  close(): Promise<void> {
    return this.#inTurn(async () => {
      await this.#letWindowsSave()
      await this.#closeOpen()
      this.#become({ status: 'none' })
    })
  }

  /** At the end of the application: its hosts have asked the windows. */
  end(): Promise<void> {
    return this.#inTurn(async () => {
      await this.#closeOpen()
      this.#become({ status: 'none' })
    })
  }

  /** @throws AppError NO_WORKSPACE, READ_ONLY, DISK_FULL, IO */
  async rename(name: string): Promise<void> {
    await this.use(({ workspace }) => workspace.rename(name))
    const folder = this.folder()
    if (folder !== undefined) await this.#remember(folder, name)
    this.#options.onChange()
  }

  #load(folder: string, readOnly = false): Promise<Workspace> {
    return openWorkspace(folder, this.#options.environment(), { readOnly })
  }

  /**
   * What is typed lives in the windows until it is saved: another workspace would cost it.
   * @throws AppError UNSAVED
   */
  async #letWindowsSave(): Promise<void> {
    const { unsaved, silent } = await this.#options.flushWindows()
    if (unsaved.length > 0 || silent > 0) throw stillUnsaved({ unsaved, silent })
  }

  /** Loads first and lets go of what is open then, so that a wrong choice costs nothing. */
  async #open(folder: string, load: () => Promise<Workspace>, isProblem: (code: string) => boolean, tell: Tell = () => []): Promise<void> {
    const before = this.#standing
    if (before.status !== 'open') this.#become({ status: 'opening', location: folder })
    // somebody may have typed while it was loaded
    const letGo = async () => {
      if (before.status === 'open') await this.#letWindowsSave()
      await this.#closeOpen()
    }
    let opened: OpenWorkspace
    try {
      opened = await this.#assemble(folder, await load())
    } catch (error) {
      const failure = this.#failure(error)
      if (!isProblem(failure.code)) {
        this.#become(before)
        throw error
      }
      await letGo()
      const last = BROKEN.has(failure.code) ? await this.#lastBackup(folder) : undefined
      const ways = BROKEN.has(failure.code) ? { rescue: await this.#plannedRescue(folder), backup: last ?? null } : {}
      const told = new AppError(failure.code, failure.message, { ...failure.details, ...ways })
      const possible = { canReveal: this.#options.canReveal, hasBackups: last !== undefined }
      this.#become({ status: 'problem', problem: problemOf(folder, told, possible) })
      return
    }
    try {
      await letGo()
    } catch (error) {
      await opened.close()
      throw error
    }
    // a workspace that was made anew from a backup has the id of the one before: windows must not take it for that one
    if (before.status === 'open' && before.open.workspace.info.id === opened.workspace.info.id)
      this.#become({ status: 'opening', location: folder })
    this.#become({ status: 'open', open: opened, told: tell(opened.workspace) })
    opened.backups.start()
    this.#options.begin(opened)
    await this.#remember(folder, opened.workspace.info.name)
  }

  /** The disk that failed is there again, or is still away: only opening tells. Its lock has to go first. */
  async #openAgain(): Promise<void> {
    const folder = this.folder()
    if (folder === undefined) return
    await this.#closeOpen()
    this.#become({ status: 'opening', location: folder })
    await this.#open(
      folder,
      () => this.#load(folder),
      () => true,
    )
  }

  async #assemble(folder: string, workspace: Workspace): Promise<OpenWorkspace> {
    try {
      const { syncedBy } = await inspectFolder(folder)
      return await OpenWorkspace.of({ folder, syncedBy }, workspace, this.#options.surroundings, this.#opening(folder))
    } catch (error) {
      await workspace.close()
      throw error
    }
  }

  /** Tells the windows how far reading has come when it takes long. */
  #opening(location: string): Progress {
    let tellAt = performance.now() + PROGRESS_AFTER_MS
    return (done, total) => {
      if (this.#standing.status !== 'opening' || performance.now() < tellAt) return
      tellAt = performance.now() + PROGRESS_EVERY_MS
      this.#become({ status: 'opening', location, progress: { done, total } })
    }
  }

  /** Whatever keeps the backups from being listed, the screen of the problem has to come. */
  async #lastBackup(folder: string): Promise<BackupInfo | undefined> {
    try {
      const [last] = await listBackups(this.#files(), folder)
      return last && infoOf(last.backup, last.place)
    } catch (error) {
      this.#options.log.error({ message: 'The backups could not be listed.', stack: String(error) })
      return undefined
    }
  }

  /** What a rescue would keep, for whoever has to choose; null when that cannot be told. */
  async #plannedRescue(folder: string): Promise<PlannedRescue | null> {
    try {
      return plannedRescue(await planSalvage(folder, this.#options.environment()))
    } catch (error) {
      this.#options.log.error({ message: 'What can be rescued could not be told.', stack: String(error) })
      return null
    }
  }

  #files(): FileSystem {
    return filesOf(this.#options.environment())
  }

  /** The list of recent workspaces is a convenience: failing to write it must not keep a workspace from opening. */
  async #remember(folder: string, name: string): Promise<void> {
    try {
      await this.#options.onOpened(folder, name)
    } catch (error) {
      this.#options.log.error({
        message: 'The list of recent workspaces was not saved.',
        stack: error instanceof Error ? error.stack : String(error),
      })
    }
  }

  #failure(error: unknown): AppError {
    if (error instanceof AppError) return error
    this.#options.log.error({ message: 'A workspace did not open.', stack: error instanceof Error ? error.stack : String(error) })
    return new AppError(
      'INTERNAL',
      'The workspace did not open because of a defect in the application. Nothing was changed. The log says more.',
      {},
      { cause: error },
    )
  }

  async #closeOpen(): Promise<void> {
    const standing = this.#standing
    if (standing.status !== 'open') return
    this.#options.beforeClosing()
    await this.#inUse.ended()
    try {
      await standing.open.close()
    } catch (error) {
      // everything acknowledged is on the disk; a lock that does not go now goes with the process
      this.#options.log.error({
        message: 'A workspace was not closed cleanly.',
        stack: error instanceof Error ? error.stack : String(error),
      })
    }
  }

  #become(standing: Standing): void {
    this.#standing = standing
    this.#options.onChange()
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#turn.then(work)
    this.#turn = turn.then(
      () => undefined,
      () => undefined,
    )
    return turn
  }
}
