/** What stands at the end of an action's line: who is responsible and the days. Pure. */
import { findTasks } from '../../../../shared/markdown/tasks.ts'
import { readLine } from './line-marks.ts'

/** Where what stands behind the words of an action begins, with the space before it; the length of the line when nothing does. */
export function endOfWords(line: string): number {
  const { box, before, prefix } = readLine(line)
  const task = box === '' ? undefined : findTasks(line.slice(prefix.length))[0]
  if (!task) return line.length
  const words = line.slice(before)
  if (words.trim() === '' || words.trim() === task.text) return line.length
  // the words are the beginning of the line, unless a signifier of another program stands among the days
  const end = words.startsWith(task.text) ? before + task.text.length : before + words.trimEnd().length
  return end === before ? Math.min(before, line.slice(0, before).trimEnd().length + 1) : end
}
