/**
 * Keeps the editor's text and the text its owner hands in together. The owner answers late: a value that comes in may
 * be an echo of what was typed a moment ago, and taking it for news would delete what was typed since. A value that is
 * news (another window, an undo of the record) is merged with what was typed and not yet echoed.
 */
import { ChangeSet } from '@codemirror/state'
import { minimalChange } from './minimal-change.ts'

/** The editor knows one kind of line end; another one is no change. */
export const plainLines = (text: string): string => (text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text)

export class TextSync {
  /** The last text that both sides had. */
  #base: string
  /** Handed out and not echoed yet, oldest first. */
  #unanswered: string[] = []

  constructor(value: string) {
    this.#base = plainLines(value)
  }

  /** The editor handed `text` to its owner. */
  sent(text: string): void {
    this.#unanswered.push(text)
  }

  /**
   * The owner's value is `value` while the editor holds `held()` (asked only when it matters: it costs a copy). Answers
   * the changes that bring the news into the editor, or null when there are none.
   */
  received(value: string, held: () => string): ChangeSet | null {
    const echo = this.#unanswered.lastIndexOf(value)
    if (echo >= 0) {
      this.#unanswered = this.#unanswered.slice(echo + 1)
      this.#base = value
      return null
    }
    const news = plainLines(value)
    if (news === this.#base) return null
    const base = this.#base
    const current = held()
    this.#base = news
    this.#unanswered = []
    const theirs = minimalChange(base, news)
    if (!theirs || news === current) return null
    const mine = minimalChange(base, current)
    const theirSet = ChangeSet.of(theirs, base.length)
    return mine ? theirSet.map(ChangeSet.of(mine, base.length)) : theirSet
  }
}
