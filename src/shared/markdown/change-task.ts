/** Changes one action in its text by the smallest change of its own line; a remark adds one line (docs/dialect.md). */
import { parsePartialDate } from '../model/partial-date.ts'
import { linkKey } from '../text/link-key.ts'
import { remarkEdit } from './add-remark.ts'
import { readBlocks, type Blocks } from './blocks.ts'
import { placedLinks, type PlacedLink } from './links.ts'
import { dayOfState, smallEdits, wholeTail } from './task-edits.ts'
import { isTaskLine, readTaskLine, type TaskLine } from './task-line.ts'
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
  const text = readText(body)
  const asked = askedOf(text, line, change)
  return asked && editsOfOne(text, asked)
}

/** Several actions at once, by their lines; one that cannot be changed as asked stays as it is. */
export function editsOfTasks(body: string, changes: ReadonlyMap<number, TaskChange>): TextEdit[] {
  const text = readText(body)
  const asked = [...changes].flatMap(([line, change]) => askedOf(text, line, change) ?? [])
  return checkedEdits(text, asked, smallEdits) ?? asked.flatMap((one) => editsOfOne(text, one) ?? [])
}

/** A body, read once for all that is asked of it. */
interface Text {
  readonly body: string
  readonly blocks: Blocks
  readonly links: readonly PlacedLink[]
  readonly tasks: readonly Task[]
}

/** What is asked of one action. */
interface Asked {
  readonly task: Task
  readonly read: TaskLine
  readonly change: TaskChange
  readonly remark: Remark | undefined
  /** The line of the remark. */
  readonly added: TextEdit | undefined
}

function readText(body: string): Text {
  const blocks = readBlocks(body)
  return { body, blocks, links: placedLinks(body, blocks), tasks: findTasks(body) }
}

/** Null where no action is, and when the remark has no day or no place. */
function askedOf({ body, blocks, links, tasks }: Text, line: number, change: TaskChange): Asked | null {
  const at = blocks.lines[line]
  const task = tasks.find((each) => each.line === line)
  if (!at || !task || !isTaskLine(body, at)) return null
  const inLine = links.filter(({ from, to }) => from >= at.from && to <= at.to)
  const read = readTaskLine(body, at, inLine)
  const remark = remarkOf(change)
  const added = remark ? remarkEdit(body, blocks, line, remark) : undefined
  return read && remark !== null && added !== null ? { task, read, change, remark, added } : null
}

const editsOfOne = (text: Text, asked: Asked): TextEdit[] | null =>
  checkedEdits(text, [asked], smallEdits) ?? checkedEdits(text, [asked], wholeTail)

/** Null unless the new text reads as asked, and all other actions as before. */
function checkedEdits({ body, tasks }: Text, asked: readonly Asked[], editsOf: typeof smallEdits): TextEdit[] | null {
  const wanted = new Map<Task, Task>()
  const edits: TextEdit[] = []
  for (const one of asked) {
    const made = editsOf(body, one.read, one.task, one.change)
    edits.push(...made.edits, ...(one.added ? [one.added] : []))
    wanted.set(one.task, changed(one, made.text))
  }
  const now = findTasks(applyEdits(body, edits))
  return saying(now) === saying(tasks.map((task) => wanted.get(task) ?? task)) ? edits : null
}

function changed({ task, change, remark }: Asked, text: string): Task {
  const { state = task.state, due = task.due, responsible = task.responsible, today } = change
  const days = state === task.state ? {} : { done: dayOfState('done', state, today), cancelled: dayOfState('cancelled', state, today) }
  return { ...task, ...days, text, state, due, responsible: [...responsible], remarks: remark ? [...task.remarks, remark] : task.remarks }
}

/** The remark that is to be added, as one line; undefined when it says nothing, null when it has no day. */
export function remarkOf({ remark }: TaskChange): Remark | null | undefined {
  const text = asOneLine(remark?.text ?? '').replace(SEPARATOR, '')
  if (!remark || text === '') return undefined
  return parsePartialDate(remark.on)?.day === undefined ? null : { on: remark.on, text }
}

/** What actions say, wherever they stand. */
const saying = (tasks: readonly Task[]): string =>
  JSON.stringify(tasks.map((task) => ({ ...task, line: 0, from: 0, to: 0, responsible: task.responsible.map(linkKey) })))
