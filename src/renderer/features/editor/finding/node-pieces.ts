/** A laid-out text as pieces with offsets, and offsets back as places in its nodes. */
import type { Piece } from './scan.ts'
import type { Found } from './text-finder.ts'

const BLOCKS = 'p, li, td, th, h1, h2, h3, h4, h5, h6, pre, blockquote, dt, dd, summary, caption, div'

/** What only a screen reader says is not seen, so nothing can be marked in it. */
const isSeen = (node: Node) => node.parentElement?.closest('.visually-hidden, svg') === null

export class NodePieces {
  readonly #root: HTMLElement
  readonly #nodes: Text[] = []
  readonly #starts: number[] = []
  #end = 0

  constructor(root: HTMLElement) {
    this.#root = root
  }

  /** A piece a block, or a line of one: a word may go on from one node into the next. Between two pieces is a gap. */
  *pieces(): Generator<Piece> {
    const walker = document.createTreeWalker(this.#root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT)
    let block: Element | null = null
    let text = ''
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const breaks = node instanceof HTMLBRElement
      if (!breaks && (!(node instanceof Text) || node.data === '' || !isSeen(node))) continue
      const around = breaks ? null : (node.parentElement?.closest(BLOCKS) ?? null)
      if (around !== block && text !== '') {
        yield { text, at: this.#end - text.length }
        text = ''
        this.#end += 1
      }
      block = around
      if (!(node instanceof Text)) continue
      this.#nodes.push(node)
      this.#starts.push(this.#end)
      this.#end += node.data.length
      text += node.data
    }
    if (text !== '') yield { text, at: this.#end - text.length }
  }

  range({ from, to }: Found): StaticRange | null {
    const [first, last] = [this.#nodeAt(from), this.#nodeAt(to - 1)]
    const [startContainer, endContainer] = [this.#nodes[first], this.#nodes[last]]
    if (!startContainer || !endContainer) return null
    return new StaticRange({
      startContainer,
      startOffset: from - (this.#starts[first] ?? 0),
      endContainer,
      endOffset: to - (this.#starts[last] ?? 0),
    })
  }

  #nodeAt(offset: number): number {
    let low = 0
    let high = this.#starts.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#starts[middle] ?? 0) <= offset) low = middle + 1
      else high = middle
    }
    return low - 1
  }
}
