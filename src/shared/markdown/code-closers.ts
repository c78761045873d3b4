import type { InlineBlock } from './blocks.ts'

/** Finds the end of code spans: a run of backticks closes with the next run of the same length in the same block. */
export class CodeClosers {
  private readonly text: string
  private readonly block: Pick<InlineBlock, 'from' | 'to'>
  private runs: Map<number, number[]> | undefined
  private readonly used = new Map<number, number>()

  constructor(text: string, block: Pick<InlineBlock, 'from' | 'to'>) {
    this.text = text
    this.block = block
  }

  /** Where to read on: after the code span that opens at `at`, or after the run when nothing closes it. */
  after(at: number): number {
    let end = at
    while (end < this.block.to && this.text.charAt(end) === '`') end++
    const length = end - at
    this.runs ??= this.collect()
    const starts = this.runs.get(length) ?? []
    let index = this.used.get(length) ?? 0
    while (index < starts.length && (starts[index] ?? 0) < end) index++
    this.used.set(length, index)
    const closer = starts[index]
    return closer === undefined ? end : closer + length
  }

  private collect(): Map<number, number[]> {
    const runs = new Map<number, number[]>()
    let at = this.text.indexOf('`', this.block.from)
    while (at !== -1 && at < this.block.to) {
      let end = at
      while (end < this.block.to && this.text.charAt(end) === '`') end++
      const starts = runs.get(end - at)
      if (starts) starts.push(at)
      else runs.set(end - at, [at])
      at = this.text.indexOf('`', end)
    }
    return runs
  }
}
