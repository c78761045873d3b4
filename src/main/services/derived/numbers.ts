/** Arrays of numbers that grow, and several of them in one file, from which they are read back as views. */
export type Numbers = Uint8Array | Uint32Array | Float64Array

const ALIGNMENT = 8
const LENGTH_BYTES = 8
const NO_VALUES = new Uint32Array(0)

/** The array with room for `length` numbers; another one when it has to grow. */
export function withRoom<T extends Numbers>(array: T, length: number): T {
  if (length <= array.length) return array
  const capacity = Math.max(length, Math.ceil(array.length * 1.5), 1024)
  const grown =
    array instanceof Uint8Array
      ? new Uint8Array(capacity)
      : array instanceof Uint32Array
        ? new Uint32Array(capacity)
        : new Float64Array(capacity)
  grown.set(array)
  return grown as T
}

const bytesOf = (array: Numbers) => new Uint8Array(array.buffer, array.byteOffset, array.byteLength)
const padding = (length: number) => (ALIGNMENT - (length % ALIGNMENT)) % ALIGNMENT

interface Placed {
  readonly name: string
  readonly at: number
  readonly length: number
}

/** The bytes of named arrays. They must not change until the last piece was taken. */
export function* encodeNumbers(arrays: Iterable<readonly [string, Numbers]>): Iterable<Uint8Array> {
  const listed = [...arrays]
  const places: Placed[] = []
  let at = 0
  for (const [name, array] of listed) {
    places.push({ name, at, length: array.length })
    at += array.byteLength + padding(array.byteLength)
  }
  const json = Buffer.from(JSON.stringify(places))
  const head = Buffer.alloc(LENGTH_BYTES + json.length + padding(json.length), ' ')
  head.writeDoubleLE(head.length - LENGTH_BYTES, 0)
  head.set(json, LENGTH_BYTES)
  yield head
  for (const [, array] of listed) {
    yield bytesOf(array)
    yield new Uint8Array(padding(array.byteLength))
  }
}

/** Named arrays read back. What is asked of it must be there: a file of another shape is thrown away as a whole. */
export class NumbersFile {
  readonly #places: ReadonlyMap<string, Placed>
  readonly #bytes: Uint8Array
  readonly #from: number

  /** @throws when the bytes are not those of {@link encodeNumbers} */
  constructor(bytes: Uint8Array) {
    // views need their numbers where the processor wants them
    this.#bytes = bytes.byteOffset % ALIGNMENT === 0 ? bytes : new Uint8Array(bytes)
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const length = buffer.readDoubleLE(0)
    this.#from = LENGTH_BYTES + length
    const places = JSON.parse(buffer.toString('utf8', LENGTH_BYTES, this.#from)) as readonly Placed[]
    this.#places = new Map(places.map((place) => [place.name, place]))
  }

  bytes(name: string): Uint8Array {
    const { at, length } = this.#find(name, Uint8Array.BYTES_PER_ELEMENT)
    return new Uint8Array(this.#bytes.buffer, at, length)
  }

  integers(name: string): Uint32Array {
    const { at, length } = this.#find(name, Uint32Array.BYTES_PER_ELEMENT)
    return length === 0 ? NO_VALUES : new Uint32Array(this.#bytes.buffer, at, length)
  }

  floats(name: string): Float64Array {
    const { at, length } = this.#find(name, Float64Array.BYTES_PER_ELEMENT)
    return new Float64Array(this.#bytes.buffer, at, length)
  }

  #find(name: string, width: number): { readonly at: number; readonly length: number } {
    const place = this.#places.get(name)
    if (!place) throw new Error(`The file has no “${name}”.`)
    const from = this.#from + place.at
    if (from + place.length * width > this.#bytes.length) throw new Error(`“${name}” is cut off.`)
    return { at: this.#bytes.byteOffset + from, length: place.length }
  }
}
