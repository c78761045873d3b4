/** Rows whose records are to be read into the index, while others are written anew and come by themselves. */
const DONE = 0
const WAITING = 1
/** In the round that is under way. */
const UNDER = 2

export class RowsToRead {
  /** By row: of hundreds of thousands a set would hold up the window. */
  #states = new Uint8Array(0)
  readonly #counts = [0, 0, 0]

  get size(): number {
    return this.#count(WAITING) + this.#count(UNDER)
  }

  /** One that was written anew while it is being read is read once more. */
  add(rows: Iterable<number>): void {
    for (const row of rows) this.#become(row, WAITING)
  }

  /** What was read of it by now is old. */
  delete(row: number): void {
    this.#become(row, DONE)
  }

  /** Begins a round of so many at most. */
  begin(most: number): number[] {
    return this.#all(WAITING, UNDER, most)
  }

  /** The places (three numbers a record) of those that are still wanted as they were read; they are done. */
  take(places: readonly number[]): number[] {
    const wanted: number[] = []
    for (let at = 0; at < places.length; at += 3) if (this.takeOne(places[at] ?? -1)) wanted.push(...places.slice(at, at + 3))
    return wanted
  }

  takeOne(row: number): boolean {
    if (this.#states[row] !== UNDER) return false
    this.#become(row, DONE)
    return true
  }

  /** Ends a round: rows that did not come have no record. */
  end(): void {
    this.#all(UNDER, DONE)
  }

  /** The round has failed: what did not come is read in the next one. */
  putBack(): void {
    this.#all(UNDER, WAITING)
  }

  #count(state: number): number {
    return this.#counts[state] ?? 0
  }

  #become(row: number, state: number): void {
    if (row >= this.#states.length) {
      if (state === DONE) return
      const states = new Uint8Array(Math.max(row + 1, this.#states.length * 2))
      states.set(this.#states)
      this.#states = states
    }
    const before = this.#states[row] ?? DONE
    this.#counts[before] = this.#count(before) - 1
    this.#counts[state] = this.#count(state) + 1
    this.#states[row] = state
  }

  #all(from: number, to: number, most = Infinity): number[] {
    const rows: number[] = []
    if (this.#count(from) === 0) return rows
    for (let row = 0; row < this.#states.length && rows.length < most; row += 1) {
      if (this.#states[row] !== from) continue
      this.#become(row, to)
      rows.push(row)
    }
    return rows
  }
}
