const TAB = 9
const SPACE = 32

/** Walks over the beginning of one line, counting columns as CommonMark does: a tab reaches to the next multiple of four. */
export class LineCursor {
  readonly to: number
  at: number
  /** The first character that is no space or tab; the end of the line when there is none. */
  textAt: number
  private readonly body: string
  private column = 0
  private textColumn = 0

  constructor(body: string, from: number, to: number) {
    this.body = body
    this.to = to
    this.at = from
    this.textAt = from
    this.look()
  }

  /** Columns of white space before the text. */
  get indent(): number {
    return this.textColumn - this.column
  }

  get blank(): boolean {
    return this.textAt >= this.to
  }

  is(char: string): boolean {
    return this.textAt < this.to && this.body.startsWith(char, this.textAt)
  }

  /** The text, at most so much of it as decides what a line is. */
  text(): string {
    return this.body.slice(this.textAt, Math.min(this.to, this.textAt + 4_000))
  }

  /** Passes over columns of white space; a tab may be passed in part. */
  advance(columns: number): void {
    const goal = this.column + columns
    while (this.column < goal && this.at < this.textAt) {
      const step = this.body.charCodeAt(this.at) === TAB ? 4 - (this.column % 4) : 1
      if (this.column + step > goal) {
        this.column = goal
        return
      }
      this.column += step
      this.at++
    }
  }

  /** Passes over a quote mark and the one space after it. */
  passQuote(): void {
    this.passMarker(1)
    this.advance(1)
  }

  /** Passes over a bullet or number; answers the columns its content is indented by from where the cursor was. */
  passBullet(length: number): number {
    const start = this.column
    this.passMarker(length)
    const width = this.column - start
    // an empty item and one that begins with indented code have their content one column after the marker
    const gap = this.blank || this.indent > 4 ? 1 : this.indent
    this.advance(gap)
    return width + gap
  }

  private passMarker(length: number): void {
    this.at = this.textAt + length
    this.column = this.textColumn + length
    this.look()
  }

  private look(): void {
    this.textAt = this.at
    this.textColumn = this.column
    for (; this.textAt < this.to; this.textAt++) {
      const code = this.body.charCodeAt(this.textAt)
      if (code === SPACE) this.textColumn++
      else if (code === TAB) this.textColumn += 4 - (this.textColumn % 4)
      else break
    }
  }
}
