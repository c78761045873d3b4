/** Lets others have the processor again and again during long work in the background. */
import { setImmediate } from 'node:timers/promises'

const TURN_MS = 5

export class Turns {
  private readonly signal: AbortSignal
  private began = performance.now()

  constructor(signal: AbortSignal) {
    this.signal = signal
  }

  /** To be awaited before each small step. @throws the signal's reason */
  async pause(): Promise<void> {
    if (performance.now() - this.began >= TURN_MS) {
      await setImmediate()
      this.began = performance.now()
    }
    this.signal.throwIfAborted()
  }

  /** Whether {@link pause} would do anything but check the signal; cheaper than awaiting it for nothing. */
  get isOver(): boolean {
    return this.signal.aborted || performance.now() - this.began >= TURN_MS
  }
}
