/**
 * Saves one after another; whatever arrives during one is written together by the next (group commit). A failed save
 * fails everything queued behind it, because that was made from a state that never came to be.
 */
export interface SaveSteps<T> {
  readonly save: (batch: readonly T[]) => Promise<void>
  /** A save has failed, and with it everything that waits: called in the same step in which the queue is emptied. */
  readonly failed: (error: unknown) => void
  /** Between one save and the next, when those waiting for it have been answered. It must not throw. */
  readonly afterwards: () => Promise<void>
}

interface Waiting<T> {
  readonly item: T
  readonly resolve: () => void
  readonly reject: (error: unknown) => void
}

export class SaveQueue<T> {
  private readonly steps: SaveSteps<T>
  private queue: Waiting<T>[] = []
  private alone: (() => Promise<void>)[] = []
  private running: Promise<void> | null = null

  constructor(steps: SaveSteps<T>) {
    this.steps = steps
  }

  /** What waits behind the save under way. */
  get waiting(): readonly T[] {
    return this.queue.map(({ item }) => item)
  }

  /** Answers when the item is on the disk. */
  add(item: T): Promise<void> {
    return new Promise((resolve, reject) => {
      this.queue.push({ item, resolve, reject })
      this.start()
    })
  }

  /** Runs `work` between two saves: nothing is written meanwhile but what it writes itself. */
  between<R>(work: () => Promise<R>): Promise<R> {
    return new Promise((resolve, reject) => {
      this.alone.push(() => work().then(resolve, reject))
      this.start()
    })
  }

  /** Answers when nothing is queued or under way. */
  async idle(): Promise<void> {
    while (this.running) await this.running
  }

  private start(): void {
    this.running ??= this.run()
  }

  private async run(): Promise<void> {
    while (this.queue.length > 0 || this.alone.length > 0) {
      for (let work = this.alone.shift(); work; work = this.alone.shift()) await work()
      if (this.queue.length > 0) await this.saveAll()
    }
    this.running = null
  }

  private async saveAll(): Promise<void> {
    const batch = this.queue
    this.queue = []
    try {
      await this.steps.save(batch.map(({ item }) => item))
    } catch (error) {
      const behind = this.queue
      this.queue = []
      this.steps.failed(error)
      for (const { reject } of [...batch, ...behind]) reject(error)
      return
    }
    for (const { resolve } of batch) resolve()
    await this.steps.afterwards()
  }
}
