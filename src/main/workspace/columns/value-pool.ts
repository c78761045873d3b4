/** Values that stand in many versions, such as authors, each kept once and named by a small number. */
export class ValuePool<T> {
  private readonly keyOf: (value: T) => string
  private readonly values: (T | undefined)[]
  private readonly numbers = new Map<string, number>()
  private readonly free: number[] = []

  constructor(keyOf: (value: T) => string, values: readonly (T | null)[] = []) {
    this.keyOf = keyOf
    this.values = values.map((value) => value ?? undefined)
    for (const [number, value] of this.values.entries()) {
      if (value === undefined) this.free.push(number)
      else this.numbers.set(keyOf(value), number)
    }
  }

  /** By number; null where a value was let go. */
  get all(): (T | null)[] {
    return this.values.map((value) => value ?? null)
  }

  find(value: T): number | undefined {
    return this.numbers.get(this.keyOf(value))
  }

  numberOf(value: T): number {
    const key = this.keyOf(value)
    let number = this.numbers.get(key)
    if (number === undefined) {
      number = this.free.pop() ?? this.values.length
      this.values[number] = value
      this.numbers.set(key, number)
    }
    return number
  }

  get(number: number): T {
    const value = this.values[number]
    if (value === undefined) throw new RangeError(`There is no value of number ${number}.`)
    return value
  }

  /** Its number is given to another value later. */
  release(value: T): void {
    const number = this.find(value)
    if (number === undefined) return
    this.numbers.delete(this.keyOf(value))
    this.values[number] = undefined
    this.free.push(number)
  }
}
