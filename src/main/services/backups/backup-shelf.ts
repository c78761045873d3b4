/** What backups of an open workspace there are, in its own folder and in the second place. */
import type { BackupChoice, BackupInfo } from '../../../shared/contract/backups.ts'
import { noSuchBackup, ownBackups, secondBackups, withBackupFailures } from '../../workspace/backups/index.ts'
import type { BackupFolder, StoredBackup } from '../../workspace/backups/index.ts'
import { systemCode, type FileSystem } from '../../workspace/file-system.ts'
import type { Workspace } from '../../workspace/port.ts'
import { infoOf } from './backup-info.ts'

export class BackupShelf {
  /** In the workspace's own folder. */
  readonly folder: BackupFolder
  readonly #files: FileSystem
  readonly #workspace: Workspace
  #own: readonly StoredBackup[] = []
  #second: readonly StoredBackup[] = []
  #isSecondThere = false

  constructor(files: FileSystem, workspaceFolder: string, workspace: Workspace) {
    this.folder = ownBackups(files, workspaceFolder)
    this.#files = files
    this.#workspace = workspace
  }

  /** As it was at the last look. */
  get lastOwn(): StoredBackup | undefined {
    return this.#own[0]
  }

  /** Known also while the place is away. */
  get lastSecond(): StoredBackup | undefined {
    return this.#second[0]
  }

  get last(): StoredBackup | undefined {
    const [own, second] = [this.lastOwn, this.lastSecond]
    return own && second ? (own.name < second.name ? second : own) : (own ?? second)
  }

  get isSecondThere(): boolean {
    return this.#isSecondThere
  }

  /** Of the workspace's own folder, the latest first. */
  get own(): readonly StoredBackup[] {
    return this.#own
  }

  /** Those of both places, the latest first. */
  list(): BackupInfo[] {
    const infos = [...this.#own.map((backup) => infoOf(backup, 'here')), ...this.#second.map((backup) => infoOf(backup, 'second'))]
    return infos.toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
  }

  /** @throws AppError NOT_FOUND, DAMAGED, MISSING */
  async find({ name, place }: BackupChoice): Promise<{ readonly folder: BackupFolder; readonly backup: StoredBackup }> {
    const folder = place === 'here' ? this.folder : await withBackupFailures(() => this.secondFolder())
    const backup = await withBackupFailures(async () => folder?.find(name))
    if (!folder || !backup || backup.file.workspace.id !== this.#workspace.info.id) throw noSuchBackup(name)
    return { folder, backup }
  }

  /** Hashes that backups in the own folder name; null when a list cannot be read, which may name any. @throws system errors */
  async attachmentsNamed(): Promise<ReadonlySet<string> | null> {
    const { backups, damaged } = await this.folder.list()
    return damaged.length > 0 ? null : new Set(backups.flatMap(({ file }) => file.attachments.map(({ sha256 }) => sha256)))
  }

  /** Where copies of attachments may lie: with `folder`, and in the second place if that can be reached. */
  async foldersBeside(folder: BackupFolder): Promise<readonly BackupFolder[]> {
    try {
      const second = await this.secondFolder()
      return second && second.folder !== folder.folder ? [folder, second] : [folder]
    } catch (error) {
      if (systemCode(error) === '') throw error
      return [folder]
    }
  }

  /** Looks again what there is. A second place that fails is as one that is away. @throws system errors of the own folder */
  async refresh(): Promise<void> {
    this.#own = this.#ofThis((await this.folder.list()).backups)
    if (this.#workspace.settings.backups.secondPlace === '') this.#second = []
    try {
      const second = await this.secondFolder()
      if (second) this.#second = this.#ofThis((await second.list()).backups)
      this.#isSecondThere = second !== undefined
    } catch (error) {
      if (systemCode(error) === '') throw error
      this.#isSecondThere = false
    }
  }

  /** Undefined when no second place was chosen, or when it is away. */
  async secondFolder(): Promise<BackupFolder | undefined> {
    const { secondPlace } = this.#workspace.settings.backups
    return secondPlace === '' ? undefined : await secondBackups(this.#files, secondPlace, this.#workspace.info)
  }

  #ofThis(backups: readonly StoredBackup[]): readonly StoredBackup[] {
    return backups.filter(({ file }) => file.workspace.id === this.#workspace.info.id)
  }
}
