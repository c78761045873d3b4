/**
 * Most commands only need the store's own order. A rename also needs to know every link there is, and the index learns
 * of a change when it is on the disk: so a rename waits until no other command is under way, and the others for it.
 */
export class MutationGate {
  readonly #running = new Set<Promise<unknown>>()
  #exclusive: Promise<unknown> = Promise.resolve()

  async shared<T>(work: () => Promise<T>): Promise<T> {
    await this.#exclusive
    const running = work()
    const settled = running.then(
      () => undefined,
      () => undefined,
    )
    this.#running.add(settled)
    return running.finally(() => this.#running.delete(settled))
  }

  async alone<T>(work: () => Promise<T>): Promise<T> {
    const before = this.#exclusive
    const turn = (async () => {
      await before
      await Promise.all(this.#running)
      return work()
    })()
    this.#exclusive = turn.then(
      () => undefined,
      () => undefined,
    )
    return turn
  }
}
