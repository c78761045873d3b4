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
  /** Files that tell of the same changes as chosen ones, or of fewer. */
  readonly former: readonly string[]
}

/**
 * Of the files that begin with the same change the one that goes furthest: compaction puts one in the place of several
 * neighbours, and a backup whose putting back was cut off may have left copies of an earlier state. Of two that go as
 * far the higher generation is at least as good, because it was read back before it got its name.
 */
export function chooseSegments(candidates: readonly Candidate[]): Choice {
  const inOrder = candidates.toSorted((one, other) => one.first - other.first || other.last - one.last || other.generation - one.generation)
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
