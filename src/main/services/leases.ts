/** What is under way on something that must stay until it has ended. */
export class Leases {
  readonly #running = new Set<Promise<unknown>>()

  /** Counts `running` until it has settled, in whichever way. */
  hold(running: Promise<unknown>): void {
    const settled: Promise<unknown> = running
      .then(
        () => undefined,
        () => undefined,
      )
      .finally(() => this.#running.delete(settled))
    this.#running.add(settled)
  }

  /** Settles when nothing is under way any more. */
  async ended(): Promise<void> {
    while (this.#running.size > 0) await Promise.all(this.#running)
  }
}
