/** A workspace on a disk in memory, and a folder on another that mirrors it. */
import { exportMarkdown } from '../../src/main/export/index.ts'
import { CHANGES } from '../../src/main/export/mirror/ledger.ts'
import { Mirror, type MirrorPlace } from '../../src/main/export/mirror/mirror.ts'
import { prepareMirror } from '../../src/main/export/mirror/mirror-place.ts'
import { RecordIndex } from '../../src/main/services/record-index.ts'
import type { Timer } from '../../src/main/services/timer.ts'
import { AttachmentStore } from '../../src/main/workspace/attachments/attachment-store.ts'
import { createWorkspace, openWorkspace } from '../../src/main/workspace/index.ts'
import type { Workspace } from '../../src/main/workspace/port.ts'
import type { Attachment } from '../../src/shared/model/attachment.ts'
import { exportPresets, type ExportOptions } from '../../src/shared/model/export-options.ts'
import type { AnyRecord } from '../../src/shared/model/record.ts'
import { MemoryExportDisk } from './memory-export-disk.ts'
import { MemoryFileSystem } from './memory-file-system.ts'
import { anna } from './new-record.ts'
import { testEnvironment } from './workspace-disk.ts'

const WORKSPACE = '/workspace'
export const MIRROR = '/stick/Mirror'

export interface Setting {
  /** Where the mirror lies. */
  readonly stick?: MemoryExportDisk
  readonly options?: Partial<ExportOptions>
  readonly when?: MirrorPlace['when']
  readonly timer?: Timer
  readonly version?: string
}

export class MirroredWorkspace {
  readonly disk: MemoryFileSystem
  readonly stick: MemoryExportDisk
  readonly workspace: Workspace
  readonly mirror: Mirror
  readonly attachments: AttachmentStore
  readonly options: ExportOptions
  /** How it stood, each time that was told. */
  readonly told: string[] = []
  #exports = 0

  private constructor(disk: MemoryFileSystem, workspace: Workspace, index: RecordIndex, setting: Setting) {
    this.disk = disk
    this.stick = setting.stick ?? new MemoryExportDisk()
    this.workspace = workspace
    this.options = { ...exportPresets.obsidian, ...setting.options }
    workspace.onCommit((commit) => void index.apply(commit))
    this.attachments = new AttachmentStore(WORKSPACE, { files: disk, freeBytes: async () => undefined })
    let now = 0
    this.mirror = new Mirror(
      { folder: MIRROR, options: this.options, when: setting.when ?? 'change' },
      {
        workspace,
        index,
        attachments: this.attachments,
        disk: this.stick,
        clock: () => (now += 1),
        timer: setting.timer ?? null,
        log: { info: () => undefined, error: () => undefined },
        version: setting.version ?? '1',
        onChange: () => this.told.push(this.mirror.standing.state),
      },
    )
  }

  /** A new workspace with these records, and a mirror that is not written yet. */
  static async of(records: readonly AnyRecord[], setting: Setting = {}): Promise<MirroredWorkspace> {
    const disk = new MemoryFileSystem()
    const workspace = await createWorkspace(WORKSPACE, { name: 'Hub', sample: false }, testEnvironment(disk))
    const made = new MirroredWorkspace(disk, workspace, await RecordIndex.of(workspace), setting)
    await made.stick.createFolder('/stick')
    await prepareMirror({ disk: made.stick, folder: MIRROR, id: workspace.info.id, options: made.options })
    await made.put(...records)
    return made
  }

  /** The workspace opened again, which was closed or left, and its mirror with it. */
  async again(setting: Setting = {}, disk = this.disk): Promise<MirroredWorkspace> {
    const workspace = await openWorkspace(WORKSPACE, testEnvironment(disk))
    return new MirroredWorkspace(disk, workspace, await RecordIndex.of(workspace), {
      options: this.options,
      stick: this.stick,
      ...setting,
    })
  }

  async put(...records: readonly AnyRecord[]): Promise<void> {
    await this.workspace.transact(anna, async (transaction) => {
      for (const record of records) transaction.put(record, transaction.head(record.id)?.rev ?? 0)
    })
  }

  async change(id: string, patch: object): Promise<void> {
    const record = await this.workspace.read(id)
    if (!record) throw new Error(`There is no record ${id}.`)
    await this.put({ ...record, ...patch } as AnyRecord)
  }

  async file(name: string, content: string): Promise<Attachment> {
    const incoming = await this.attachments.receive(Buffer.byteLength(content))
    await incoming.write(Buffer.from(content))
    return { name, ...(await incoming.finish()), addedAt: '2023-05-17T14:02:00.000Z' }
  }

  /** What lies in the folder, without what the mirror keeps for itself. */
  async files(): Promise<Record<string, string>> {
    return shown(await this.stick.tree(MIRROR))
  }

  /** What an export of everything writes now. */
  async exported(): Promise<Record<string, string>> {
    const folder = `/exports/${(this.#exports += 1)}`
    await this.stick.createFolder(folder)
    await exportMarkdown(this.workspace, folder, { options: this.options, attachments: this.attachments, files: this.stick })
    return this.stick.tree(folder)
  }

  /** Leaves mirror and workspace as an end of the application does. */
  async close(): Promise<void> {
    await this.mirror.stop()
    await this.workspace.close()
  }
}

const shown = (tree: Record<string, string>) => Object.fromEntries(Object.entries(tree).filter(([path]) => !path.endsWith(CHANGES)))
