/** Changes one action in its text by the smallest change of its own line; a remark adds one line (docs/dialect.md). */
import { linkKey } from '../text/link-key.ts'
import { remarkEdit } from './add-remark.ts'
import { readBlocks } from './blocks.ts'
import { findLinks, placedLinks } from './links.ts'
import { isTaskLine, joiningWord, readTaskLine, trimmedEnd, type TailPiece, type TaskDay, type TaskLine } from './task-line.ts'
import { findTasks, type Task } from './tasks.ts'
import { applyEdits, asOneLine, type TextEdit } from './text-edit.ts'

/** What is to change of an action; what is not named stays. */
export interface TaskChange {
  readonly state?: Task['state']
  /** A partial date; empty takes the deadline away. */
  readonly due?: string
  /** Names, without brackets, in this order. */
  readonly responsible?: readonly string[]
  /** Is added; an empty text adds nothing. */
  readonly remark?: { readonly on: string; readonly text: string }
  /** The day that ✅ and ❌ get, `YYYY-MM-DD`. */
  readonly today: string
}

const SIGNS = { due: '📅', created: '➕', done: '✅', cancelled: '❌' } as const
const MARKS = { open: ' ', done: 'x', cancelled: '-' } as const
/** Ticks that the state of an action gives. */
const TICK = { open: undefined, done: 'done', cancelled: 'cancelled' } as const

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
  const text = asOneLine(change.remark?.text ?? '')
  const remark = change.remark && text !== '' ? remarkEdit(body, blocks, line, { on: change.remark.on, text }) : undefined
  if (remark === null) return null
  for (const edits of [smallEdits, wholeTail]) {
    const made = edits(body, read, task, change)
    const all = remark ? [...made, remark] : made
    if (saysSo(before, task, applyEdits(body, all), change, text)) return all
  }
  return null
}

function smallEdits(body: string, read: TaskLine, task: Task, change: TaskChange): TextEdit[] {
  const { tail, boxTo, end } = read
  const edits: TextEdit[] = []
  const signs: string[] = []
  /** With the white space before it, unless that alone parts what is left. */
  const takeAway = (from: number, to: number) => {
    const spaced = trimmedEnd(body, boxTo, from)
    edits.push({ from: to === end || /\s/.test(body.charAt(to)) ? spaced : from, to, insert: '' })
  }
  const setDay = (field: TaskDay, day: string) => {
    const given = tail.filter((piece) => piece.kind === 'day' && piece.field === field)
    const counting = given.at(-1)
    if (day === '') for (const { from, to } of given) takeAway(from, to)
    else if (counting?.kind !== 'day') signs.push(`${SIGNS[field]} ${day}`)
    else if (counting.day !== day) edits.push({ from: counting.dayFrom, to: counting.to, insert: day })
  }
  if (change.responsible) edits.push(...responsibleEdits(body, read, change.responsible, takeAway))
  if (change.due !== undefined) setDay('due', change.due)
  if (change.state && change.state !== task.state) {
    edits.push({ from: read.markAt, to: read.markAt + 1, insert: MARKS[change.state] })
    for (const field of ['done', 'cancelled'] as const) setDay(field, field === TICK[change.state] ? change.today : '')
  }
  if (signs.length > 0) edits.push({ from: end, to: end, insert: ` ${signs.join(' ')}` })
  return edits
}

const isLink = (piece: TailPiece | undefined): piece is Extract<TailPiece, { kind: 'link' }> => piece?.kind === 'link'

/** Names in the places of those that stand there; what is too many goes with its comma, what is new comes behind. */
function responsibleEdits(
  body: string,
  { tail, boxTo, textTo }: TaskLine,
  names: readonly string[],
  takeAway: (from: number, to: number) => void,
): TextEdit[] {
  const edits: TextEdit[] = []
  const links = tail.filter(isLink)
  const written = writtenLinks(body, links, names)
  for (const [nth, { from, to }] of links.entries()) {
    const link = written[nth]
    const previous = tail[tail.findIndex((piece) => piece.from === from) - 1]
    if (link === undefined) takeAway(isLink(previous) ? previous.to : from, to)
    else if (link !== body.slice(from, to)) edits.push({ from, to, insert: link })
  }
  const more = written.slice(links.length)
  const behind = links.at(-1)?.to ?? Math.max(textTo, boxTo)
  if (more.length > 0) edits.push({ from: behind, to: behind, insert: ` ${more.join(' ')}` })
  return edits
}

/** A name that is there already keeps its link as it is written: `[[Rex Facer|Rex]]`. */
function writtenLinks(body: string, links: readonly { target: string; from: number; to: number }[], names: readonly string[]): string[] {
  const left = [...links]
  return names.map((name) => {
    const same = left.findIndex(({ target }) => linkKey(target) === linkKey(name))
    const [link] = same === -1 ? [] : left.splice(same, 1)
    return link ? body.slice(link.from, link.to) : `[[${asOneLine(name)}]]`
  })
}

/** All that stands behind the text anew, where a small change would bind a name into the sentence: `Ask Kim, 📅 2023 [[Li]]`. */
function wholeTail(body: string, read: TaskLine, task: Task, change: TaskChange): TextEdit[] {
  const { tail, boxTo, textFrom, end } = read
  const state = change.state ?? task.state
  let textTo = read.textTo
  for (let word = joiningWord(body, textFrom, textTo); word !== ''; word = joiningWord(body, textFrom, textTo))
    textTo = trimmedEnd(body, textFrom, textTo - word.length)
  const links = tail.filter(isLink)
  const days: Record<TaskDay, string> = { due: task.due, created: task.created, done: task.done, cancelled: task.cancelled }
  if (change.due !== undefined) days.due = change.due
  if (state !== task.state) for (const field of ['done', 'cancelled'] as const) days[field] = field === TICK[state] ? change.today : ''
  const pieces = [
    ...writtenLinks(body, links, change.responsible ?? task.responsible),
    ...tail.filter(({ kind }) => kind === 'kept').map(({ from, to }) => body.slice(from, to)),
    ...(['created', 'due', 'cancelled', 'done'] as const)
      .filter((field) => days[field] !== '')
      .map((field) => `${SIGNS[field]} ${days[field]}`),
  ]
  const from = Math.max(textTo, boxTo)
  return [
    { from: read.markAt, to: read.markAt + 1, insert: state === task.state ? read.mark : MARKS[state] },
    { from, to: end, insert: pieces.map((piece) => ` ${piece}`).join('') },
  ]
}

/** Whether the new text reads as asked, and all other actions as before. */
function saysSo(before: readonly Task[], task: Task, body: string, change: TaskChange, remark: string): boolean {
  const after = findTasks(body)
  const now = after[before.indexOf(task)]
  if (!now || now.line !== task.line || after.length !== before.length) return false
  const names = change.responsible ?? task.responsible
  return (
    now.state === (change.state ?? task.state) &&
    now.due === (change.due ?? task.due) &&
    now.created === task.created &&
    now.responsible.length === names.length &&
    now.responsible.every((name, nth) => linkKey(name) === linkKey(names[nth] ?? '')) &&
    now.remarks.length === task.remarks.length + (remark === '' ? 0 : 1) &&
    after.every((each, nth) => each === now || sameTask(each, before[nth]))
  )
}

const sameTask = (a: Task, b: Task | undefined): boolean =>
  a.text === b?.text &&
  a.state === b.state &&
  a.due === b.due &&
  a.responsible.join('\n') === b.responsible.join('\n') &&
  a.remarks.length === b.remarks.length

/** Whether a name can be written as a link: without `[ ] | #` and not empty. */
export function canBeLinked(name: string): boolean {
  const [link] = findLinks(`[[${name}]]`)
  return link !== undefined && linkKey(link.target) === linkKey(name) && link.heading === '' && link.shown === ''
}
