/** What is offered to stand at the caret of a query, and what taking it does. */
import type { Output } from '../../../shared/contract/index.ts'

type Answer = Output<'search.complete'>
export type CompletionItem = Answer['items'][number]

/** Operators that fit one letter would be offered at nearly every word. */
const LETTERS = 2

/** As many as are taken in at a glance. */
const MOST = 8

const typed = (text: string, { from, to }: Answer) => text.slice(from, to)
const valueTyped = (text: string, answer: Answer) => typed(text, answer).replace(/^[^:]*:/, '')

/** The items worth showing: none when what is typed is complete already. */
export function offered(text: string, answer: Answer): readonly CompletionItem[] {
  const now = typed(text, answer)
  const open = answer.items.filter(({ sort, insert }) => insert.trim() !== now.trim() && (sort === 'value' || now.trim().length >= LETTERS))
  const complete = answer.items.some(({ sort, insert }) => sort === 'value' && insert.trim() === now.trim())
  return complete ? [] : open.slice(0, MOST)
}

/** Enter takes a value that somebody has begun to type; at an operator it still means the search. */
export const takenByEnter = (text: string, answer: Answer, item: CompletionItem): boolean =>
  item.sort === 'value' && valueTyped(text, answer).trim() !== ''

/** The text with the item in it, and where the caret goes on. */
export function completed(text: string, answer: Answer, item: CompletionItem): { readonly text: string; readonly caret: number } {
  const rest = text.slice(answer.to)
  const insert = item.sort === 'value' && !item.insert.endsWith(' ') && !rest.startsWith(' ') ? `${item.insert} ` : item.insert
  return { text: text.slice(0, answer.from) + insert + rest, caret: answer.from + insert.length }
}
