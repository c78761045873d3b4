/** Brings the mirror's folder to what is wanted, and touches nothing there but what it wrote itself. */
import type { MirrorConflict } from '../../../shared/contract/mirror.ts'
import { AppError } from '../../../shared/errors.ts'
import { collisionKey } from '../file-names.ts'
import { sha256 } from '../update-folder.ts'
import type { Intent, Ledger } from './ledger.ts'
import type { Seen } from '../export-disk.ts'
import { isSeenAlike, type Content, type MirrorFolder, type Staged } from './mirror-folder.ts'

/** A file as it is to be. */
export interface File {
  readonly path: string
  readonly hash: string
  readonly content: Content
  /** The record that it is of, and its revision; null for a file of records. */
  readonly of: { readonly id: string; readonly rev: number } | null
}

/** What is known of a file that the mirror wrote. */
export interface Known {
  readonly seen: Seen | undefined
  /** The record that it is of, as it was written. */
  readonly of: File['of']
}

export interface Conflict {
  readonly id: string | null
  /** As the folder tells: the rest comes from the workspace. */
  readonly what: Extract<MirrorConflict['what'], 'edited' | 'removed' | 'inTheWay'>
}

interface Step {
  readonly file: File | undefined
  readonly path: string
  /** The right bytes are there, or nothing is: it is only to be noted. */
  readonly isThere: boolean
  /** What lay there when it was looked, and lies there when its turn comes unless somebody has written there meanwhile. */
  readonly found: string | null
  /** The record that it is of. */
  readonly id: string | null
}

export class MirrorWriter {
  readonly folder: MirrorFolder
  readonly ledger: Ledger
  /** By path. */
  readonly conflicts = new Map<string, Conflict>()
  /** By path: as the disk told when it was written or looked at last. */
  readonly known = new Map<string, Known>()
  /** The path of the file of each record, as it was written. */
  readonly #written = new Map<string, string>()
  /** Files of records whose contents are missing or damaged in the workspace. */
  readonly unreadable = new Set<string>()

  constructor(folder: MirrorFolder, ledger: Ledger) {
    this.folder = folder
    this.ledger = ledger
  }

  /** What was known of a file of the list. */
  recall(path: string, known: Known): void {
    this.known.set(path, known)
    if (known.of) this.#written.set(known.of.id, path)
  }

  pathOf(id: string): string | undefined {
    return this.#written.get(id)
  }

  /**
   * Writes `files` and removes `gone`, as far as what lies there is the mirror's own; the rest becomes a conflict.
   * @param gone paths with the record that each was of, as far as it is known
   * @param isHeld asked before each file: what may be written is not known any more, and the rest is left as it is
   * @throws system errors; what has happened until then is written down
   */
  async write(files: readonly File[], gone: ReadonlyMap<string, string | null>, isHeld: () => boolean = () => false): Promise<void> {
    const steps: Step[] = []
    for (const file of files) {
      if (file.of && this.ledger.files.get(file.path) === file.hash && !this.conflicts.has(file.path))
        this.recall(file.path, { seen: this.known.get(file.path)?.seen, of: file.of })
      else steps.push(...(await this.#toPut(file)))
    }
    const planned = new Set(steps.map(({ path }) => path))
    for (const [path, id] of gone) if (this.ledger.files.has(path) && !planned.has(path)) steps.push(...(await this.#toRemove(path, id)))
    if (steps.length === 0) return
    const before = new Map(steps.map(({ path }) => [path, this.ledger.files.get(path) ?? null]))
    await this.ledger.intend(steps.map(({ path, file }): Intent => ({ path, hash: file?.hash ?? null })))
    const keys = new Set(files.map(({ path }) => collisionKey(path)))
    // a name that only changes its letters' case goes first, others only when what takes their place is there
    const isFirst = ({ file, path }: Step) => file === undefined && keys.has(collisionKey(path))
    const left = await this.#takeAll(
      steps.toSorted((a, b) => order(a, isFirst) - order(b, isFirst)),
      isHeld,
    )
    await this.folder.syncAround(planned)
    const asBefore = left.map(({ path }): Intent => ({ path, hash: before.get(path) ?? null }))
    await this.ledger.intend(asBefore)
    for (const { path, hash } of asBefore) this.ledger.settle(path, hash)
    await this.ledger.done()
  }

  /**
   * Looks at a file of the list; `isWanted`: it would be there. Its bytes are read only where size or time are others.
   * @throws system errors
   */
  async look(path: string, isWanted: boolean, id: () => string | null): Promise<void> {
    const seen = await this.folder.seen(path)
    const known = this.known.get(path)
    if (seen && known?.seen && isSeenAlike(seen, known.seen)) {
      this.conflicts.delete(path)
      return
    }
    const found = await this.folder.hashAt(path)
    if (this.ledger.isOurs(path, found)) {
      this.known.set(path, { seen, of: known?.of ?? null })
      this.conflicts.delete(path)
    } else if (found !== null) this.conflicts.set(path, { id: id(), what: 'edited' })
    else if (isWanted) this.conflicts.set(path, { id: id(), what: 'removed' })
    else this.#forget(path)
  }

  /** What lies there, of whoever, gets a name of its own, and the place is free. @throws AppError, system errors */
  async setAside(path: string): Promise<void> {
    const conflict = this.conflicts.get(path)
    const as = await this.folder.nameAside(path)
    const aside = conflict?.what === 'inTheWay' ? this.ledger.asides.get(path) : { of: path, id: conflict?.id ?? null }
    // what somebody else put there has nothing to do with a record
    if (aside) await this.ledger.noteAside(as, aside)
    await this.ledger.intend([{ path, hash: null }])
    if ((await this.folder.hashAt(path)) !== null) await this.folder.rename(path, as)
    await this.folder.syncAround([path])
    this.#forget(path)
    await this.ledger.done()
  }

  /** What lies there goes, of whoever. @throws AppError, system errors */
  async remove(path: string): Promise<void> {
    const found = await this.folder.hashAt(path)
    if (found === 'folder') throw new AppError('INVALID_INPUT', 'A folder lies in the place of the file. Remove it by hand.')
    await this.ledger.intend([{ path, hash: null }])
    if (found !== null) await this.folder.remove(path)
    await this.folder.syncAround([path])
    this.#forget(path)
    await this.ledger.done()
  }

  /** Looks which files that were set aside are still there; the others are told of no more. @throws system errors */
  async lookAside(): Promise<void> {
    for (const as of this.ledger.asides.keys()) if (!(await this.folder.seen(as))) this.ledger.dropAside(as)
  }

  /** What lies there has been taken over: it may be written over like the mirror's own. @throws system errors */
  async accept(path: string, hash: string): Promise<void> {
    await this.ledger.intend([{ path, hash }])
    this.ledger.settle(path, hash)
    this.conflicts.delete(path)
    this.known.delete(path)
    await this.ledger.done()
  }

  #forget(path: string): void {
    this.ledger.settle(path, null)
    this.known.delete(path)
    this.conflicts.delete(path)
  }

  async #toPut(file: File): Promise<Step[]> {
    const { path, hash, of } = file
    const found = await this.folder.hashAt(path)
    const isOurs = this.ledger.isOurs(path, found)
    if (found === hash || isOurs) {
      this.conflicts.delete(path)
      return [{ file, path, isThere: found === hash, found, id: of?.id ?? null }]
    }
    const other = this.ledger.files.has(path) ? undefined : this.#inOtherCase(path)
    if (other !== undefined && this.ledger.isOurs(other, found)) {
      this.conflicts.delete(path)
      return [
        { file: undefined, path: other, isThere: false, found, id: null },
        { file, path, isThere: false, found: null, id: of?.id ?? null },
      ]
    }
    const what = !this.ledger.files.has(path) ? 'inTheWay' : found === null ? 'removed' : 'edited'
    this.conflicts.set(path, { id: of?.id ?? null, what })
    return []
  }

  async #toRemove(path: string, id: string | null): Promise<Step[]> {
    const found = await this.folder.hashAt(path)
    if (found === null || this.ledger.isOurs(path, found)) return [{ file: undefined, path, isThere: found === null, found, id }]
    this.conflicts.set(path, { id, what: 'edited' })
    return []
  }

  /** On a disk that does not tell letters' case apart, what lies there is the file of a name before. */
  #inOtherCase(path: string): string | undefined {
    const key = collisionKey(path)
    for (const other of this.ledger.files.keys()) if (other !== path && collisionKey(other) === key) return other
    return undefined
  }

  /** Everything is on the disk before anything gets its name. @returns what was not done */
  async #takeAll(steps: readonly Step[], isHeld: () => boolean): Promise<Step[]> {
    const staged = await this.#stage(steps, isHeld)
    const left: Step[] = []
    for (const step of steps) {
      const isReady = !step.file || step.isThere || staged.has(step)
      if (isReady && !isHeld() && (await this.#isAsLooked(step))) await this.#take(step, staged.get(step))
      else left.push(step)
    }
    return left
  }

  /** What somebody saved there since it was looked is a conflict like any other. */
  async #isAsLooked({ file, path, isThere, found, id }: Step): Promise<boolean> {
    if (file && isThere) return true
    const now = await this.folder.hashAt(path)
    if (now === found || (!file && now === null)) return true
    this.conflicts.set(path, { id, what: !file ? 'edited' : found === null ? 'inTheWay' : now === null ? 'removed' : 'edited' })
    return false
  }

  async #stage(steps: readonly Step[], isHeld: () => boolean): Promise<ReadonlyMap<Step, Staged>> {
    const staged = new Map<Step, Staged>()
    try {
      for (const step of steps) {
        if (isHeld()) break
        if (!step.file || step.isThere) continue
        try {
          staged.set(step, await this.folder.stage(step.file.content))
        } catch (error) {
          // a file of a record that the workspace has lost: everything else is worth having
          if (!(error instanceof AppError)) throw error
          this.unreadable.add(step.path)
        }
      }
    } catch (error) {
      await this.folder.leave([...staged.values()])
      throw error
    }
    await this.folder.keep([...staged.values()])
    return staged
  }

  async #take({ file, path, isThere }: Step, staged: Staged | undefined): Promise<void> {
    if (!file) {
      if (!isThere && (await this.folder.seen(path)) !== undefined) await this.folder.remove(path)
      this.#forget(path)
      return
    }
    if (staged) await this.folder.place(staged, path)
    this.unreadable.delete(path)
    this.ledger.settle(path, file.hash)
    this.recall(path, { seen: await this.folder.seen(path), of: file.of })
  }
}

const order = (step: Step, isFirst: (step: Step) => boolean): number => (isFirst(step) ? 0 : step.file ? 1 : 2)

/** A file of bytes that are at hand. */
export const fileOf = (path: string, bytes: Uint8Array, of: File['of']): File => ({ path, hash: sha256(bytes), content: () => [bytes], of })
