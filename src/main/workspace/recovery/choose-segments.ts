/** Which files make up the journal when no manifest says it. */

export interface Candidate {
  readonly name: string
  /** As its name says. */
  readonly first: number
  readonly generation: number
  /** The sequence of its last frame that can be read. */
  readonly last: number
}

export interface Choice {
  /** In order; the last one is the active segment. */
  readonly chosen: readonly string[]
  /** Files of an older generation that chosen ones took the place of. */
  readonly former: readonly string[]
}

/**
 * Compaction writes a new generation of one or several neighbours and gives it its name when it has been read back, so
 * of two files that tell of the same changes the higher generation is at least as good.
 */
export function chooseSegments(candidates: readonly Candidate[]): Choice {
  const inOrder = candidates.toSorted((one, other) => one.first - other.first || other.generation - one.generation)
  const chosen: string[] = []
  const former: string[] = []
  let covered = 0
  for (const { name, first, last } of inOrder) {
    if (first > covered) {
      chosen.push(name)
      covered = Math.max(first, last)
    } else former.push(name)
  }
  return { chosen, former }
}
