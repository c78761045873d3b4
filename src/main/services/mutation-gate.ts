/**
 * Most commands only need the store's own order. A rename also needs to know every link there is, and the index learns
 * of a change when it is on the disk: so a rename waits until no other command is under way, and the others for it.
 */
import { Leases } from './leases.ts'

export class MutationGate {
  readonly #running = new Leases()
  #exclusive: Promise<unknown> = Promise.resolve()

  async shared<T>(work: () => Promise<T>): Promise<T> {
    await this.#exclusive
    const running = work()
    this.#running.hold(running)
    return running
  }

  async alone<T>(work: () => Promise<T>): Promise<T> {
    const before = this.#exclusive
    const turn = (async () => {
      await before
      await this.#running.ended()
      return work()
    })()
    this.#exclusive = turn.then(
      () => undefined,
      () => undefined,
    )
    return turn
  }
}
