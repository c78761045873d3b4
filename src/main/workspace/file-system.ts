/**
 * What the datastore asks of a disk, and no more: so that tests can put a disk in its place that fails at any operation
 * or loses power. Failures are thrown as system errors, with `code` (`ENOSPC`, `EIO` …).
 */
export interface FileSystem {
  /** True where another program's open handle can make a rename fail for a while (Windows: antivirus, indexer, sync). */
  readonly sharingViolations: boolean
  readFile(path: string): Promise<Uint8Array>
  /** Names in a folder, in no particular order. */
  list(folder: string): Promise<readonly string[]>
  /** Undefined when there is nothing of that name. */
  stat(path: string): Promise<FileStat | undefined>
  /** Creates a folder and those above it; nothing happens when it is there. */
  createFolder(path: string): Promise<void>
  /** Creates a file that must not exist yet, readable by its owner only. */
  createFile(path: string): Promise<NewFile>
  /** Opens a file that exists, to read at a position. @throws ENOENT */
  openForReading(path: string): Promise<ReadableFile>
  /** Opens a file that exists, to read and to append. @throws ENOENT */
  openForAppending(path: string): Promise<AppendableFile>
  /** Opens a file to overwrite it in place; it is made when it is not there, readable by its owner only. */
  openForOverwriting(path: string): Promise<OverwritableFile>
  /** Puts one name in the place of another in one step. */
  rename(from: string, to: string): Promise<void>
  /** A second name for the same file; `to` must not exist. */
  link(from: string, to: string): Promise<void>
  remove(path: string): Promise<void>
  /** Only an empty one. @throws ENOTEMPTY, ENOENT */
  removeFolder(path: string): Promise<void>
  /** Makes the names of a folder durable; does nothing where the system cannot (Windows). */
  syncFolder(folder: string): Promise<void>
  /** As far as the system tells: false is certain, true is a guess. */
  isWritable(folder: string): Promise<boolean>
  /** Takes the lock on a file, which is made if need be; null when another handle has it. The system releases it with the process. */
  lock(path: string): Promise<FileLock | null>
  wait(milliseconds: number): Promise<void>
}

export interface FileStat {
  readonly kind: 'file' | 'folder' | 'other'
  /** Bytes. */
  readonly size: number
}

export interface NewFile {
  /** Answers how many bytes were taken, which may be fewer than were given. */
  write(bytes: Uint8Array): Promise<number>
  sync(): Promise<void>
  close(): Promise<void>
}

export interface ReadableFile {
  /** Fills `into` from `position` (bytes) on; answers how many bytes there were, fewer only at the end of the file. */
  read(into: Uint8Array, position: number): Promise<number>
  /** Bytes. */
  size(): Promise<number>
  close(): Promise<void>
}

export interface AppendableFile extends ReadableFile {
  /** Appends; answers how many bytes were taken, which may be fewer than were given. Not durable before `sync`. */
  append(bytes: Uint8Array): Promise<number>
  /**
   * As `append`, and what was taken is durable when it answers: one system call where the system has one (O_DSYNC),
   * else an append and a sync.
   */
  appendSynced(bytes: Uint8Array): Promise<number>
  /** Makes the bytes and the size durable (fdatasync). */
  sync(): Promise<void>
  /** Cuts the file to so many bytes. Not durable before `sync`. */
  truncate(size: number): Promise<void>
}

/** For what may be lost or torn by a crash: bytes are never synced. */
export interface OverwritableFile {
  /** Puts bytes at a position; answers how many were taken, which may be fewer than were given. */
  overwrite(bytes: Uint8Array, position: number): Promise<number>
  close(): Promise<void>
}

export interface FileLock {
  /** False when the locked file is no longer the one at its path: the folder was moved, replaced or unplugged. */
  isInPlace(): Promise<boolean>
  release(): Promise<void>
}

/** The system's word for a failure, such as `ENOSPC`; empty for anything that is not a system error. */
export function systemCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && 'syscall' in error ? error.code : ''
}

export const systemError = (code: string, syscall: string, message: string, options?: ErrorOptions): Error =>
  Object.assign(new Error(message, options), { code, syscall })
