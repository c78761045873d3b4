/** Rows whose records are to be read into the index, while others are written anew and come by themselves. */
export class RowsToRead {
  readonly #waiting = new Set<number>()
  /** Of the round that is under way. */
  readonly #under = new Set<number>()

  get size(): number {
    return this.#waiting.size + this.#under.size
  }

  /** One that was written anew while it is being read is read once more. */
  add(rows: Iterable<number>): void {
    for (const row of rows) {
      this.#under.delete(row)
      this.#waiting.add(row)
    }
  }

  /** What was read of it by now is old. */
  delete(row: number): void {
    this.#waiting.delete(row)
    this.#under.delete(row)
  }

  /** Begins a round. */
  begin(): number[] {
    for (const row of this.#waiting) this.#under.add(row)
    this.#waiting.clear()
    return [...this.#under]
  }

  /** The places (three numbers a record) of those that are still wanted as they were read; they are done. */
  take(places: readonly number[]): number[] {
    const wanted: number[] = []
    for (let at = 0; at < places.length; at += 3) if (this.takeOne(places[at] ?? -1)) wanted.push(...places.slice(at, at + 3))
    return wanted
  }

  takeOne(row: number): boolean {
    return this.#under.delete(row)
  }

  /** Ends a round: rows that did not come have no record. */
  end(): void {
    this.#under.clear()
  }

  /** The round has failed: what did not come is read in the next one. */
  putBack(): void {
    for (const row of this.#under) this.#waiting.add(row)
    this.#under.clear()
  }
}
