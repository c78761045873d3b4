/** Answers the find bar from a laid-out text. Marks are the browser's own highlights: the text itself is not touched. */
import { announceFindable, answerFind, NOTHING_FOUND, requestFor, useFind, type FindRequest } from '../../../parts/find/find.ts'
import { findBefore, findFrom } from './nearest-find.ts'
import { NodePieces } from './node-pieces.ts'
import { scan } from './scan.ts'
import { scrollToRange } from './scroll-to-range.ts'
import { createTextFinder, type Finds, type Found } from './text-finder.ts'

/** Longer than this is a passage, not what somebody looks for. */
const LONGEST_SELECTED = 200

const ALL = 'found'
const CURRENT = 'found-current'

/** A browser without them shows the find it goes to as selected. */
const highlights = (): HighlightRegistry | null => ('highlights' in CSS ? CSS.highlights : null)

function mark(name: string, ranges: readonly (AbstractRange | null)[], priority: number): void {
  const highlight = highlights() && new Highlight()
  if (!highlight) return
  highlight.priority = priority
  for (const range of ranges) if (range) highlight.add(range)
  highlights()?.set(name, highlight)
}

const live = (range: StaticRange): Range => {
  const made = document.createRange()
  made.setStart(range.startContainer, range.startOffset)
  made.setEnd(range.endContainer, range.endOffset)
  return made
}

export class ReadingFinder {
  readonly #root: HTMLElement
  readonly #id: string
  readonly #takeBack: (() => void)[]
  #request: FindRequest | null = null
  #nodes: NodePieces
  #finds: Finds = { found: [], apart: false }
  #whole = true
  #current = -1
  #stop: () => void = () => undefined

  /** `root` holds the whole text. */
  constructor(root: HTMLElement, id: string) {
    this.#root = root
    this.#id = id
    this.#nodes = new NodePieces(root)
    this.#takeBack = [
      announceFindable(id, { step: (by) => this.#step(by), selected: () => this.#selected(), leave: () => this.#leave() }),
      useFind.subscribe((state) => this.#ask(requestFor(state, id))),
    ]
    this.#ask(requestFor(useFind.getState(), id))
  }

  destroy(): void {
    this.#stop()
    for (const take of this.#takeBack) take()
    for (const name of [ALL, CURRENT]) highlights()?.delete(name)
  }

  #ask(request: FindRequest | null): void {
    if (request === this.#request) return
    this.#request = request
    this.#stop()
    this.#nodes = new NodePieces(this.#root)
    const finder = request && createTextFinder(request)
    if (!request || !finder) {
      this.#show({ found: [], apart: false }, true)
      answerFind(this.#id, NOTHING_FOUND)
      return
    }
    this.#current = -1
    this.#stop = scan({
      pieces: this.#nodes.pieces(),
      finder,
      onFinds: (finds, whole) => {
        this.#show(finds, whole)
        if (this.#current >= 0) return this.#answer()
        // what led here is shown from its first find, what is typed from where one reads
        this.#go(request.phrases ? Math.min(0, finds.found.length - 1) : this.#firstInSight())
      },
    })
  }

  #show(finds: Finds, whole: boolean): void {
    this.#finds = finds
    this.#whole = whole
    mark(
      ALL,
      finds.found.map((found) => this.#nodes.range(found)),
      0,
    )
    if (finds.found.length === 0) {
      this.#current = -1
      mark(CURRENT, [], 1)
    }
  }

  #answer(): void {
    const { found, apart } = this.#finds
    answerFind(this.#id, { count: found.length, current: this.#current + 1, whole: this.#whole, apart })
  }

  #range(found: Found | undefined): Range | null {
    const range = found && this.#nodes.range(found)
    return range ? live(range) : null
  }

  /** The text runs from top to bottom, so the places of the finds are in order. */
  #firstInSight(): number {
    const { found } = this.#finds
    const top = this.#root.closest('main')?.getBoundingClientRect().top ?? 0
    let low = 0
    let high = found.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#range(found[middle])?.getBoundingClientRect().bottom ?? 0) < top) low = middle + 1
      else high = middle
    }
    return low < found.length ? low : found.length > 0 ? 0 : -1
  }

  #step(by: 1 | -1): void {
    const { found } = this.#finds
    const current = found[this.#current]
    if (!current) return this.#go(this.#firstInSight())
    this.#go(by > 0 ? findFrom(found, current.to) : findBefore(found, current.from))
  }

  #go(index: number): void {
    this.#current = index
    const range = this.#range(this.#finds.found[index])
    mark(CURRENT, [range], 1)
    if (range) {
      scrollToRange(range)
      if (!highlights()) getSelection()?.setBaseAndExtent(range.startContainer, range.startOffset, range.endContainer, range.endOffset)
    }
    this.#answer()
  }

  #selected(): string {
    const selection = getSelection()
    if (!selection || selection.isCollapsed || !this.#root.contains(selection.anchorNode)) return ''
    const text = selection.toString()
    return text.length > LONGEST_SELECTED || text.includes('\n') ? '' : text
  }

  #leave(): void {
    const range = this.#range(this.#finds.found[this.#current])
    if (range) getSelection()?.setBaseAndExtent(range.startContainer, range.startOffset, range.endContainer, range.endOffset)
  }
}
