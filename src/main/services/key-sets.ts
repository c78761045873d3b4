/** Sets by key, without empty ones left behind. */
export class KeySets {
  readonly #sets = new Map<string, Set<string>>()

  add(key: string, value: string): void {
    const set = this.#sets.get(key)
    if (set) set.add(value)
    else this.#sets.set(key, new Set([value]))
  }

  delete(key: string, value: string): void {
    const set = this.#sets.get(key)
    if (set?.delete(value) && set.size === 0) this.#sets.delete(key)
  }

  get(key: string): ReadonlySet<string> {
    return this.#sets.get(key) ?? NONE
  }
}

const NONE: ReadonlySet<string> = new Set()
