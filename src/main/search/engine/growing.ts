/** Arrays of numbers that grow: given `array`, one with room for `needed`, with what was in it. */
type Numbers = Uint8Array<ArrayBuffer> | Uint16Array<ArrayBuffer> | Uint32Array<ArrayBuffer> | Int32Array<ArrayBuffer>

const capacityFor = (length: number, needed: number) => Math.max(16, needed, Math.ceil(length * 1.6))

export function grown<A extends Numbers>(array: A, needed: number): A {
  if (needed <= array.length) return array
  const larger = new (array.constructor as new (length: number) => A)(capacityFor(array.length, needed))
  larger.set(array)
  return larger
}
