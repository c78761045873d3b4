/** Two texts made from one, put together line by line. */

/** Lines compared at most; longer texts are put together as a whole. */
const MOST_CELLS = 4_000_000

export interface MergedText {
  readonly text: string
  /** Places that both sides changed in different ways; both versions stand there, mine first. */
  readonly overlaps: number
}

/** For each line of `base` the line of `other` that it became; -1 where it is gone. What is equal at both ends costs nothing. */
function matches(base: readonly string[], other: readonly string[]): number[] {
  const shorter = Math.min(base.length, other.length)
  let head = 0
  while (head < shorter && base[head] === other[head]) head += 1
  let tail = 0
  while (tail < shorter - head && base[base.length - 1 - tail] === other[other.length - 1 - tail]) tail += 1
  const inner = innerMatches(base.slice(head, base.length - tail), other.slice(head, other.length - tail))
  return base.map((_, row) => {
    if (row < head) return row
    if (row >= base.length - tail) return row + other.length - base.length
    const column = inner[row - head] ?? -1
    return column < 0 ? -1 : column + head
  })
}

/** Longest common subsequence. */
function innerMatches(base: readonly string[], other: readonly string[]): number[] {
  const width = other.length + 1
  const lengths = new Uint32Array((base.length + 1) * width)
  const at = (row: number, column: number) => lengths[row * width + column] ?? 0
  for (let row = base.length - 1; row >= 0; row -= 1) {
    for (let column = other.length - 1; column >= 0; column -= 1) {
      lengths[row * width + column] =
        base[row] === other[column] ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1))
    }
  }
  const found: number[] = []
  let column = 0
  for (let row = 0; row < base.length; row += 1) {
    while (column < other.length && base[row] !== other[column] && at(row, column + 1) === at(row, column)) column += 1
    const same = column < other.length && base[row] === other[column]
    found.push(same ? column : -1)
    if (same) column += 1
  }
  return found
}

/** The lines of a text, each with whether the other text has no such line in that place. */
export function differingLines(text: string, other: string): readonly { readonly line: string; readonly differs: boolean }[] {
  const [lines, others] = [text.split('\n'), other.split('\n')]
  if (lines.length * others.length > MOST_CELLS) return lines.map((line) => ({ line, differs: false }))
  const found = matches(lines, others)
  return lines.map((line, index) => ({ line, differs: (found[index] ?? -1) < 0 && line.trim() !== '' }))
}

/** What one side says goes in; where both say something different both stand, mine first. */
export function mergeText(base: string, mine: string, theirs: string): MergedText {
  const [old, left, right] = [base.split('\n'), mine.split('\n'), theirs.split('\n')]
  if (old.length * Math.max(left.length, right.length) > MOST_CELLS) return { text: `${mine}\n\n${theirs}`, overlaps: 1 }
  const inLeft = matches(old, left)
  const inRight = matches(old, right)
  const merged: string[] = []
  let overlaps = 0
  let [from, fromLeft, fromRight] = [0, 0, 0]
  const takeChunk = (to: number, toLeft: number, toRight: number) => {
    const was = old.slice(from, to).join('\n')
    const [a, b] = [left.slice(fromLeft, toLeft), right.slice(fromRight, toRight)]
    const [mineSays, theirsSay] = [a.join('\n'), b.join('\n')]
    const touched = (side: readonly string[], said: string) => said !== was || side.length !== to - from
    if (!touched(b, theirsSay)) merged.push(...a)
    else if (!touched(a, mineSays)) merged.push(...b)
    else {
      merged.push(...a)
      // an empty line and no line read the same once they are joined
      if (mineSays === theirsSay && a.length === b.length) return
      merged.push(...b)
      // both added lines at one place: nothing was replaced, so nothing has to be looked at twice
      if (to > from) overlaps += 1
    }
  }
  for (let row = 0; row < old.length; row += 1) {
    const [l = -1, r = -1] = [inLeft[row], inRight[row]]
    if (l < 0 || r < 0) continue
    takeChunk(row, l, r)
    merged.push(old[row] ?? '')
    ;[from, fromLeft, fromRight] = [row + 1, l + 1, r + 1]
  }
  takeChunk(old.length, left.length, right.length)
  return { text: merged.join('\n'), overlaps }
}
