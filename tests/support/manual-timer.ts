import type { Timer } from '../../src/main/services/timer.ts'

/** Time passes when it is told to. */
export class ManualTimer {
  readonly #waiting = new Set<{ readonly work: () => void }>()

  readonly set: Timer = (work) => {
    const entry = { work }
    this.#waiting.add(entry)
    return () => void this.#waiting.delete(entry)
  }

  /** Everything that waits comes to its time. */
  run(): void {
    const due = [...this.#waiting]
    this.#waiting.clear()
    for (const { work } of due) work()
  }
}
