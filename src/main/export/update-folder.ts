/**
 * Brings a folder to a new state: what changed is written aside first, so that a full disk is met before anything is
 * touched; then files change places, and can change back.
 */
import { hash as hashOf } from 'node:crypto'
import { join } from 'node:path'
import { AppError } from '../../shared/errors.ts'
import { nameParts } from '../../shared/model/attachment-name.ts'
import { systemCode, type ReadableFile } from '../workspace/file-system.ts'
import { removeIfThere, renameWhenFree } from '../workspace/replace-file.ts'
import { hashFile, writeNewFile, type ExportDisk } from './export-disk.ts'
import { collisionKey } from './file-names.ts'
import { MANIFEST } from './manifest.ts'
import { toldByHand } from './may-tell.ts'
import type { Target } from './target.ts'

export const sha256 = (bytes: Uint8Array): string => hashOf('sha256', bytes)

/** A step that puts the staged state in place. */
interface Step {
  readonly do: 'put' | 'remove'
  readonly path: string
  /** What an export wrote there; anything else that lies there is somebody's. */
  readonly ours: string | undefined
}

export interface Outcome {
  readonly removed: number
  readonly kept: readonly string[]
}

/** Which files that somebody changed by hand may stay: those that an export goes on with, and those that it has no more. */
export interface MayStay {
  readonly changed: boolean
  readonly left: boolean
}

export class FolderUpdate {
  private readonly disk: ExportDisk
  private readonly target: Target
  private readonly staging: string
  /** Hashes of the earlier export by collision key: a name may come back in another case. */
  private readonly earlier: ReadonlyMap<string, { readonly path: string; readonly hash: string }>
  private readonly keyOf: (path: string) => string
  private readonly current = new Set<string>()
  private readonly steps: Step[] = []
  /** Paths that are put, by collision key. */
  private readonly puts = new Map<string, string>()
  private readonly kept: string[] = []
  private mayStay: MayStay = { changed: true, left: true }
  private readonly folders = new Set<string>()
  /** Folders of the target that are there, and no links to other places. */
  private readonly own = new Set<string>()
  /** What leads back, in the order in which it was done. */
  private readonly undo: (() => Promise<void>)[] = []

  constructor(disk: ExportDisk, target: Target, staging: string) {
    this.disk = disk
    this.target = target
    this.staging = staging
    // where nothing lies yet, no name can meet another: those of one export differ by their keys already
    this.keyOf = target.holds === 'missing' ? (path) => path : collisionKey
    this.earlier = new Map(Object.entries(target.files).map(([path, hash]) => [collisionKey(path), { path, hash }]))
  }

  /** Stages a file; false when the target has it already. `path` is written with `/`. */
  stage(path: string, bytes: Uint8Array, hash = sha256(bytes)): Promise<boolean> {
    return this.put(path, hash, () => bytes)
  }

  /** As {@link stage}, of a content that is not held whole. What its steps throw leaves nothing staged. */
  async stageContent(path: string, hash: string, steps: () => AsyncIterable<Uint8Array>): Promise<boolean> {
    return this.put(path, hash, steps)
  }

  private async put(path: string, hash: string, content: () => Uint8Array | AsyncIterable<Uint8Array>): Promise<boolean> {
    const key = this.keyOf(path)
    const there = this.target.holds === 'missing' ? undefined : await this.hashAt(path)
    if (there === hash && (this.earlier.get(key)?.path ?? path) === path) {
      this.current.add(key)
      return false
    }
    await this.createFolderOf(this.staging, path)
    const staged = `${this.staging}/${path}`
    try {
      await writeNewFile(this.disk, staged, content())
    } catch (error) {
      await removeIfThere(this.disk, staged)
      throw error
    }
    this.current.add(key)
    this.steps.push({ do: 'put', path, ours: this.earlier.get(key)?.hash })
    this.puts.set(key, path)
    return true
  }

  /** Where the bytes of a file lie before the commit. */
  at(path: string): string {
    return join(this.puts.get(this.keyOf(path)) === path ? this.staging : this.target.folder, path)
  }

  /** Paths of the earlier export that are not among the files any more. */
  leaving(): string[] {
    return [...this.earlier].flatMap(([key, { path }]) => (this.goes(key, path) ? [path] : []))
  }

  private goes(key: string, path: string): boolean {
    return !this.current.has(key) || this.isRenamed(key, path)
  }

  /** A name that only changes its case. */
  private isRenamed(key: string, path: string): boolean {
    return this.puts.has(key) && this.puts.get(key) !== path
  }

  /** What an earlier export made of something that cannot be read now stays. Its hash; undefined when there is none. */
  keep(path: string): string | undefined {
    const key = this.keyOf(path)
    const before = this.earlier.get(key)
    if (before?.path !== path) return undefined
    this.current.add(key)
    return before.hash
  }

  /** Paths below `folder` that an earlier export made. */
  earlierIn(folder: string): string[] {
    return [...this.earlier.values()].map(({ path }) => path).filter((path) => path.startsWith(`${folder}/`))
  }

  /**
   * Puts everything in place by renaming alone; when that fails half-way, what was there comes back.
   * @throws AppError NOT_EMPTY when a file would stay that may not
   */
  async commit(mayStay: MayStay = this.mayStay): Promise<Outcome> {
    this.mayStay = mayStay
    // a file whose name only changed its case must go before its successor comes
    const removals = this.leaving().map((path): Step => ({ do: 'remove', path, ours: this.earlier.get(this.keyOf(path))?.hash }))
    let removed = 0
    try {
      for (const step of removals) if (await this.takeAway(step)) removed += 1
      for (const step of this.steps) await this.putInPlace(step)
    } catch (error) {
      await this.goBack(error)
      throw error
    }
    await this.removeEmptied(removals)
    return { removed, kept: this.kept }
  }

  private async takeAway({ path, ours }: Step): Promise<boolean> {
    const there = await this.hashAt(path)
    if (there === undefined) return false
    if (there === ours) {
      for (const folder of foldersAbove(path)) await this.createInTarget(folder)
      await this.replace(path)
      return true
    }
    // on some systems its successor has the same name
    if (this.isRenamed(this.keyOf(path), path)) await this.setAside(path)
    else if (this.mayStay.left) this.kept.push(path)
    else throw toldByHand(this.target.folder)
    return false
  }

  private async putInPlace({ path, ours }: Step): Promise<void> {
    // looked at again: somebody may have written in it while the export was made
    const there = await this.hashAt(path)
    if (there !== undefined && (there === ours || path === MANIFEST)) await this.replace(path)
    else if (there !== undefined) await this.setAside(path)
    for (const folder of foldersAbove(path)) await this.createInTarget(folder)
    await this.move(join(this.staging, path), join(this.target.folder, path))
  }

  private async replace(path: string): Promise<void> {
    const replaced = join('.replaced', path)
    await this.createFolderOf(this.staging, replaced)
    await this.move(join(this.target.folder, path), join(this.staging, replaced))
  }

  private async createInTarget(name: string): Promise<void> {
    const folder = join(this.target.folder, name)
    if (this.own.has(folder)) return
    if (!(await this.disk.stat(folder))) {
      await this.disk.createFolder(folder)
      this.undo.push(() => this.disk.removeFolder(folder))
    } else if (await this.disk.isLink(folder)) {
      throw new AppError(
        'NOT_EMPTY',
        `“${name}” in the folder is a link to another place. Nothing was exported and what was there before is kept; remove the link, or choose another folder.`,
        { folder },
      )
    }
    this.own.add(folder)
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
    if (!this.mayStay.changed) throw toldByHand(this.target.folder)
    const { stem, ending } = nameParts(path)
    const isTaken = async (name: string) =>
      this.current.has(this.keyOf(name)) || (await this.disk.stat(join(this.target.folder, name))) !== undefined
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
      return await hashFile(file)
    } finally {
      await file.close()
    }
  }

  private async createFolderOf(root: string, path: string): Promise<void> {
    const folder = `${root}/${path.slice(0, Math.max(0, path.lastIndexOf('/')))}`
    if (this.folders.has(folder)) return
    await this.disk.createFolder(folder)
    this.folders.add(folder)
  }

  /** The folders that files were removed from, the inner ones first. */
  private async removeEmptied(removals: readonly Step[]): Promise<void> {
    const folders = new Set(removals.flatMap(({ path }) => foldersAbove(path)))
    for (const name of [...folders].toSorted((a, b) => b.length - a.length)) {
      const folder = join(this.target.folder, name)
      try {
        if ((await this.disk.stat(folder))?.kind !== 'folder' || (await this.disk.list(folder)).length > 0) continue
        await this.disk.removeFolder(folder)
      } catch {
        // everything is in place, and an empty folder tells nothing
      }
    }
  }
}

/** `a` and `a/b` of `a/b/c.md`. */
export function foldersAbove(path: string): string[] {
  const parts = path.split('/').slice(0, -1)
  return parts.map((_, at) => parts.slice(0, at + 1).join('/'))
}
