import { changeTask } from '../../../../shared/markdown/change-task.ts'
import { findTasks } from '../../../../shared/markdown/tasks.ts'

/** The line (from 0) of the task with these words; the nearest to `line` when there are several; null when it is gone. */
export function findTaskLine(body: string, line: number, text: string): number | null {
  const near = findTasks(body)
    .filter((task) => task.text === text)
    .toSorted((a, b) => Math.abs(a.line - line) - Math.abs(b.line - line))
  return near[0]?.line ?? null
}

/** The body with that task ticked or unticked; null when it is gone. */
export function withTaskToggled(body: string, line: number, text: string, today: string): string | null {
  const at = findTaskLine(body, line, text)
  const task = findTasks(body).find((each) => each.line === at)
  return task ? changeTask(body, task.line, { state: task.state === 'open' ? 'done' : 'open', today }) : null
}
