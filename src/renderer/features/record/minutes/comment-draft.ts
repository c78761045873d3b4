/** Comments on a draft in circulation. Pure. */
import { jsonEqual } from '../../../../shared/json-equal.ts'
import type { Comment } from '../../../../shared/model/meeting.ts'
import { isPartialDate } from '../../../../shared/model/partial-date.ts'
import { MAX_LINE } from '../../../../shared/model/vocabulary.ts'

/** Selected words as a comment keeps them: on one line, no longer than it may be. */
export const asPassage = (selected: string): string => {
  const words = selected.replace(/[\s\p{Cc}]+/gu, ' ').trim()
  return words.length <= MAX_LINE
    ? words
    : `${words
        .slice(0, MAX_LINE - 1)
        .replace(/[\ud800-\udbff]$/u, '')
        .trimEnd()}…`
}

export const isOpen = ({ answer }: Comment): boolean => answer.trim() === ''

/** It says something, and when. Who said it may be left open. */
export const isComplete = ({ text, on }: Comment): boolean => text.trim() !== '' && isPartialDate(on)

/** Open ones first, as they were recorded; with the place of each in the record's list. */
export function inOrder(comments: readonly Comment[]): { readonly comment: Comment; readonly index: number }[] {
  return comments.map((comment, index) => ({ comment, index })).toSorted((a, b) => Number(isOpen(b.comment)) - Number(isOpen(a.comment)))
}

/** Where a comment stands that stood at `index` when it was read: there, else where the same words are; null when it is gone. */
export function placeOf(comments: readonly Comment[], index: number, comment: Comment): number | null {
  const isSame = (other: Comment | undefined) => other !== undefined && jsonEqual(other, comment)
  if (isSame(comments[index])) return index
  const at = comments.findIndex(isSame)
  return at === -1 ? null : at
}

/** A key for each comment that stays with it while others come and go: its words, and which of equal ones it is. */
export function commentKeys(comments: readonly Comment[]): string[] {
  const seen = new Map<string, number>()
  return comments.map((comment) => {
    const words = JSON.stringify(comment)
    const before = seen.get(words) ?? 0
    seen.set(words, before + 1)
    return `${words} ${before}`
  })
}
