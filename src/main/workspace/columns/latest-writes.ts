/** One write of a name at a time; of those that wait, only the last is done. */
export class LatestWrites {
  private readonly waiting = new Map<string, () => Promise<void>>()
  private readonly running = new Map<string, Promise<void>>()
  private closed = false

  /** Answers when `work`, or what took its place, is done. Nothing is done after `close`. */
  async write(name: string, work: () => Promise<void>): Promise<void> {
    if (this.closed) return
    this.waiting.set(name, work)
    let running = this.running.get(name)
    if (!running) {
      running = this.drain(name)
      this.running.set(name, running)
    }
    await running
  }

  /** Waits for what is under way and what waits. */
  async close(): Promise<void> {
    this.closed = true
    await Promise.allSettled(this.running.values())
  }

  private async drain(name: string): Promise<void> {
    // `running` is set by the caller before the first work ends
    await Promise.resolve()
    try {
      for (let work = this.waiting.get(name); work; work = this.waiting.get(name)) {
        this.waiting.delete(name)
        await work()
      }
    } finally {
      this.running.delete(name)
    }
  }
}
