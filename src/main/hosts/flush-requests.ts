/** Before a window goes, it is asked to commit what is pending (`windows.closing`) and answers with `windows.flushed`. */

/** As long as a window may take; it may hang, and then the person still has to be able to close it. */
export const FLUSH_LIMIT_MS = 10_000

export class FlushRequests {
  readonly #waiting = new Map<string, () => void>()
  readonly #limit: number

  constructor(limit = FLUSH_LIMIT_MS) {
    this.#limit = limit
  }

  /** Calls `ask`, then waits for the window's answer, its going, or the limit. True when it answered or went. */
  async request(client: string, ask: () => void): Promise<boolean> {
    this.#waiting.get(client)?.()
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        this.#waiting.delete(client)
        resolve(false)
      }, this.#limit)
      this.#waiting.set(client, () => {
        clearTimeout(timer)
        this.#waiting.delete(client)
        resolve(true)
      })
      ask()
    })
  }

  /** The window answered, or it is gone and nothing can be pending in it. */
  settle(client: string): void {
    this.#waiting.get(client)?.()
  }
}
