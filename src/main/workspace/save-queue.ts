/**
 * Saves one after another; whatever arrives during one is written together by the next (group commit). A failed save
 * fails everything queued behind it, because that was made from a state that never came to be.
 */
export class SaveQueue<T> {
  private readonly save: (batch: readonly T[]) => Promise<void>
  private queue: { readonly item: T; readonly resolve: () => void; readonly reject: (error: unknown) => void }[] = []
  private running: Promise<void> | null = null

  constructor(save: (batch: readonly T[]) => Promise<void>) {
    this.save = save
  }

  /** How many wait behind the save under way. */
  get waiting(): number {
    return this.queue.length
  }

  /** Answers when the item is on the disk. */
  add(item: T): Promise<void> {
    return new Promise((resolve, reject) => {
      this.queue.push({ item, resolve, reject })
      this.running ??= this.run()
    })
  }

  /** Answers when nothing is queued or under way. */
  async idle(): Promise<void> {
    while (this.running) await this.running
  }

  private async run(): Promise<void> {
    while (this.queue.length > 0) {
      const batch = this.queue
      this.queue = []
      try {
        await this.save(batch.map(({ item }) => item))
        for (const { resolve } of batch) resolve()
      } catch (error) {
        const behind = this.queue
        this.queue = []
        for (const { reject } of [...batch, ...behind]) reject(error)
      }
    }
    this.running = null
  }
}
