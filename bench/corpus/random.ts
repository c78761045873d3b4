/** Seeded random numbers by 32-bit integer arithmetic alone (mulberry32): the same on every machine and in every version of Node. */
export class Random {
  #state: number

  /** The same seeds give the same numbers; another order of them gives others. */
  constructor(...seeds: readonly number[]) {
    this.#state = seeds.reduce((state, seed) => mixed(state ^ mixed(seed)), 0x9e3779b9)
  }

  /** From 0 to 2³² − 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0
    const a = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1)
    const b = a ^ (a + Math.imul(a ^ (a >>> 7), a | 61))
    return (b ^ (b >>> 14)) >>> 0
  }

  /** From 0 to below 1. */
  fraction(): number {
    return this.next() / 0x1_0000_0000
  }

  below(limit: number): number {
    return Math.floor(this.fraction() * limit)
  }

  between(least: number, most: number): number {
    return least + this.below(most - least + 1)
  }

  chance(probability: number): boolean {
    return this.fraction() < probability
  }

  pick<T>(list: readonly T[]): T {
    const item = list[this.below(list.length)]
    if (item === undefined) throw new RangeError('There is nothing to pick from.')
    return item
  }
}

/** The finaliser of MurmurHash3: neighbouring seeds give unlike states. */
function mixed(value: number): number {
  const a = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  const b = Math.imul(a ^ (a >>> 13), 0xc2b2ae35)
  return (b ^ (b >>> 16)) | 0
}
