/** What `[[` and `@` complete: read out of the text before the caret, and what a choice writes there. Pure. */
import { titleProblem } from '../../../../shared/model/vocabulary.ts'

export interface CompletionRequest {
  readonly trigger: '[[' | '@'
  /** Offset in the line of the trigger's first character. */
  readonly from: number
  readonly query: string
}

/** Longest name that is looked up while typing. */
const LONGEST = 120
/** A name after `@` has at most this many words; a sentence that follows is no name. */
const MOST_WORDS = 4

/** The open `[[name` or `@name` that ends at the end of `before` (a line up to the caret); null when there is none. */
export function completionRequest(before: string): CompletionRequest | null {
  const link = before.lastIndexOf('[[')
  if (link >= 0) {
    const query = before.slice(link + 2)
    // behind # comes a heading, behind | the words to show; ] ends the link
    if (!/[[\]|#\n]/.test(query)) return query.length <= LONGEST ? { trigger: '[[', from: link, query } : null
  }
  const match = /(?:^|[\s(["«“>])@([^@[\]|#]*)$/u.exec(before)
  if (!match) return null
  const query = match[1] ?? ''
  if (query.length > LONGEST || /^\s/.test(query) || query.trim().split(/\s+/u).length > MOST_WORDS) return null
  return { trigger: '@', from: before.length - query.length - 1, query }
}

/** The link a choice writes: by its title, or showing the alias that was looked for. */
export const linkText = (title: string, alias: string): string => (alias === '' ? `[[${title}]]` : `[[${title}|${alias}]]`)

/** How many characters of `after` (the line behind the caret) belong to the link that is being completed. */
export const closingLength = (after: string): number => /^\]{1,2}/.exec(after)?.[0].length ?? 0

/** The title a new record would get from what was typed; null when it cannot be one. */
export function titleFromQuery(query: string): string | null {
  const title = query.replace(/\s+/gu, ' ').trim()
  return titleProblem(title) === undefined ? title : null
}
