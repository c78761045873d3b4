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
  /** Puts one name in the place of another in one step. */
  rename(from: string, to: string): Promise<void>
  /** A second name for the same file; `to` must not exist. */
  link(from: string, to: string): Promise<void>
  remove(path: string): Promise<void>
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
