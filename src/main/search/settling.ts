/** A promise that somebody else settles, and whether that has happened. */
export class Settling {
  isSettled = false
  readonly promise: Promise<void>
  #resolve: () => void = () => undefined

  constructor() {
    this.promise = new Promise<void>((resolve) => (this.#resolve = resolve))
  }

  settle(): void {
    this.isSettled = true
    this.#resolve()
  }
}
