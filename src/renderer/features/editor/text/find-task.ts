import { isAsSeen, placeOfSeen, type SeenAction } from '../../../../shared/markdown/as-seen.ts'
import { changeTask } from '../../../../shared/markdown/change-task.ts'
import { findTasks, type Task } from '../../../../shared/markdown/tasks.ts'

/** The task that stands as it was seen, the nearest of equals; undefined when none does. */
export function findTask(body: string, seen: SeenAction): Task | undefined {
  const tasks = findTasks(body)
  return tasks[placeOfSeen(tasks, seen.line, (task) => isAsSeen(task, seen)) ?? -1]
}

/** The body with that task ticked or unticked; null when it is gone. */
export function withTaskToggled(body: string, seen: SeenAction, today: string): string | null {
  const task = findTask(body, seen)
  return task ? changeTask(body, task.line, { state: task.state === 'open' ? 'done' : 'open', today }) : null
}
