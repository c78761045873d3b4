/** Changes one action in its text by the smallest change of its own line; a remark adds one line (docs/dialect.md). */
import { parsePartialDate } from '../model/partial-date.ts'
import { linkKey } from '../text/link-key.ts'
import { remarkEdit } from './add-remark.ts'
import { readBlocks } from './blocks.ts'
import { placedLinks } from './links.ts'
import { dayOfState, smallEdits, wholeTail } from './task-edits.ts'
import { isTaskLine, readTaskLine } from './task-line.ts'
import { findTasks, type Remark, type Task } from './tasks.ts'
import { applyEdits, asOneLine, type TextEdit } from './text-edit.ts'

/** What is to change of an action; what is not named stays. */
export interface TaskChange {
  readonly state?: Task['state']
  /** A partial date; empty takes the deadline away. */
  readonly due?: string
  /** Names, without brackets, in this order. */
  readonly responsible?: readonly string[]
  /** Is added; `on` is a full date, and an empty text adds nothing. */
  readonly remark?: { readonly on: string; readonly text: string }
  /** The day that ✅ and ❌ get, `YYYY-MM-DD`. */
  readonly today: string
}

/** What parts the date of a remark from its words; at the beginning of the words it says nothing. */
const SEPARATOR = /^(?:[\s:]+|[–—-]\s+)+/u

/**
 * The body with the action on `line` (from 0) changed; every other byte is the same. The same body when it says all
 * that already. Null when the line is no action, or when what is asked cannot be written there: a name with brackets,
 * no date, words that run on in code.
 */
export function changeTask(body: string, line: number, change: TaskChange): string | null {
  const edits = taskEdits(body, line, change)
  return edits && applyEdits(body, edits)
}

/** As {@link changeTask}, as changes of the text. */
export function taskEdits(body: string, line: number, change: TaskChange): TextEdit[] | null {
  const blocks = readBlocks(body)
  const at = blocks.lines[line]
  if (!at || !isTaskLine(body, at)) return null
  const links = placedLinks(body, blocks).filter(({ from, to }) => from >= at.from && to <= at.to)
  const read = readTaskLine(body, at, links)
  const before = findTasks(body)
  const task = before.find((each) => each.line === line)
  if (!read || !task) return null
  const remark = remarkOf(change)
  const added = remark && remarkEdit(body, blocks, line, remark)
  if (remark === null || added === null) return null
  for (const editsOf of [smallEdits, wholeTail]) {
    const made = editsOf(body, read, task, change)
    const edits = added ? [...made.edits, added] : [...made.edits]
    if (saysSo(before, task, applyEdits(body, edits), change, made.text, remark)) return edits
  }
  return null
}

/** The remark that is to be added, as one line; undefined when it says nothing, null when it has no day. */
export function remarkOf({ remark }: TaskChange): Remark | null | undefined {
  const text = asOneLine(remark?.text ?? '').replace(SEPARATOR, '')
  if (!remark || text === '') return undefined
  return parsePartialDate(remark.on)?.day === undefined ? null : { on: remark.on, text }
}

/** Whether the new text reads as asked, and all other actions as before. */
function saysSo(before: readonly Task[], task: Task, body: string, change: TaskChange, text: string, remark: Remark | undefined): boolean {
  const { state = task.state, responsible = task.responsible, today } = change
  const wanted = before.map((each) => {
    if (each !== task) return each
    const days = state === task.state ? {} : { done: dayOfState('done', state, today), cancelled: dayOfState('cancelled', state, today) }
    const remarks = remark ? [...task.remarks, remark] : task.remarks
    return { ...task, ...days, text, state, due: change.due ?? task.due, responsible: [...responsible], remarks }
  })
  return saying(findTasks(body)) === saying(wanted)
}

/** What actions say, wherever they stand. */
const saying = (tasks: readonly Task[]): string =>
  JSON.stringify(tasks.map((task) => ({ ...task, line: 0, from: 0, to: 0, responsible: task.responsible.map(linkKey) })))
