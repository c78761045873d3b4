/**
 * Brings a folder to a new state: what changed is written aside first, so that a full disk is met before anything is
 * touched; then files change places, and can change back.
 */
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { AppError } from '../../shared/errors.ts'
import { nameParts } from '../../shared/model/attachment-name.ts'
import { systemCode, type ReadableFile } from '../workspace/file-system.ts'
import { removeIfThere, renameWhenFree } from '../workspace/replace-file.ts'
import { writeNewFile, type ExportDisk } from './export-disk.ts'
import { collisionKey } from './file-names.ts'
import { MANIFEST } from './manifest.ts'
import type { Target } from './target.ts'

const STEP_BYTES = 1024 * 1024

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** A step that puts the staged state in place. */
interface Step {
  readonly do: 'put' | 'remove' | 'setAside'
  readonly path: string
}

export interface Outcome {
  readonly removed: number
  readonly kept: readonly string[]
}

export class FolderUpdate {
  private readonly disk: ExportDisk
  private readonly target: Target
  private readonly staging: string
  /** Hashes of the earlier export by collision key: a name may come back in another case. */
  private readonly earlier: ReadonlyMap<string, { readonly path: string; readonly hash: string }>
  private readonly current = new Set<string>()
  private readonly steps: Step[] = []
  private readonly kept: string[] = []
  private readonly folders = new Set<string>()
  /** What leads back, in the order in which it was done. */
  private readonly undo: (() => Promise<void>)[] = []

  constructor(disk: ExportDisk, target: Target, staging: string) {
    this.disk = disk
    this.target = target
    this.staging = staging
    this.earlier = new Map(Object.entries(target.files).map(([path, hash]) => [collisionKey(path), { path, hash }]))
  }

  /** Stages a file; false when the target has it already. `path` is written with `/`. */
  stage(path: string, bytes: Uint8Array, hash = sha256(bytes)): Promise<boolean> {
    return this.put(path, hash, () => [bytes])
  }

  /** As {@link stage}, of a content that is not held whole. What its steps throw leaves nothing staged. */
  async stageContent(path: string, hash: string, steps: () => AsyncIterable<Uint8Array>): Promise<boolean> {
    return this.put(path, hash, steps)
  }

  private async put(path: string, hash: string, steps: () => Iterable<Uint8Array> | AsyncIterable<Uint8Array>): Promise<boolean> {
    const key = collisionKey(path)
    const there = this.target.holds === 'missing' ? undefined : await this.hashAt(path)
    if (there === hash && (this.earlier.get(key)?.path ?? path) === path) {
      this.current.add(key)
      return false
    }
    await this.createFolderOf(this.staging, path)
    const staged = join(this.staging, path)
    try {
      await writeNewFile(this.disk, staged, steps())
    } catch (error) {
      await removeIfThere(this.disk, staged)
      throw error
    }
    this.current.add(key)
    // somebody has written in it since
    if (there !== undefined && path !== MANIFEST && there !== this.earlier.get(key)?.hash) this.steps.push({ do: 'setAside', path })
    this.steps.push({ do: 'put', path })
    return true
  }

  /** What an earlier export made of something that cannot be read now stays. Its hash; undefined when there is none. */
  keep(path: string): string | undefined {
    const key = collisionKey(path)
    const before = this.earlier.get(key)
    if (before?.path !== path) return undefined
    this.current.add(key)
    return before.hash
  }

  /** Paths below `folder` that an earlier export made. */
  earlierIn(folder: string): string[] {
    return [...this.earlier.values()].map(({ path }) => path).filter((path) => path.startsWith(`${folder}/`))
  }

  /** Puts everything in place by renaming alone; when that fails half-way, what was there comes back. */
  async commit(): Promise<Outcome> {
    const removals = await this.removals()
    try {
      // a file whose name only changed its case must go before its successor comes
      for (const step of [...removals, ...this.steps]) await this.take(step)
    } catch (error) {
      await this.goBack(error)
      throw error
    }
    for (const folder of new Set(removals.map(({ path }) => path.split('/')[0] ?? ''))) await this.removeIfEmpty(folder)
    return { removed: removals.length, kept: this.kept }
  }

  private async removals(): Promise<Step[]> {
    const steps: Step[] = []
    for (const [key, { path, hash }] of this.earlier) {
      const renamed = this.steps.some((step) => step.do === 'put' && step.path !== path && collisionKey(step.path) === key)
      if (this.current.has(key) && !renamed) continue
      const there = await this.hashAt(path)
      if (there === undefined) continue
      if (there === hash) steps.push({ do: 'remove', path })
      else if (!renamed) this.kept.push(path)
    }
    return steps
  }

  private async take({ do: what, path }: Step): Promise<void> {
    if (what === 'setAside') return this.setAside(path)
    const at = join(this.target.folder, path)
    if (await this.disk.stat(at)) {
      const replaced = join('.replaced', path)
      await this.createFolderOf(this.staging, replaced)
      await this.move(at, join(this.staging, replaced))
    }
    if (what === 'remove') return undefined
    const folder = join(at, '..')
    if (!(await this.disk.stat(folder))) {
      await this.disk.createFolder(folder)
      this.undo.push(() => this.disk.removeFolder(folder))
    }
    return this.move(join(this.staging, path), at)
  }

  private async move(from: string, to: string): Promise<void> {
    await renameWhenFree(this.disk, from, to)
    this.undo.push(() => renameWhenFree(this.disk, to, from))
  }

  private async goBack(cause: unknown): Promise<void> {
    try {
      for (const step of this.undo.toReversed()) await step()
    } catch (error) {
      throw new AppError(
        'IO',
        'The disk failed while the export was put in place, and again on the way back. The folder is incomplete; your records are untouched. Export into a new folder on a sound disk.',
        { system: systemCode(error) },
        { cause },
      )
    }
  }

  /** A file that was changed by hand stays beside the new one. */
  private async setAside(path: string): Promise<void> {
    const { stem, ending } = nameParts(path)
    const isTaken = async (name: string) =>
      this.current.has(collisionKey(name)) || (await this.disk.stat(join(this.target.folder, name))) !== undefined
    let as = `${stem} (edited)${ending}`
    for (let number = 2; await isTaken(as); number++) as = `${stem} (edited ${number})${ending}`
    await this.move(join(this.target.folder, path), join(this.target.folder, as))
    this.kept.push(as)
  }

  /** Undefined when there is nothing of that name. */
  private async hashAt(path: string): Promise<string | undefined> {
    let file: ReadableFile
    try {
      file = await this.disk.openForReading(join(this.target.folder, path))
    } catch (error) {
      if (systemCode(error) === 'ENOENT') return undefined
      throw error
    }
    try {
      const hash = createHash('sha256')
      const step = Buffer.alloc(Math.min(STEP_BYTES, (await file.size()) + 1))
      for (let at = 0, count = 1; count > 0; at += count) {
        count = await file.read(step, at)
        hash.update(step.subarray(0, count))
      }
      return hash.digest('hex')
    } finally {
      await file.close()
    }
  }

  private async createFolderOf(root: string, path: string): Promise<void> {
    const folder = join(root, path, '..')
    if (this.folders.has(folder)) return
    await this.disk.createFolder(folder)
    this.folders.add(folder)
  }

  private async removeIfEmpty(folder: string): Promise<void> {
    const path = join(this.target.folder, folder)
    if ((await this.disk.stat(path))?.kind === 'folder' && (await this.disk.list(path)).length === 0) await this.disk.removeFolder(path)
  }
}
