/** The mirror of the workspace that is open: found again with it, switched on and off, and how it stands. */
import { basename, dirname, join } from 'node:path'
import type { MirrorStatus } from '../../../shared/contract/mirror.ts'
import { exportPresets } from '../../../shared/model/export-presets.ts'
import type { Mirror } from '../../export/mirror/mirror.ts'
import type { Log } from '../../rpc/log.ts'
import type { AppData, KeptMirror } from '../../workspace/app-data.ts'
import { AttachmentStore } from '../../workspace/attachments/attachment-store.ts'
import type { Clock } from '../../workspace/port.ts'
import type { FolderHandles } from '../folders/folder-handles.ts'
import type { Timer } from '../timer.ts'
import type { OpenWorkspace } from '../workspace/open-workspace.ts'

const SHOWN_AT_MOST = 200

export interface MirrorKeeperOptions {
  readonly appData: AppData
  readonly folders: FolderHandles
  readonly clock: Clock
  /** Without one, nothing is written but when asked. */
  readonly timer: Timer | null
  readonly log: Log
  readonly version: string
  readonly onChange: (status: MirrorStatus) => void
}

export class MirrorKeeper {
  readonly #options: MirrorKeeperOptions
  #kept: { readonly open: OpenWorkspace; readonly mirror: Mirror } | undefined
  /** Switching on and off, one after another. */
  #turn: Promise<unknown> = Promise.resolve()

  constructor(options: MirrorKeeperOptions) {
    this.#options = options
  }

  /** A workspace is open: its mirror goes on, if it has one. */
  begin(open: OpenWorkspace): void {
    const place = this.#options.appData.mirrors[open.workspace.info.id]
    if (!place) return
    this.#inTurn(async () => (await this.#take(open, place)).start()).catch((error: unknown) =>
      this.#options.log.error({ message: 'The mirror was not begun.', stack: error instanceof Error ? error.stack : String(error) }),
    )
  }

  /** The mirror of this workspace, when it has one. */
  async of(open: OpenWorkspace): Promise<Mirror | undefined> {
    await this.#turn
    return this.#kept?.open === open ? this.#kept.mirror : undefined
  }

  /** @throws AppError as `mirror.start` */
  switchOn(open: OpenWorkspace, place: KeptMirror): Promise<MirrorStatus> {
    return this.#inTurn(async () => {
      const { prepareMirror } = await import('../../export/mirror/mirror-place.ts')
      const { exportDisk } = await import('../../export/export-disk.ts')
      await prepareMirror({ disk: exportDisk, folder: place.folder, id: open.workspace.info.id, options: place.options })
      const before = this.#kept?.mirror
      await before?.stop()
      if (before && before.place.folder !== place.folder) await before.end()
      await this.#options.appData.keepMirror(open.workspace.info.id, place)
      void (await this.#take(open, place)).update()
      return this.#tell(open)
    })
  }

  /** With other options, or at other times. */
  change(open: OpenWorkspace, change: Partial<Pick<KeptMirror, 'options' | 'when'>>): Promise<MirrorStatus> {
    return this.#inTurn(async () => {
      const before = this.#options.appData.mirrors[open.workspace.info.id]
      if (!before) return this.status(open)
      const place = { ...before, ...change }
      await this.#options.appData.keepMirror(open.workspace.info.id, place)
      await this.#kept?.mirror.stop()
      void (await this.#take(open, place)).update()
      return this.#tell(open)
    })
  }

  /** The files stay. */
  switchOff(open: OpenWorkspace): Promise<MirrorStatus> {
    return this.#inTurn(async () => {
      const before = this.#kept?.mirror
      await this.#options.appData.keepMirror(open.workspace.info.id, null)
      this.#kept = undefined
      await before?.stop()
      await before?.end()
      return this.#tell(open)
    })
  }

  status(open: OpenWorkspace): MirrorStatus {
    const { appData, folders } = this.#options
    const mirror = this.#kept?.open === open ? this.#kept.mirror : undefined
    const place = mirror?.place ?? appData.mirrors[open.workspace.info.id]
    if (!place) return { ...OFF, options: { ...(appData.settings.export ?? exportPresets.obsidian), report: false } }
    const found = mirror?.conflicts ?? []
    return {
      on: true,
      location: place.folder,
      folder: folders.give(place.folder),
      options: place.options,
      when: place.when,
      ...(mirror?.standing ?? { state: 'waiting', progress: null, at: '', problem: null }),
      conflicts: found.slice(0, SHOWN_AT_MOST).map(({ path, id, what }) => ({
        path,
        id,
        title: (id === null ? undefined : open.workspace.head(id)?.title) ?? basename(path),
        folder: folders.give(dirname(join(place.folder, path))),
        what,
      })),
      moreConflicts: Math.max(0, found.length - SHOWN_AT_MOST),
    }
  }

  async #take(open: OpenWorkspace, place: KeptMirror): Promise<Mirror> {
    const { Mirror } = await import('../../export/mirror/mirror.ts')
    const { exportDisk } = await import('../../export/export-disk.ts')
    const { clock, timer, log, version } = this.#options
    const mirror = new Mirror(place, {
      workspace: open.workspace,
      index: open.index,
      attachments: new AttachmentStore(open.folder),
      disk: exportDisk,
      clock,
      timer,
      log,
      version,
      onChange: () => void this.#tell(open),
    })
    this.#kept = { open, mirror }
    open.whenClosing(() => this.#inTurn(() => this.#leave(mirror)))
    return mirror
  }

  async #leave(mirror: Mirror): Promise<void> {
    await mirror.stop()
    if (this.#kept?.mirror === mirror) this.#kept = undefined
  }

  #tell(open: OpenWorkspace): MirrorStatus {
    const status = this.status(open)
    this.#options.onChange(status)
    return status
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#turn.then(work)
    const over = () => undefined
    this.#turn = turn.then(over, over)
    return turn
  }
}

const OFF: Omit<MirrorStatus, 'options'> = {
  on: false,
  location: '',
  folder: null,
  when: 'change',
  state: 'off',
  progress: null,
  at: '',
  problem: null,
  conflicts: [],
  moreConflicts: 0,
}
