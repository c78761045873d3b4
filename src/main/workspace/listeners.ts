/** Whoever wants to be told. A listener's defect must not undo what has happened; it is reported where the process reports its own. */
export class Listeners<T> {
  private readonly listeners = new Set<(value: T) => void>()

  /** Returns the function that stops it. */
  add(listener: (value: T) => void): () => void {
    this.listeners.add(listener)
    return () => void this.listeners.delete(listener)
  }

  tell(value: T): void {
    for (const listener of this.listeners) {
      try {
        listener(value)
      } catch (error) {
        process.emitWarning(error instanceof Error ? error : String(error))
      }
    }
  }
}
