/** A workspace in memory, and a folder of the real disk to export it to. */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'
import { createWorkspace } from '../../src/main/workspace/index.ts'
import type { Workspace } from '../../src/main/workspace/port.ts'
import { AppError } from '../../src/shared/errors.ts'
import type { AnyRecord } from '../../src/shared/model/record.ts'
import { anna, idOf } from './new-record.ts'
import { memoryDisk, testEnvironment } from './workspace-disk.ts'

export class ExportFolder {
  readonly folder: string
  readonly workspace: Workspace

  private constructor(folder: string, workspace: Workspace) {
    this.folder = folder
    this.workspace = workspace
  }

  static async make(): Promise<ExportFolder> {
    const folder = await mkdtemp(join(tmpdir(), 'rapporteur-export-'))
    const disk = await memoryDisk()
    return new ExportFolder(folder, await createWorkspace(disk.folder, { name: 'Hub', sample: false }, testEnvironment(disk.files)))
  }

  async remove(): Promise<void> {
    await this.workspace.close()
    await rm(this.folder, { recursive: true, force: true })
  }

  get target(): string {
    return join(this.folder, 'Export')
  }

  /** New records, and new versions of those that are there. */
  async put(...records: readonly AnyRecord[]): Promise<void> {
    await this.workspace.transact(anna, async (transaction) => {
      for (const record of records) transaction.put(record, (await transaction.read(record.id))?.rev ?? 0)
    })
  }

  async change(number: number, change: Partial<AnyRecord>): Promise<void> {
    const record = (await this.workspace.read(idOf(number))) ?? expect.fail()
    await this.put({ ...record, ...change } as AnyRecord)
  }

  /** Path to text of every file below a folder. */
  async files(root = this.target): Promise<Record<string, string>> {
    const found: Record<string, string> = {}
    for (const entry of await readdir(root, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue
      const path = join(entry.parentPath, entry.name)
      found[path.slice(root.length + 1)] = await readFile(path, 'utf8')
    }
    return found
  }

  /** Paths of markdown files, in order. */
  async paths(root = this.target): Promise<string[]> {
    return Object.keys(await this.files(root))
      .filter((path) => path.endsWith('.md'))
      .toSorted()
  }
}

/** How something failed: the code of an AppError, else what was thrown. */
export const failure = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => expect.fail('It did not fail.'),
    (error: unknown) => (error instanceof AppError ? error.code : error),
  )
