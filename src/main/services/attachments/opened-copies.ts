/**
 * Copies of attached files for the system's programs, which open files by name: in a private folder, read-only so that
 * nobody edits what will be thrown away, and removed at the start and at the end.
 */
import { randomBytes } from 'node:crypto'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { safeFileName } from '../../../shared/text/safe-file-name.ts'
import type { AttachmentStore } from '../../workspace/attachments/attachment-store.ts'
import { withAttachmentFailures } from '../../workspace/attachments/attachment-failures.ts'
import { writeOutside } from './write-outside.ts'

/** Makes such copies, and removes them. */
export class OpenedCopies {
  readonly #folder: string
  #cleaned: Promise<void> | undefined

  constructor(appDataDir: string) {
    this.#folder = join(appDataDir, 'opened')
  }

  /** The path of a fresh copy that bears the attachment's name. */
  make(store: AttachmentStore, sha256: string, name: string): Promise<string> {
    return this.#write(store.content(sha256), name)
  }

  /** As {@link make}, of a text. */
  makeText(text: string, name: string): Promise<string> {
    return this.#write([Buffer.from(text)], name)
  }

  async #write(steps: Iterable<Uint8Array> | AsyncIterable<Uint8Array>, name: string): Promise<string> {
    await (this.#cleaned ??= this.clean())
    const folder = join(this.#folder, randomBytes(8).toString('hex'))
    await withAttachmentFailures('saving', async () => {
      await mkdir(this.#folder, { recursive: true, mode: 0o700 })
      await mkdir(folder, { mode: 0o700 })
    })
    const path = join(folder, safeFileName(name))
    await writeOutside(path, steps, 0o400)
    return path
  }

  /** Removes all of them; one that a program still holds goes the next time. */
  async clean(): Promise<void> {
    try {
      await rm(this.#folder, { recursive: true, force: true, maxRetries: 2 })
    } catch (error) {
      if (!(error instanceof Error && 'code' in error)) throw error
    }
  }
}
