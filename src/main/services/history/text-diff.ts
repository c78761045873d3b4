/**
 * What differs between two texts, in words. Lines first, then the words of the lines that changed; never more than some
 * milliseconds at a time, because windows are served by the same thread.
 */
import { diffArrays, type ChangeObject } from 'diff'
import type { TextPiece } from '../../../shared/contract/history.ts'
import { sharedLines } from './shared-lines.ts'

/** Longest run without a turn of the event loop. */
const AT_ONCE_MS = 15
/** What a passage that needs more may take in turns; past it the passage stands as replaced. */
const PATIENCE_MS = 2_000
/** A passage longer than this is not told apart by words: taking it to pieces alone would hold up the rest. */
const MOST_CHARACTERS = 200_000
/** What a page can show; past it the rest stands as replaced. */
const MOST_PIECES = 10_000
const WORD = "[\\p{L}\\p{M}\\p{N}]+(?:['’.-][\\p{L}\\p{M}\\p{N}]+)*"
const WORDS = new RegExp(WORD, 'gu')
/** Words with what is written inside them, runs of white space, and every other sign by itself. */
const TOKENS = new RegExp(`\\s+|${WORD}|[^]`, 'gu')

type Change = 'same' | 'added' | 'removed'
type Parts = readonly Pick<ChangeObject<string[]>, 'added' | 'removed' | 'value'>[]

const turn = () => new Promise<void>((resolve) => void setImmediate(resolve))
const linesOf = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+/gu) ?? []
const piece = (change: Change, text: string): TextPiece => ({ change, text, lines: 0 })
const changeOf = ({ added, removed }: Parts[number]): Change => (added ? 'added' : removed ? 'removed' : 'same')

/** Blanks between two changes belong to both, so that a changed phrase reads as one. */
function joined(pieces: readonly TextPiece[]): TextPiece[] {
  const texts: TextPiece[] = []
  let [removed, added] = ['', '']
  const settle = () => {
    if (removed !== '') texts.push(piece('removed', removed))
    if (added !== '') texts.push(piece('added', added))
    removed = added = ''
  }
  for (const [index, { change, text }] of pieces.entries()) {
    if (change === 'removed') removed += text
    else if (change === 'added') added += text
    else if (removed !== '' && added !== '' && index < pieces.length - 1 && /^[^\S\n]+$/u.test(text)) {
      removed += text
      added += text
    } else {
      settle()
      texts.push(piece('same', text))
    }
  }
  settle()
  return texts
}

/** One comparison under way. */
class Comparing {
  readonly pieces: TextPiece[] = []
  coarse = false
  readonly #until = performance.now() + PATIENCE_MS
  #turned = performance.now()

  /** Neighbours of the same kind become one. */
  add(change: Change, text: string): void {
    if (text === '') return
    const last = this.pieces.at(-1)
    if (last?.change === change) this.pieces[this.pieces.length - 1] = piece(change, last.text + text)
    else this.pieces.push(piece(change, text))
  }

  async lines(before: string[], after: string[]): Promise<void> {
    if (before.length === 0 || after.length === 0) return this.#replace(before.join(''), after.join(''))
    const parts = this.#quick(before, after)
    if (parts) return this.#parts(parts)
    if (before.length === after.length) {
      // a word replaced in every line, most likely
      for (const [index, line] of before.entries()) await this.#passage(line, after[index] ?? '')
      return
    }
    const slow = await this.#slow(before, after)
    if (slow) await this.#parts(slow)
    else this.#giveUp(before.join(''), after.join(''))
  }

  async #parts(parts: Parts): Promise<void> {
    for (let index = 0; index < parts.length; index += 1) {
      const [part, next] = [parts[index], parts[index + 1]]
      if (!part) continue
      if (part.removed && next?.added) {
        await this.#passage(part.value.join(''), next.value.join(''))
        index += 1
      } else this.add(changeOf(part), part.value.join(''))
    }
  }

  async #passage(before: string, after: string): Promise<void> {
    if (before === after) return this.add('same', before)
    if (performance.now() - this.#turned > AT_ONCE_MS) await this.rest()
    if (before.length + after.length > MOST_CHARACTERS) return this.#giveUp(before, after)
    const tokens = [before.match(TOKENS) ?? [], after.match(TOKENS) ?? []] as const
    const parts = this.#quick(...tokens) ?? (await this.#slow(...tokens))
    if (!parts) return this.#giveUp(before, after)
    for (const { change, text } of joined(parts.map((part) => piece(changeOf(part), part.value.join(''))))) {
      if (change !== 'skipped') this.add(change, text)
    }
  }

  #quick(before: string[], after: string[]): Parts | undefined {
    return diffArrays(before, after, { timeout: AT_ONCE_MS })
  }

  #slow(before: string[], after: string[]): Promise<Parts | undefined> {
    const timeout = this.#until - performance.now()
    return timeout <= 0 ? Promise.resolve(undefined) : new Promise((callback) => diffArrays(before, after, { timeout, callback }))
  }

  #giveUp(before: string, after: string): void {
    this.coarse = true
    this.#replace(before, after)
  }

  #replace(before: string, after: string): void {
    this.add('removed', before)
    this.add('added', after)
  }

  async rest(): Promise<void> {
    await turn()
    this.#turned = performance.now()
  }
}

/** What differs between two texts, word by word. */
export interface TextDiff {
  readonly pieces: readonly TextPiece[]
  /** Some passage was too different, or too long, to tell its words apart. */
  readonly coarse: boolean
}

/** @returns pieces whose texts, but for the removed ones, make up `after`, and, but for the added ones, `before` */
export async function diffTexts(before: string, after: string): Promise<TextDiff> {
  const comparing = new Comparing()
  if (before === after) {
    comparing.add('same', after)
    return comparing
  }
  const [old, now] = [linesOf(before), linesOf(after)]
  const shared = sharedLines(old, now)
  await comparing.rest()
  let [from, to] = [0, 0]
  for (const [oldAt, nowAt] of shared) {
    if (oldAt > from || nowAt > to) await comparing.lines(old.slice(from, oldAt), now.slice(to, nowAt))
    comparing.add('same', old[oldAt] ?? '')
    from = oldAt + 1
    to = nowAt + 1
  }
  await comparing.lines(old.slice(from), now.slice(to))
  return comparing.pieces.length > MOST_PIECES ? cutShort(comparing.pieces) : comparing
}

function cutShort(pieces: readonly TextPiece[]): TextDiff {
  const shown = pieces.slice(0, MOST_PIECES)
  const rest = pieces.slice(MOST_PIECES)
  const side = (change: Change, without: Change) =>
    piece(change, rest.flatMap((part) => (part.change === without ? [] : [part.text])).join(''))
  return { pieces: [...shown, side('removed', 'added'), side('added', 'removed')], coarse: true }
}

/** Words that were added and removed. */
export function countWords(pieces: readonly TextPiece[]): { readonly added: number; readonly removed: number } {
  const counts = { added: 0, removed: 0 }
  for (const { change, text } of pieces) {
    if (change === 'added' || change === 'removed') counts[change] += text.match(WORDS)?.length ?? 0
  }
  return counts
}
