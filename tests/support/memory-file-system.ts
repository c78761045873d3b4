/**
 * A disk in memory for the datastore's tests. It can fail at its n-th operation as real disks fail, and lose its power:
 * then bytes that were not synced and names that were not synced may be there, partly there, zeroed or not there.
 */
import { dirname, join } from 'node:path'
import type { FileLock, FileStat, FileSystem, NewFile } from '../../src/main/workspace/file-system.ts'
import { systemError } from '../../src/main/workspace/file-system.ts'

interface Inode {
  bytes: Buffer
  /** What survives a loss of power for certain. */
  durable: Buffer
}

/** One step in a folder's names, atomic on any file system. */
interface NameChange {
  readonly folder: string
  readonly removed: string | null
  readonly added: { readonly path: string; readonly inode: Inode } | null
}

/** Fails the `at`-th operation of those meant from now on (1 is the next), once or it and every later one. */
export interface Fault {
  readonly at: number
  /** A system code; `short` makes a write take half of what it was given; `corrupt` makes it change a byte
   * and say nothing; `powerLoss` stops everything. */
  readonly error: string
  readonly forGood: boolean
  /** The operations that are meant; all when left out. */
  readonly only?: readonly string[]
}

/** Not a system error: the machine is off. */
export class PowerLoss extends Error {}

/** Which unsynced steps survive, and how: a seeded generator or an enumeration. */
export type Chooser = (options: number) => number

export class MemoryFileSystem implements FileSystem {
  sharingViolations = false
  /** Every wait that was asked for, in milliseconds. */
  readonly waits: number[] = []
  /** The names of all operations so far, with their paths. */
  readonly operations: string[] = []
  private readonly names = new Map<string, Inode>()
  private durableNames = new Map<string, Inode>()
  private unsyncedNames: NameChange[] = []
  private readonly folders = new Set<string>(['/'])
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
  afterProcessExit(): MemoryFileSystem {
    const copy = new MemoryFileSystem()
    this.copyInto(copy, this.names, (inode) => inode.bytes)
    return copy
  }

  /** One state that a loss of power may leave. */
  afterPowerLoss(choose: Chooser): MemoryFileSystem {
    const names = new Map(this.durableNames)
    for (const change of this.unsyncedNames) {
      if (choose(2) === 0) continue
      if (change.removed !== null) names.delete(change.removed)
      if (change.added) names.set(change.added.path, change.added.inode)
    }
    const copy = new MemoryFileSystem()
    this.copyInto(copy, names, (inode) => survivingBytes(inode, choose))
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
    for (let at = path; !this.folders.has(at); at = dirname(at)) this.folders.add(at)
  }

  async createFile(path: string): Promise<NewFile> {
    this.step('createFile', path)
    if (!this.folders.has(dirname(path))) throw systemError('ENOENT', 'open', `There is no ${dirname(path)}.`)
    if (this.names.has(path)) throw systemError('EEXIST', 'open', `There is a ${path}.`)
    const inode: Inode = { bytes: Buffer.alloc(0), durable: Buffer.alloc(0) }
    this.changeNames({ folder: dirname(path), removed: null, added: { path, inode } })
    return {
      write: async (bytes) => {
        const defect = this.step('write', path)
        const taken = Buffer.from(bytes.subarray(0, defect === 'short' ? Math.ceil(bytes.length / 2) : bytes.length))
        if (defect === 'corrupt') taken.writeUInt8(taken.readUInt8(0) ^ 1, 0)
        inode.bytes = Buffer.concat([inode.bytes, taken])
        return taken.length
      },
      sync: async () => {
        this.step('sync', path)
        inode.durable = inode.bytes
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

  async syncFolder(folder: string): Promise<void> {
    this.step('syncFolder', folder)
    if (!this.folders.has(folder)) throw systemError('ENOENT', 'open', `There is no ${folder}.`)
    for (const change of this.unsyncedNames) {
      if (change.folder !== folder) continue
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
        added: { path, inode: { bytes: Buffer.alloc(0), durable: Buffer.alloc(0) } },
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
    for (let at = dirname(path); !this.folders.has(at); at = dirname(at)) this.folders.add(at)
    const inode = { bytes: Buffer.from(bytes), durable: Buffer.from(bytes) }
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
    for (const folder of this.folders) if (folder === path || folder.startsWith(`${path}/`)) this.folders.delete(folder)
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
    if (error === 'powerLoss') throw new PowerLoss(operation)
    throw systemError(error, operation, `${error} injected into ${operation} ${path}`)
  }

  private inodeAt(path: string, syscall: string): Inode {
    const inode = this.names.get(path)
    if (!inode) throw systemError('ENOENT', syscall, `There is no ${path}.`)
    return inode
  }

  private changeNames(change: NameChange): void {
    this.unsyncedNames.push(change)
    if (change.removed !== null) this.names.delete(change.removed)
    if (change.added) this.names.set(change.added.path, change.added.inode)
  }

  private copyInto(copy: MemoryFileSystem, names: ReadonlyMap<string, Inode>, bytesOf: (inode: Inode) => Buffer): void {
    for (const folder of this.folders) copy.folders.add(folder)
    const copies = new Map<Inode, Inode>()
    for (const [path, inode] of names) {
      const bytes = copies.get(inode)?.bytes ?? bytesOf(inode)
      const copied = copies.get(inode) ?? { bytes, durable: bytes }
      copies.set(inode, copied)
      copy.names.set(path, copied)
      copy.durableNames.set(path, copied)
    }
  }
}

/** Nothing, all, a beginning or zeros of what was written since the last sync. */
function survivingBytes({ bytes, durable }: Inode, choose: Chooser): Buffer {
  if (bytes === durable) return bytes
  const added = bytes.length - durable.length
  switch (choose(4)) {
    case 0:
      return durable
    case 1:
      return bytes
    case 2:
      return bytes.subarray(0, durable.length + choose(added + 1))
    default:
      return Buffer.concat([durable, Buffer.alloc(added)])
  }
}

/** A small seeded generator (mulberry32), so that a failing run can be repeated. */
export function seededChooser(seed: number): Chooser {
  let state = seed >>> 0
  return (options) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * options)
  }
}
