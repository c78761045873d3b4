/** Files on their way from a page: each by a short-lived token of one window. */
import { randomBytes } from 'node:crypto'
import { AppError } from '../../../shared/errors.ts'
import type { IncomingFile } from '../../workspace/attachments/incoming-file.ts'
import type { Clock } from '../../workspace/port.ts'
import type { OpenWorkspace } from '../workspace/open-workspace.ts'

/** From the last piece. */
export const UPLOAD_LIFE_MS = 2 * 60 * 1000
/** Of one window at a time. */
export const UPLOADS_AT_ONCE = 8

/** One file that a page is sending. */
export interface Upload {
  readonly client: string
  readonly open: OpenWorkspace
  /** Of the record. */
  readonly id: string
  readonly name: string
  readonly file: IncomingFile
}

interface Entry extends Upload {
  usedAt: number
}

/** The uploads under way, by token. What no window goes on with is discarded, with its bytes. */
export class Uploads {
  readonly #clock: Clock
  readonly #entries = new Map<string, Entry>()

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** @throws AppError INVALID_INPUT when the window has too many under way; it is to be asked before a file is made */
  async makeRoom(client: string): Promise<void> {
    const now = this.#clock()
    await this.#discard(([, { usedAt }]) => now - usedAt > UPLOAD_LIFE_MS)
    if ([...this.#entries.values()].filter((entry) => entry.client === client).length < UPLOADS_AT_ONCE) return
    throw new AppError(
      'INVALID_INPUT',
      `At most ${UPLOADS_AT_ONCE} files are added at a time. This one was not added; add it when the others are there.`,
    )
  }

  /** Answers its token. */
  add(upload: Upload): string {
    const token = randomBytes(18).toString('base64url')
    this.#entries.set(token, { ...upload, usedAt: this.#clock() })
    return token
  }

  /** @throws AppError NOT_FOUND when it is unknown, too old, or another window's */
  find(token: string, client: string): Upload {
    const entry = this.#entries.get(token)
    const now = this.#clock()
    if (!entry || entry.client !== client || now - entry.usedAt > UPLOAD_LIFE_MS) {
      throw new AppError(
        'NOT_FOUND',
        'Adding this file was given up: it took too long, or failed before. Nothing was changed; add it again.',
      )
    }
    entry.usedAt = now
    return entry
  }

  /** As {@link find}, and the token is used up. */
  take(token: string, client: string): Upload {
    const upload = this.find(token, client)
    this.#entries.delete(token)
    return upload
  }

  /** The window is gone. */
  forgetClient(client: string): Promise<void> {
    return this.#discard(([, entry]) => entry.client === client)
  }

  /** The workspace is being closed. */
  discardAll(): Promise<void> {
    return this.#discard(() => true)
  }

  async #discard(matches: (entry: [string, Entry]) => boolean): Promise<void> {
    const gone = [...this.#entries].filter(matches)
    for (const [token] of gone) this.#entries.delete(token)
    await Promise.all(gone.map(([, { file }]) => file.discard()))
  }
}
