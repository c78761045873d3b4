import { deadlineIn } from '../../../shared/markdown/deadline-words.ts'
import { parseDate, type ParsedDate } from './parse-date.ts'

/** Where the words of a deadline stand in a sentence: "30 June" alone gives none. */
const SENTENCES: readonly ((words: string) => string)[] = [
  (words) => words,
  (words) => `by ${words}`,
  (words) => `до ${words}`,
  (words) => `к ${words}`,
  (words) => `${words} дейін`,
]

/** A deadline as people type it into a field: a date, or words such as "next Friday", "30 июня"; `today` is where they are reckoned from. */
export function readDeadline(text: string, from: { readonly today: string; readonly language: string }): ParsedDate {
  const written = parseDate(text)
  if (written.ok || written.problem === 'noSuchDate' || written.problem === 'yearRange') return written
  for (const sentence of SENTENCES) {
    const found = deadlineIn(sentence(text.trim()), from)
    if (found) return { ok: true, value: found.due }
  }
  return written
}
