/** Short-lived names for folders: the page acts on what a person has chosen, and never on a path of its own making. */
import { randomBytes } from 'node:crypto'
import { AppError } from '../../../shared/errors.ts'
import type { Clock } from '../../workspace/port.ts'

/** From the last time it was used. */
export const HANDLE_LIFE_MS = 60 * 60 * 1000
const HANDLES_KEPT = 5_000

interface Entry {
  readonly folder: string
  usedAt: number
}

export class FolderHandles {
  readonly #clock: Clock
  /** Least recently used first. */
  readonly #entries = new Map<string, Entry>()
  readonly #byFolder = new Map<string, string>()

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** A handle for a folder; the same one as long as it lives. */
  give(folder: string): string {
    const known = this.#byFolder.get(folder)
    if (known !== undefined && this.#use(known)) return known
    const handle = randomBytes(18).toString('base64url')
    this.#entries.set(handle, { folder, usedAt: this.#clock() })
    this.#byFolder.set(folder, handle)
    const oldest = this.#entries.keys().next()
    if (this.#entries.size > HANDLES_KEPT && !oldest.done) this.#drop(oldest.value)
    return handle
  }

  /** @throws AppError NOT_FOUND when the handle is unknown or too old. */
  folder(handle: string): string {
    const entry = this.#use(handle)
    if (entry) return entry.folder
    throw new AppError('NOT_FOUND', 'This choice of a folder is no longer valid. Nothing was changed. Choose the folder again.')
  }

  #use(handle: string): Entry | undefined {
    const entry = this.#entries.get(handle)
    if (!entry) return undefined
    this.#entries.delete(handle)
    const now = this.#clock()
    if (now - entry.usedAt > HANDLE_LIFE_MS) {
      this.#byFolder.delete(entry.folder)
      return undefined
    }
    entry.usedAt = now
    this.#entries.set(handle, entry)
    return entry
  }

  #drop(handle: string): void {
    const entry = this.#entries.get(handle)
    this.#entries.delete(handle)
    if (entry) this.#byFolder.delete(entry.folder)
  }
}
