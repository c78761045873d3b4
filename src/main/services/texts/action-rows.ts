/** Actions read out of bodies, as rows of a list. */
import type { Output } from '../../../shared/contract/index.ts'
import type { Task } from '../../../shared/markdown/tasks.ts'
import type { RecordHead } from '../../../shared/model/head.ts'
import { words } from '../../../shared/text/fold.ts'
import { isBefore } from '../calendar.ts'
import { textDate } from '../head-text.ts'
import type { RecordIndex } from '../record-index.ts'

export type ActionRow = Output<'actions.list'>['rows'][number]

/** Open, and its deadline has passed. */
export const isOverdue = ({ state, due }: Pick<Task, 'state' | 'due'>, today: string): boolean => state === 'open' && isBefore(due, today)

const rowOf = (head: RecordHead, { line, text, responsible, due, done, state }: Task): ActionRow => ({
  recordId: head.id,
  recordKind: head.kind,
  recordTitle: head.title,
  recordDate: textDate(head),
  line,
  text,
  responsible,
  due,
  done,
  state,
})

/** The actions of one record in the order of its text. */
export function actionsOf(index: RecordIndex, id: string): ActionRow[] {
  const head = index.head(id)
  return head ? index.tasks(id).map((task) => rowOf(head, task)) : []
}

const newestText = (a: ActionRow, b: ActionRow) => (a.recordDate > b.recordDate ? -1 : a.recordDate < b.recordDate ? 1 : 0)

/** By deadline, those without one last; then the newest text first, and the order of the text. */
export function byDeadline(a: ActionRow, b: ActionRow): number {
  if (a.due !== b.due) {
    if (a.due === '') return 1
    if (b.due === '') return -1
    return a.due < b.due ? -1 : 1
  }
  return newestText(a, b) || (a.recordId === b.recordId ? a.line - b.line : a.recordId < b.recordId ? -1 : 1)
}

const kept = new WeakMap<RecordIndex, { readonly version: number; readonly rows: readonly ActionRow[] }>()

/** The actions of all records, by deadline. Put in order once a version. */
export function allActions(index: RecordIndex): readonly ActionRow[] {
  const before = kept.get(index)
  if (before?.version === index.version) return before.rows
  const rows = [...index.recordsWithTasks()].flatMap((id) => actionsOf(index, id)).toSorted(byDeadline)
  kept.set(index, { version: index.version, rows })
  return rows
}

/** A test for rows: every word of `text` begins a word of the action, of who is responsible or of the record's title. */
export function actionFilter(text: string): (row: ActionRow) => boolean {
  const wanted = words(text)
  return ({ text: action, responsible, recordTitle }) => {
    if (wanted.length === 0) return true
    const own = words([action, ...responsible, recordTitle].join(' '))
    return wanted.every((word) => own.some((candidate) => candidate.startsWith(word)))
  }
}
