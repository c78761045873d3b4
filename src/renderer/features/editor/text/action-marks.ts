/** Who is responsible for an action and by when, written at the end of its line. Pure. */
import { findTasks } from '../../../../shared/markdown/tasks.ts'
import { asAction, readLine, signifiersOf, type Signifier } from './line-marks.ts'

const isTask = (line: string): boolean => readLine(line).box !== ''

/** Lines as actions: a line alone becomes one, of several only those that are actions already count. */
const eachAction = (lines: readonly string[], change: (line: string) => string): string[] =>
  lines.map((line) => (isTask(line) ? change(line) : lines.length === 1 ? change(asAction(line)) : line))

/** The signifier that counts as the deadline: the last one, when the action has a deadline at all. */
function dueSign(line: string): Signifier | undefined {
  if (!isTask(line)) return undefined
  const task = findTasks(line.slice(readLine(line).prefix.length))[0]
  return task?.due ? signifiersOf(line).findLast(({ kind, date }) => kind === 'due' && date === task.due) : undefined
}

/** The deadline of a line; empty when it has none or is no action. */
export const dueOf = (line: string): string => dueSign(line)?.date ?? ''

/** Gives actions a deadline (a partial date) in the place of the one they have; empty takes it away. */
export function withDue(lines: readonly string[], due: string): string[] {
  return eachAction(lines, (line) => {
    const sign = dueSign(line)
    if (!sign) return due === '' ? line : `${line} 📅 ${due}`
    if (due === '') return line.slice(0, sign.from).replace(/[ \t]+$/, '') + line.slice(sign.to)
    return line.slice(0, sign.to - sign.date.length) + due + line.slice(sign.to)
  })
}

/** Where the words of a line begin, or would begin: one space behind its marks. */
export function startOfWords(line: string): number {
  const { before } = readLine(line)
  return Math.min(before, line.slice(0, before).trimEnd().length + 1)
}

/** Where the days at the end of a line begin, with the space before them; the length of the line when there are none. */
export function endOfWords(line: string): number {
  let end = line.length
  for (const { from, to } of signifiersOf(line).toReversed()) {
    if (line.slice(to, end).trim() !== '') break
    end = from
  }
  if (end === line.length) return end
  return Math.max(startOfWords(line), line.slice(0, end).trimEnd().length)
}

/** The line as an action that is about to name somebody: `@` behind its words, before its days. `caret` is behind the `@`. */
export function withPersonBegun(line: string): { readonly line: string; readonly caret: number } {
  const action = isTask(line) ? line : asAction(line)
  const end = endOfWords(action)
  const words = action.slice(0, end)
  const mark = /\s$/.test(words) ? '@' : ' @'
  return { line: words + mark + action.slice(end), caret: end + mark.length }
}
