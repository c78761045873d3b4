/** The changes of one action's own line. */
import { linkKey } from '../text/link-key.ts'
import type { TaskChange } from './change-task.ts'
import { beforeJoiningWords, trimmedEnd, type TailPiece, type TaskDay, type TaskLine } from './task-line.ts'
import type { Task } from './tasks.ts'
import { asOneLine, type TextEdit } from './text-edit.ts'

/** Changes of a line, and what its text is then. */
export interface LineEdits {
  readonly edits: readonly TextEdit[]
  readonly text: string
}

const SIGNS = { due: '📅', created: '➕', done: '✅', cancelled: '❌' } as const
const MARKS = { open: ' ', done: 'x', cancelled: '-' } as const
const DAYS_OF_STATES = ['cancelled', 'done'] as const

/** The day that a state gives a signifier; empty takes it away. */
export const dayOfState = (field: 'done' | 'cancelled', state: Task['state'], today: string): string => (field === state ? today : '')

/** Touches what is asked for and nothing else. */
export function smallEdits(body: string, read: TaskLine, task: Task, change: TaskChange): LineEdits {
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
    for (const field of DAYS_OF_STATES) setDay(field, dayOfState(field, change.state, change.today))
  }
  if (signs.length > 0) edits.push(behind(body, end, signs))
  return { edits, text: task.text }
}

/** Puts words there, with a space before them where there is none. */
const behind = (body: string, at: number, words: readonly string[]): TextEdit => ({
  from: at,
  to: at,
  insert: `${/\s/.test(body.charAt(at - 1)) ? '' : ' '}${words.join(' ')}`,
})

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
  let nth = 0
  for (const [at, piece] of tail.entries()) {
    if (!isLink(piece)) continue
    const { from, to } = piece
    const link = written[nth++]
    const previous = tail[at - 1]
    if (link === undefined) takeAway(isLink(previous) ? previous.to : from, to)
    else if (link !== body.slice(from, to)) edits.push({ from, to, insert: link })
  }
  const more = written.slice(links.length)
  if (more.length > 0) edits.push(behind(body, links.at(-1)?.to ?? Math.max(textTo, boxTo), more))
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

/** All that stands behind the text anew, without a comma or "and" that would bind a name into the sentence: `Ask Kim and`. */
export function wholeTail(body: string, read: TaskLine, task: Task, change: TaskChange): LineEdits {
  const { tail, boxTo, textFrom, end } = read
  const state = change.state ?? task.state
  const textTo = beforeJoiningWords(body, textFrom, read.textTo)
  const links = tail.filter(isLink)
  const days: Record<TaskDay, string> = { due: task.due, created: task.created, done: task.done, cancelled: task.cancelled }
  if (change.due !== undefined) days.due = change.due
  if (state !== task.state) for (const field of DAYS_OF_STATES) days[field] = dayOfState(field, state, change.today)
  const kept = tail.filter(({ kind }) => kind === 'kept').map((piece) => body.slice(piece.from, piece.to))
  const pieces = [
    ...writtenLinks(body, links, change.responsible ?? task.responsible),
    ...kept,
    ...(['created', 'due', 'cancelled', 'done'] as const)
      .filter((field) => days[field] !== '')
      .map((field) => `${SIGNS[field]} ${days[field]}`),
  ]
  const from = Math.max(textTo, boxTo)
  const edits = [
    { from: read.markAt, to: read.markAt + 1, insert: state === task.state ? read.mark : MARKS[state] },
    { from, to: end, insert: pieces.map((piece) => ` ${piece}`).join('') },
  ]
  return { edits, text: [body.slice(textFrom, textTo), ...kept].filter(Boolean).join(' ') }
}
