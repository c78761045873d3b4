/**
 * Who may use the application through the port: the bearer of a launch token (once, within a minute), then the bearer of
 * the session's secret that it was exchanged for. Both are 256 random bits and are kept as hashes only, so that looking
 * one up tells nothing by its time.
 */
import { createHash, randomBytes } from 'node:crypto'
import type { Clock } from '../../workspace/port.ts'

export const TOKEN_LIFE_MS = 60_000

/** One window: a reload and a reconnect find it again. */
export interface Session {
  readonly client: string
}

export interface Admitted {
  readonly session: Session
  /** What the window shows from now on. */
  readonly secret: string
}

const hash = (text: string) => createHash('sha256').update(text).digest('base64')
const random = () => randomBytes(32).toString('base64url')

export class Admission {
  readonly #clock: Clock
  readonly #newId: () => string
  readonly #tokens = new Map<string, number>()
  readonly #sessions = new Map<string, Session>()

  constructor(clock: Clock, newId: () => string) {
    this.#clock = clock
    this.#newId = newId
  }

  issueToken(): string {
    const now = this.#clock()
    for (const [known, expires] of this.#tokens) if (expires <= now) this.#tokens.delete(known)
    const token = random()
    this.#tokens.set(hash(token), now + TOKEN_LIFE_MS)
    return token
  }

  /** A good token opens a new session; else a good secret finds its own. Null: neither is. */
  admit(hello: { readonly token?: string; readonly secret?: string }): Admitted | null {
    if (hello.token !== undefined && this.#redeem(hello.token)) {
      const secret = random()
      const session = { client: this.#newId() }
      this.#sessions.set(hash(secret), session)
      return { session, secret }
    }
    const session = hello.secret === undefined ? undefined : this.#sessions.get(hash(hello.secret))
    return session && hello.secret !== undefined ? { session, secret: hello.secret } : null
  }

  #redeem(token: string): boolean {
    const key = hash(token)
    const expires = this.#tokens.get(key)
    this.#tokens.delete(key)
    return expires !== undefined && this.#clock() < expires
  }
}
