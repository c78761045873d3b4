/** Sorting that lets others have their turn: 100,000 titles take longer than a window may wait. */
const RUN = 2_000
/** Compared at once before others have their turn, in milliseconds. */
const SLICE = 8

async function merged<T>(
  left: readonly T[],
  right: readonly T[],
  compare: (a: T, b: T) => number,
  turn: () => Promise<void>,
): Promise<T[]> {
  const all: T[] = []
  let a = 0
  let b = 0
  while (a < left.length && b < right.length) {
    // equal ones keep their order
    all.push(compare(left[a] as T, right[b] as T) <= 0 ? (left[a++] as T) : (right[b++] as T))
    if (all.length % RUN === 0) await turn()
  }
  for (; a < left.length; a += 1) all.push(left[a] as T)
  for (; b < right.length; b += 1) all.push(right[b] as T)
  return all
}

/** The items in order, in a new array. */
export async function pacedSort<T>(items: readonly T[], compare: (a: T, b: T) => number): Promise<T[]> {
  let sliceEnds = performance.now() + SLICE
  const turn = async () => {
    if (performance.now() < sliceEnds) return
    await new Promise<void>((resolve) => void setImmediate(resolve))
    sliceEnds = performance.now() + SLICE
  }
  let runs: T[][] = []
  for (let from = 0; from < items.length; from += RUN) {
    runs.push(items.slice(from, from + RUN).toSorted(compare))
    await turn()
  }
  while (runs.length > 1) {
    const next: T[][] = []
    for (let at = 0; at < runs.length; at += 2) next.push(await merged(runs[at] ?? [], runs[at + 1] ?? [], compare, turn))
    runs = next
  }
  return runs[0] ?? []
}
