/**
 * What differs between two texts, in words. Lines first, then the words of the lines that changed; never more than some
 * milliseconds at a time, because windows are served by the same thread.
 */
import { diffArrays, type ChangeObject } from 'diff'
import type { TextPiece } from '../../../shared/contract/history.ts'

/** Longest run without a turn of the event loop. */
const AT_ONCE_MS = 25
/** What a comparison that needs more may take in turns; past it a passage stands as replaced. */
const PATIENCE_MS = 2_000
/** A passage longer than this is not told apart by words: taking it to pieces alone would hold up the rest. */
const MOST_CHARACTERS = 200_000

export interface TextDiff {
  readonly pieces: readonly TextPiece[]
  /** Some passage was too different, or too long, to tell its words apart. */
  readonly coarse: boolean
}

type Parts = readonly Pick<ChangeObject<string[]>, 'added' | 'removed' | 'value'>[]

const turn = () => new Promise<void>((resolve) => void setImmediate(resolve))
const linesOf = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+/gu) ?? []
/** Words with what is written inside them, runs of white space, and every other sign by itself. */
const wordsOf = (text: string): string[] => text.match(/\s+|[\p{L}\p{M}\p{N}]+(?:['’.-][\p{L}\p{M}\p{N}]+)*|[^]/gu) ?? []

async function parts(before: string[], after: string[]): Promise<Parts | undefined> {
  const quick = diffArrays(before, after, { timeout: AT_ONCE_MS })
  if (quick) return quick
  return new Promise((resolve) => diffArrays(before, after, { timeout: PATIENCE_MS, callback: resolve }))
}

const piece = (change: 'same' | 'added' | 'removed', text: string): TextPiece => ({ change, text, lines: 0 })
const pieceOf = ({ added, removed, value }: Parts[number]): TextPiece =>
  piece(added ? 'added' : removed ? 'removed' : 'same', value.join(''))

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

async function wordsOfPassage(before: string, after: string): Promise<TextDiff> {
  if (before.length + after.length <= MOST_CHARACTERS) {
    const found = await parts(wordsOf(before), wordsOf(after))
    if (found) return { pieces: joined(found.map(pieceOf)), coarse: false }
  }
  return { pieces: [piece('removed', before), piece('added', after)], coarse: true }
}

/** @returns pieces whose texts, but for the removed ones, make up `after`, and, but for the added ones, `before` */
export async function diffTexts(before: string, after: string): Promise<TextDiff> {
  if (before === after) return { pieces: after === '' ? [] : [piece('same', after)], coarse: false }
  if (before === '') return { pieces: [piece('added', after)], coarse: false }
  if (after === '') return { pieces: [piece('removed', before)], coarse: false }
  const lines = await parts(linesOf(before), linesOf(after))
  if (!lines) return { pieces: [piece('removed', before), piece('added', after)], coarse: true }
  const pieces: TextPiece[] = []
  let coarse = false
  let began = performance.now()
  for (let index = 0; index < lines.length; index += 1) {
    const [part, next] = [lines[index], lines[index + 1]]
    if (!part) continue
    if (!part.removed || !next?.added) {
      pieces.push(pieceOf(part))
      continue
    }
    index += 1
    const passage = await wordsOfPassage(part.value.join(''), next.value.join(''))
    pieces.push(...passage.pieces)
    coarse ||= passage.coarse
    if (performance.now() - began > AT_ONCE_MS) {
      await turn()
      began = performance.now()
    }
  }
  return { pieces, coarse }
}

const WORDS = /[\p{L}\p{M}\p{N}]+(?:['’.-][\p{L}\p{M}\p{N}]+)*/gu

/** Words that were added and removed. */
export function countWords(pieces: readonly TextPiece[]): { readonly added: number; readonly removed: number } {
  const counts = { added: 0, removed: 0 }
  for (const { change, text } of pieces) {
    if (change !== 'added' && change !== 'removed') continue
    counts[change] += text.match(WORDS)?.length ?? 0
  }
  return counts
}
