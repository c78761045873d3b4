/** Which actions of a text belong to one of its decisions. Pure. */
import type { Decision } from '../../../shared/markdown/decisions.ts'
import { findLinks } from '../../../shared/markdown/links.ts'
import { findTasks, type Task } from '../../../shared/markdown/tasks.ts'
import { applyEdits, type TextEdit } from '../../../shared/markdown/text-edit.ts'

/** The text is given without the empty quoted lines before it. */
function lastLineOf(lines: readonly string[], line: number, text: string): number {
  if (text === '') return line
  let first = line + 1
  while (first < lines.length && /^[\s>]*$/.test(lines[first] ?? '')) first += 1
  return first + text.split('\n').length - 1
}

/** Offsets at which the whole symbol stands: not SC/2023/1 in SC/2023/12, in ASC/2023/1 or in SC/2023/1/Corr.1. */
function symbolsIn(text: string, symbol: string): number[] {
  const found: number[] = []
  for (let at = text.indexOf(symbol); at !== -1; at = text.indexOf(symbol, at + 1)) {
    const isWhole =
      !/[\p{L}\p{N}/]$/u.test(text.slice(Math.max(0, at - 2), at)) &&
      !/^(?:[\p{L}\p{N}/]|[-.]\p{N})/u.test(text.slice(at + symbol.length, at + symbol.length + 2))
    if (isWhole) found.push(at)
  }
  return found
}

/** Whether an action says that it belongs to the decision of this number. */
export const namesNumber = ({ text }: Pick<Task, 'text'>, number: string): boolean => number !== '' && symbolsIn(text, number).length > 0

/** The body with another number where its actions name this one; links stay, as they name records. */
export function withNumberInActions(body: string, from: string, to: string): string {
  const naming = findTasks(body).filter((task) => namesNumber(task, from))
  const links = naming.length === 0 ? [] : findLinks(body)
  const edits = naming.flatMap((task): TextEdit[] =>
    symbolsIn(body.slice(task.from, task.to), from)
      .map((at) => ({ from: task.from + at, to: task.from + at + from.length, insert: to }))
      .filter((edit) => !links.some((link) => link.from < edit.to && edit.from < link.to)),
  )
  return applyEdits(body, edits)
}

/**
 * Those that stand in the decision's text, or name its number.
 * @param lines of the body that the tasks and the decision are of
 */
export function linkedActions(
  lines: readonly string[],
  tasks: readonly Task[],
  { line, number, text }: Pick<Decision, 'line' | 'number' | 'text'>,
): Task[] {
  const end = lastLineOf(lines, line, text)
  return tasks.filter((task) => (task.line > line && task.line <= end) || namesNumber(task, number))
}
