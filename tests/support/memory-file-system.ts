/**
 * A disk in memory for the datastore's tests. It can fail at its n-th operation as real disks fail, and lose its power:
 * then bytes that were not synced and names that were not synced may be there, partly there, zeroed or not there.
 */
import { dirname, join } from 'node:path'
import type {
  AppendableFile,
  FileLock,
  FileStat,
  FileSystem,
  NewFile,
  OverwritableFile,
  ReadableFile,
} from '../../src/main/workspace/file-system.ts'
import { systemCode, systemError } from '../../src/main/workspace/file-system.ts'
import type { Chooser } from './memory-inode.ts'
import { MemoryInode } from './memory-inode.ts'

export type { Chooser } from './memory-inode.ts'
export { seededChooser } from './memory-inode.ts'

/** One step in a folder's names, atomic on any file system. */
interface NameChange {
  readonly folder: string
  readonly removed: string | null
  readonly added: { readonly path: string; readonly inode: MemoryInode } | null
  /** A folder that was made in it. */
  readonly made?: string
}

export interface PowerLossOptions {
  /** Of bytes that were appended and not synced, a stretch in the middle may be lost although what follows is there. */
  readonly holes?: boolean
}

/** Fails the `at`-th operation of those meant from now on (1 is the next), once or it and every later one. */
export interface Fault {
  readonly at: number
  /** A system code; `short` makes a write take half of what it was given; `corrupt` makes it change a byte
   * and say nothing; `powerLoss` stops everything; `full` lets a write take half and refuses the next with ENOSPC. */
  readonly error: string
  readonly forGood: boolean
  /** The operations that are meant; all when left out. */
  readonly only?: readonly string[]
}

/** Not a system error: the machine is off. */
export class PowerLoss extends Error {}

export class MemoryFileSystem implements FileSystem {
  sharingViolations = false
  /** Every wait that was asked for, in milliseconds. */
  readonly waits: number[] = []
  /** The names of all operations so far, with their paths. */
  readonly operations: string[] = []
  private readonly names = new Map<string, MemoryInode>()
  private durableNames = new Map<string, MemoryInode>()
  private unsyncedNames: NameChange[] = []
  private readonly folders = new Set<string>(['/'])
  private readonly durableFolders = new Set<string>(['/'])
  private readonly locks = new Map<string, object>()
  private fault: (Fault & { seen: number }) | null = null
  private linksSupported = true

  /** Counts from the next operation. */
  inject(fault: Fault | null): void {
    this.fault = fault && { ...fault, seen: 0 }
  }

  /** As on FAT and some network shares. */
  withoutLinks(): void {
    this.linksSupported = false
  }

  /** The same files after the process has gone: every name and byte is there, locks are not. */
  afterProcessExit(): this {
    const copy = this.another()
    this.copyInto(copy, this.folders, this.names, (inode) => inode.bytes)
    return copy
  }

  /** One state that a loss of power may leave. */
  afterPowerLoss(choose: Chooser, { holes = false }: PowerLossOptions = {}): this {
    const names = new Map(this.durableNames)
    const folders = new Set(this.durableFolders)
    for (const change of this.unsyncedNames) {
      if (choose(2) === 0) continue
      if (change.made !== undefined) folders.add(change.made)
      if (change.removed !== null) names.delete(change.removed)
      if (change.added) names.set(change.added.path, change.added.inode)
    }
    const isThere = (folder: string): boolean => folder === '/' || (folders.has(folder) && isThere(dirname(folder)))
    // what lies in a folder that is lost is lost
    for (const path of names.keys()) if (!isThere(dirname(path))) names.delete(path)
    for (const folder of folders) if (!isThere(folder)) folders.delete(folder)
    const copy = this.another()
    this.copyInto(copy, folders, names, (inode) => inode.surviving(choose, holes))
    return copy
  }

  async readFile(path: string): Promise<Uint8Array> {
    this.step('readFile', path)
    return Uint8Array.from(this.inodeAt(path, 'open').bytes)
  }

  async list(folder: string): Promise<readonly string[]> {
    this.step('list', folder)
    if (!this.folders.has(folder)) throw systemError('ENOENT', 'scandir', `There is no ${folder}.`)
    return [...this.names.keys(), ...this.folders]
      .filter((path) => path !== folder && dirname(path) === folder)
      .map((path) => path.slice(join(folder, '/').length))
  }

  async stat(path: string): Promise<FileStat | undefined> {
    this.step('stat', path)
    if (this.folders.has(path)) return { kind: 'folder', size: 0 }
    const inode = this.names.get(path)
    return inode && { kind: 'file', size: inode.bytes.length }
  }

  async createFolder(path: string): Promise<void> {
    this.step('createFolder', path)
    for (let at = path; !this.folders.has(at); at = dirname(at)) {
      this.folders.add(at)
      // a folder at the root stands for a disk that is mounted there
      if (dirname(at) === '/') this.durableFolders.add(at)
      else this.unsyncedNames.push({ folder: dirname(at), removed: null, added: null, made: at })
    }
  }

  async createFile(path: string): Promise<NewFile> {
    this.step('createFile', path)
    if (!this.folders.has(dirname(path))) throw systemError('ENOENT', 'open', `There is no ${dirname(path)}.`)
    if (this.names.has(path)) throw systemError('EEXIST', 'open', `There is a ${path}.`)
    const inode = new MemoryInode(Buffer.alloc(0))
    this.changeNames({ folder: dirname(path), removed: null, added: { path, inode } })
    return {
      write: async (bytes) => this.take('write', path, inode, bytes),
      sync: async () => {
        this.step('sync', path)
        inode.sync()
      },
      close: async () => void this.step('close', path),
    }
  }

  async openForReading(path: string): Promise<ReadableFile> {
    this.step('openRead', path)
    return this.readable(path, this.inodeAt(path, 'open'))
  }

  async openForAppending(path: string): Promise<AppendableFile> {
    this.step('openAppend', path)
    const inode = this.inodeAt(path, 'open')
    return {
      ...this.readable(path, inode),
      append: async (bytes) => this.take('append', path, inode, bytes),
      appendSynced: async (bytes) => {
        const taken = this.take('appendSynced', path, inode, bytes)
        inode.sync()
        return taken
      },
      sync: async () => {
        this.step('sync', path)
        inode.sync()
      },
      truncate: async (size) => {
        this.step('truncate', path)
        inode.truncate(size)
      },
    }
  }

  async openForOverwriting(path: string): Promise<OverwritableFile> {
    this.step('openOverwrite', path)
    if (!this.folders.has(dirname(path))) throw systemError('ENOENT', 'open', `There is no ${dirname(path)}.`)
    if (!this.names.has(path))
      this.changeNames({ folder: dirname(path), removed: null, added: { path, inode: new MemoryInode(Buffer.alloc(0)) } })
    const inode = this.inodeAt(path, 'open')
    return {
      overwrite: async (bytes, position) => {
        const defect = this.step('overwrite', path)
        const taken = bytesTaken(bytes, defect)
        inode.overwrite(taken, position)
        return taken.length
      },
      close: async () => void this.step('close', path),
    }
  }

  async rename(from: string, to: string): Promise<void> {
    this.step('rename', to)
    const inode = this.inodeAt(from, 'rename')
    // POSIX: two names of one file stay as they are
    if (this.names.get(to) === inode) return
    this.changeNames({ folder: dirname(to), removed: from, added: { path: to, inode } })
  }

  async link(from: string, to: string): Promise<void> {
    this.step('link', to)
    if (!this.linksSupported) throw systemError('ENOTSUP', 'link', 'No links here.')
    if (this.names.has(to)) throw systemError('EEXIST', 'link', `There is a ${to}.`)
    this.changeNames({ folder: dirname(to), removed: null, added: { path: to, inode: this.inodeAt(from, 'link') } })
  }

  async remove(path: string): Promise<void> {
    this.step('remove', path)
    this.inodeAt(path, 'unlink')
    this.changeNames({ folder: dirname(path), removed: path, added: null })
  }

  async removeFolder(path: string): Promise<void> {
    this.step('removeFolder', path)
    if (!this.folders.has(path)) throw systemError('ENOENT', 'rmdir', `There is no ${path}.`)
    if ([...this.names.keys(), ...this.folders].some((name) => dirname(name) === path && name !== path))
      throw systemError('ENOTEMPTY', 'rmdir', `There is something in ${path}.`)
    this.folders.delete(path)
  }

  async syncFolder(folder: string): Promise<void> {
    this.step('syncFolder', folder)
    if (!this.folders.has(folder)) throw systemError('ENOENT', 'open', `There is no ${folder}.`)
    for (const change of this.unsyncedNames) {
      if (change.folder !== folder) continue
      if (change.made !== undefined) this.durableFolders.add(change.made)
      if (change.removed !== null) this.durableNames.delete(change.removed)
      if (change.added) this.durableNames.set(change.added.path, change.added.inode)
    }
    this.unsyncedNames = this.unsyncedNames.filter((change) => change.folder !== folder)
  }

  async isWritable(folder: string): Promise<boolean> {
    this.step('isWritable', folder)
    return this.folders.has(folder)
  }

  async lock(path: string): Promise<FileLock | null> {
    this.step('lock', path)
    if (this.locks.has(path)) return null
    if (!this.names.has(path))
      this.changeNames({
        folder: dirname(path),
        removed: null,
        added: { path, inode: new MemoryInode(Buffer.alloc(0)) },
      })
    const inode = this.inodeAt(path, 'open')
    const holder = {}
    this.locks.set(path, holder)
    return {
      isInPlace: async () => {
        this.step('isInPlace', path)
        return this.names.get(path) === inode
      },
      release: async () => {
        if (this.locks.get(path) === holder) this.locks.delete(path)
      },
    }
  }

  async wait(milliseconds: number): Promise<void> {
    this.waits.push(milliseconds)
  }

  /** For tests: puts bytes there, durably. */
  put(path: string, bytes: Uint8Array): void {
    for (let at = dirname(path); dirname(at) !== at; at = dirname(at))
      for (const folders of [this.folders, this.durableFolders]) folders.add(at)
    const inode = new MemoryInode(Buffer.from(bytes))
    this.names.set(path, inode)
    this.durableNames.set(path, inode)
  }

  /** For tests: what lies there. */
  bytesOf(path: string): Buffer | undefined {
    return this.names.get(path)?.bytes
  }

  /** For tests: takes a name or a whole folder away, as a person or an unplugged disk does. */
  drop(path: string): void {
    for (const name of this.names.keys()) if (name === path || name.startsWith(`${path}/`)) this.names.delete(name)
    for (const folders of [this.folders, this.durableFolders])
      for (const folder of folders) if (folder === path || folder.startsWith(`${path}/`)) folders.delete(folder)
  }

  /** An empty one of the same kind. */
  private another(): this {
    return new (this.constructor as new () => this)()
  }

  /** Throws what is injected, or answers which defect a write is to have. */
  private step(operation: string, path: string): string {
    this.operations.push(`${operation} ${path}`)
    const fault = this.fault
    if (!fault || (fault.only && !fault.only.includes(operation))) return ''
    fault.seen += 1
    if (fault.seen < fault.at || (fault.seen > fault.at && !fault.forGood)) return ''
    const { error } = fault
    if (error === 'short' || error === 'corrupt') return error
    if (error === 'full' && fault.seen === fault.at) return 'short'
    if (error === 'full') throw systemError('ENOSPC', operation, `The disk is full at ${operation} ${path}`)
    if (error === 'powerLoss') throw new PowerLoss(operation)
    throw systemError(error, operation, `${error} injected into ${operation} ${path}`)
  }

  /**
   * Appends what a fault lets through. A sync that fails and a power that goes while writing leave bytes of which
   * nobody knows whether they survive; other failures leave none.
   */
  private take(operation: string, path: string, inode: MemoryInode, bytes: Uint8Array): number {
    let defect: string
    try {
      defect = this.step(operation, path)
    } catch (error) {
      const isFailedSync = operation === 'appendSynced' && systemCode(error) === 'EIO'
      if (error instanceof PowerLoss || isFailedSync) inode.append(bytes)
      throw error
    }
    const taken = bytesTaken(bytes, defect)
    inode.append(taken)
    return taken.length
  }

  private readable(path: string, inode: MemoryInode): ReadableFile {
    return {
      read: async (into, position) => {
        const defect = this.step('read', path)
        const found = bytesTaken(inode.bytes.subarray(position, position + into.length), defect === 'corrupt' ? defect : '')
        into.set(found)
        return found.length
      },
      size: async () => inode.bytes.length,
      close: async () => void this.step('close', path),
    }
  }

  private inodeAt(path: string, syscall: string): MemoryInode {
    const inode = this.names.get(path)
    if (!inode) throw systemError('ENOENT', syscall, `There is no ${path}.`)
    return inode
  }

  private changeNames(change: NameChange): void {
    this.unsyncedNames.push(change)
    if (change.removed !== null) this.names.delete(change.removed)
    if (change.added) this.names.set(change.added.path, change.added.inode)
  }

  private copyInto(
    copy: MemoryFileSystem,
    folders: ReadonlySet<string>,
    names: ReadonlyMap<string, MemoryInode>,
    bytesOf: (inode: MemoryInode) => Buffer,
  ): void {
    for (const folder of folders) {
      copy.folders.add(folder)
      copy.durableFolders.add(folder)
    }
    const copies = new Map<MemoryInode, MemoryInode>()
    for (const [path, inode] of names) {
      const copied = copies.get(inode) ?? new MemoryInode(bytesOf(inode))
      copies.set(inode, copied)
      copy.names.set(path, copied)
      copy.durableNames.set(path, copied)
    }
  }
}

/** What a write with that defect puts on the disk. */
function bytesTaken(bytes: Uint8Array, defect: string): Uint8Array {
  if (defect === 'short') return bytes.subarray(0, Math.ceil(bytes.length / 2))
  if (defect !== 'corrupt' || bytes.length === 0) return bytes
  const changed = Buffer.from(bytes)
  changed.writeUInt8(changed.readUInt8(0) ^ 1, 0)
  return changed
}
