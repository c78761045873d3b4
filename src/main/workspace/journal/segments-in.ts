import { parseSegmentName } from './segment-head.ts'

/** The segments among the names of a folder, in order; of those that were rewritten only the latest generation. */
export function segmentsIn(names: readonly string[]): readonly string[] {
  const latest = new Map<number, { readonly name: string; readonly first: number; readonly generation: number }>()
  for (const name of names) {
    const segment = parseSegmentName(name)
    if (segment && segment.generation >= (latest.get(segment.first)?.generation ?? 0)) latest.set(segment.first, { name, ...segment })
  }
  return [...latest.values()].toSorted((one, other) => one.first - other.first).map(({ name }) => name)
}
