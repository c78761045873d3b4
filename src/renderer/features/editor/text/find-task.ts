import { findTasks } from '../../../../shared/markdown/tasks.ts'

/** The line (from 0) of the task that stood at `line` with these words; the nearest one when lines have moved; null when it is gone. */
export function findTaskLine(body: string, line: number, text: string): number | null {
  const tasks = findTasks(body)
  const near = tasks.filter((task) => task.text === text).toSorted((a, b) => Math.abs(a.line - line) - Math.abs(b.line - line))
  return near[0]?.line ?? null
}
