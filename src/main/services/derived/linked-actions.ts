/** Which actions of a text belong to one of its decisions. Pure. */
import type { Decision } from '../../../shared/markdown/decisions.ts'
import type { Task } from '../../../shared/markdown/tasks.ts'

/** The text is given without the empty quoted lines before it. */
function lastLineOf(lines: readonly string[], line: number, text: string): number {
  if (text === '') return line
  let first = line + 1
  while (first < lines.length && /^[\s>]*$/.test(lines[first] ?? '')) first += 1
  return first + text.split('\n').length - 1
}

/** True where the whole symbol stands: not SC/2023/1 in SC/2023/12, in ASC/2023/1 or in SC/2023/1/Corr.1. */
function namesSymbol(text: string, symbol: string): boolean {
  for (let at = text.indexOf(symbol); at !== -1; at = text.indexOf(symbol, at + 1)) {
    const isWhole =
      !/[\p{L}\p{N}/]$/u.test(text.slice(Math.max(0, at - 2), at)) &&
      !/^(?:[\p{L}\p{N}/]|[-.]\p{N})/u.test(text.slice(at + symbol.length, at + symbol.length + 2))
    if (isWhole) return true
  }
  return false
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
  return tasks.filter((task) => (task.line > line && task.line <= end) || (number !== '' && namesSymbol(task.text, number)))
}
